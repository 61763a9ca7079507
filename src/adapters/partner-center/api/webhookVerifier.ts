import { verify, type X509Certificate } from 'node:crypto';
import { getCACertificates } from 'node:tls';
import type { WebhookVerdict, WebhookVerifier } from '#ports/webhookVerifier.ts';
import type { HttpsClient } from './httpsClient.ts';
import { isTrusted, isValidAt } from './webhooks/certificateChain.ts';
import { certificatesIn } from './webhooks/certificateFile.ts';
import { createCertificateSource } from './webhooks/certificateSource.ts';
import { type SignatureClaim, signatureClaim } from './webhooks/deliveryHeaders.ts';

export interface WebhookVerifierOptions {
  /** May contact the hosts below and nobody else; an answer of a few kilobytes is enough. */
  http: HttpsClient;
  /** Hosts that certificates may come from, with their port where it is not 443 (point 33). */
  certificateHosts: readonly string[];
  /** Roots that are trusted beside the usual ones, in PEM. */
  trusted?: string | undefined;
  /** Authorities between a root and the certificate, in PEM: the file at its address holds that one alone (point 32). */
  issuers?: string | undefined;
  /** Whose certificate signs: the common name of its subject. */
  subject?: string | undefined;
  /** Which organization has to have issued it. */
  issuedBy?: string | undefined;
  clock?: { now(): Date } | undefined;
}

/** Whose certificate the published sample has, and whose name its issuer must bear. */
const SUBJECT = 'pcnotifications-dispatch.microsoft.com';
const ISSUED_BY = 'Microsoft Corporation';

const SHORTEST_KEY = 2048;
/** A certificate that does not fit may have been replaced since it was fetched. */
const FETCH_AGAIN_AFTER = 5 * 60_000;

/**
 * Believes a delivery only where it is signed over its very bytes, with SHA-256 or better, by the certificate of the one
 * pinned name, which an authority of the pinned organization issued, which leads to a trusted root, and which was valid
 * then. Certificates come over https from the hosts that are named, and are kept for a day.
 */
export function createWebhookVerifier(options: WebhookVerifierOptions): WebhookVerifier {
  const { http, clock = { now: () => new Date() }, issuers: pem = '', trusted = '' } = options;
  const { subject = SUBJECT, issuedBy = ISSUED_BY } = options;
  const hosts = new Set(options.certificateHosts.map((host) => host.toLowerCase()));
  const source = createCertificateSource(http, () => clock.now().getTime());
  const issuers = certificatesOf([pem]);
  let roots: readonly X509Certificate[] | undefined;

  function problemOf([certificate, ...beside]: readonly X509Certificate[]): string | undefined {
    if (!certificate) return 'certificate-unreadable';
    const { subject: named, issuer } = certificate.toLegacyObject();
    if (named.CN !== subject) return 'certificate-subject';
    if (issuer.O !== issuedBy) return 'certificate-issuer';
    if (!isValidAt(certificate, clock.now())) return 'certificate-expired';
    if (!isLongEnough(certificate)) return 'certificate-key';
    roots ??= certificatesOf([...getCACertificates('default'), trusted]);
    return isTrusted(certificate, [...issuers, ...beside], roots, clock.now())
      ? undefined
      : 'certificate-untrusted';
  }

  function verdictOn(
    certificates: readonly X509Certificate[],
    claim: SignatureClaim,
    body: Uint8Array,
  ): WebhookVerdict {
    const reason = problemOf(certificates);
    if (reason !== undefined) return { ok: false, reason };
    const [certificate] = certificates;
    const signed = certificate && verify(claim.hash, body, certificate.publicKey, claim.signature);
    return signed ? { ok: true } : { ok: false, reason: 'signature' };
  }

  return {
    async verify({ headers, body }) {
      const read = signatureClaim(headers);
      if (!read.ok) return read;
      const { claim } = read;
      const reason = placeProblem(claim.certificateUrl, hosts);
      if (reason !== undefined) return { ok: false, reason };
      const file = await source.fetch(claim.certificateUrl);
      const verdict = verdictOn(file.certificates, claim, body);
      const replaced = clock.now().getTime() - FETCH_AGAIN_AFTER;
      if (verdict.ok || file.at > replaced) return verdict;
      const newer = await source.fetch(claim.certificateUrl, replaced);
      return verdictOn(newer.certificates, claim, body);
    },
  };
}

/** Why a certificate is not fetched from where a delivery says, before anybody is asked. */
function placeProblem(address: string, hosts: ReadonlySet<string>): string | undefined {
  if (address.length > 1_000 || !URL.canParse(address)) return 'certificate-address';
  const { protocol, host, username, password } = new URL(address);
  if (protocol !== 'https:' || username !== '' || password !== '') return 'certificate-address';
  return hosts.has(host) ? undefined : 'certificate-host';
}

function isLongEnough({ publicKey }: X509Certificate): boolean {
  const { asymmetricKeyType, asymmetricKeyDetails } = publicKey;
  return asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= SHORTEST_KEY;
}

function certificatesOf(texts: readonly string[]): X509Certificate[] {
  return texts.filter((text) => text.trim() !== '').flatMap((text) => certificatesIn(Buffer.from(text)));
}
