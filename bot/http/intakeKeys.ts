import { createHash, timingSafeEqual } from 'node:crypto';

/** Finds the organization whose key this is, or undefined. Takes the same time for every key that is no key. */
export type IntakeKeys = (authorization: string | undefined) => string | undefined;

/** The digest of an intake key as it stands in the organizations file: SHA-256 in hexadecimal. */
export function keyDigest(key: string): string {
  return createHash('sha256').update(key, 'utf8').digest('hex');
}

/** `digests`: those that count at the moment; the same list as long as nothing changes. */
export function intakeKeys(digests: () => readonly { digest: string; organizationId: string }[]): IntakeKeys {
  let read: { from: ReturnType<typeof digests>; known: readonly KnownKey[] } | undefined;
  return (authorization) => {
    const from = digests();
    if (read?.from !== from) read = { from, known: from.map(knownKey) };
    const key = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1] ?? '';
    const given = Buffer.from(keyDigest(key), 'hex');
    let found: string | undefined;
    for (const { digest, organizationId } of read.known) {
      if (timingSafeEqual(digest, given)) found = organizationId;
    }
    return found;
  };
}

interface KnownKey {
  digest: Buffer;
  organizationId: string;
}

function knownKey({ digest, organizationId }: { digest: string; organizationId: string }): KnownKey {
  return { digest: Buffer.from(digest, 'hex'), organizationId };
}
