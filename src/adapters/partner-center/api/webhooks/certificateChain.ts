import type { X509Certificate } from 'node:crypto';

/** A chain in the wild has two or three issuers. */
const LONGEST = 6;

/**
 * Whether somebody who is trusted issued a certificate, directly or through `issuers`, and each of them was valid at that
 * moment. Whoever issues must be an authority. Names alone prove nothing: each signature is checked.
 */
export function isTrusted(
  certificate: X509Certificate,
  issuers: readonly X509Certificate[],
  roots: readonly X509Certificate[],
  now: Date,
  left = LONGEST,
): boolean {
  if (!isValidAt(certificate, now) || left === 0) return false;
  const issued = (issuer: X509Certificate) =>
    issuer.ca && certificate.checkIssued(issuer) && isSignedBy(certificate, issuer);
  if (roots.some((root) => isValidAt(root, now) && issued(root))) return true;
  return issuers.some(
    (issuer) =>
      issuer.fingerprint256 !== certificate.fingerprint256 &&
      issued(issuer) &&
      isTrusted(issuer, issuers, roots, now, left - 1),
  );
}

/** Whether a moment lies within the dates of a certificate. */
export function isValidAt({ validFrom, validTo }: X509Certificate, now: Date): boolean {
  return Date.parse(validFrom) <= now.getTime() && now.getTime() <= Date.parse(validTo);
}

function isSignedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.verify(issuer.publicKey);
  } catch {
    return false;
  }
}
