import type { SignedDelivery } from '#ports/webhookVerifier.ts';

/** What the headers of a delivery say of its signature. */
export interface SignatureClaim {
  signature: Buffer;
  /** Where the certificate is; not yet known to be a place that may be asked. */
  certificateUrl: string;
  hash: 'sha256' | 'sha384' | 'sha512';
}

/**
 * Reads the three headers; the signature stands in `Authorization`, or in `x-ms-signature` where a gateway keeps the
 * other to itself. The reason of a refusal where one is missing or of a kind that is not taken.
 */
export function signatureClaim(
  headers: SignedDelivery['headers'],
): { ok: true; claim: SignatureClaim } | { ok: false; reason: string } {
  const signature = [headers.authorization, headers['x-ms-signature']]
    .map(signatureIn)
    .find((one) => one !== undefined);
  if (!signature) return { ok: false, reason: 'no-signature' };
  const certificateUrl = oneText(headers['x-ms-certificate-url']);
  if (certificateUrl === undefined) return { ok: false, reason: 'no-certificate' };
  const algorithm = oneText(headers['x-ms-signature-algorithm']);
  if (algorithm === undefined) return { ok: false, reason: 'no-algorithm' };
  const bits = /^rsa-?sha-?(256|384|512)$/i.exec(algorithm)?.[1];
  if (bits !== '256' && bits !== '384' && bits !== '512') return { ok: false, reason: 'weak-algorithm' };
  return { ok: true, claim: { signature, certificateUrl, hash: `sha${bits}` } };
}

function signatureIn(header: string | readonly string[] | undefined): Buffer | undefined {
  const base64 = /^Signature +([A-Za-z0-9+/]{40,4000}={0,2})$/i.exec(oneText(header) ?? '')?.[1];
  return base64 === undefined ? undefined : Buffer.from(base64, 'base64');
}

/** A header that came more than once says nothing. */
function oneText(header: string | readonly string[] | undefined): string | undefined {
  const [one, ...more] = [header ?? []].flat();
  return more.length === 0 ? one?.trim() || undefined : undefined;
}
