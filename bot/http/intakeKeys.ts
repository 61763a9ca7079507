import { createHash, timingSafeEqual } from 'node:crypto';

/** Finds the organization whose key this is, or undefined. Takes the same time for every key that is no key. */
export type IntakeKeys = (authorization: string | undefined) => string | undefined;

/** The digest of an intake key as it stands in the organizations file: SHA-256 in hexadecimal. */
export function keyDigest(key: string): string {
  return createHash('sha256').update(key, 'utf8').digest('hex');
}

export function intakeKeys(digests: readonly { digest: string; organizationId: string }[]): IntakeKeys {
  const known = digests.map(({ digest, organizationId }) => ({
    digest: Buffer.from(digest, 'hex'),
    organizationId,
  }));
  return (authorization) => {
    const key = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1] ?? '';
    const given = Buffer.from(keyDigest(key), 'hex');
    let found: string | undefined;
    for (const { digest, organizationId } of known) {
      if (timingSafeEqual(digest, given)) found = organizationId;
    }
    return found;
  };
}
