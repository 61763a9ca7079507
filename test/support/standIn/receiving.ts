import { verify, X509Certificate } from 'node:crypto';
import type { StandInCore } from '#bot/demo/standIn/core.ts';
import type { StandInDelivery } from '#bot/demo/standIn/webhooks/signedDelivery.ts';

const SUBJECT = 'pcnotifications-dispatch.microsoft.com';

/** Fetches a certificate file from the stand-in itself. */
async function fetched(standIn: StandInCore, url: string): Promise<Buffer> {
  const { body } = await standIn.handle({ method: 'GET', url: new URL(url).pathname, headers: {}, body: '' });
  return Buffer.from(body);
}

/** What is wrong with a delivery, as a careful receiver finds; undefined where it may be believed. */
export async function deliveryProblem(
  standIn: StandInCore,
  rootPem: string,
  { headers, body }: StandInDelivery,
): Promise<string | undefined> {
  const signature = headers['x-ms-signature'] ?? headers.Authorization;
  const certificateUrl = headers['X-MS-Certificate-Url'];
  if (signature === undefined) return 'no signature';
  if (certificateUrl === undefined) return 'no certificate';
  if (headers['X-MS-Signature-Algorithm'] !== 'rsa-sha256') return 'hash';
  const { protocol, hostname } = new URL(certificateUrl);
  if (protocol !== 'https:') return 'not https';
  if (!['stand-in.invalid', '127.0.0.1', 'localhost'].includes(hostname)) return 'host';
  const file = await fetched(standIn, certificateUrl);
  const leaf = new X509Certificate(file);
  if (new Date(leaf.validTo) < new Date()) return 'expired';
  if (!leaf.subject.includes(SUBJECT)) return 'subject';
  if (!leaf.issuer.includes('O=Microsoft Corporation')) return 'issuer';
  const issuer = await issuerOf(standIn, leaf, file, rootPem);
  if (!issuer) return 'chain';
  const bytes = Buffer.from(signature.replace('Signature ', ''), 'base64');
  return verify('sha256', Buffer.from(body), leaf.publicKey, bytes) ? undefined : 'signature';
}

async function issuerOf(
  standIn: StandInCore,
  leaf: X509Certificate,
  file: Buffer,
  rootPem: string,
): Promise<X509Certificate | undefined> {
  const root = new X509Certificate(rootPem);
  const byLeaf = /CA Issuers - URI:(\S+)/.exec(leaf.infoAccess ?? '')?.[1];
  const inFile =
    file
      .toString()
      .match(/-----BEGIN[\s\S]+?END CERTIFICATE-----/g)
      ?.slice(1) ?? [];
  const between = [
    ...inFile,
    ...(byLeaf === undefined ? [] : [await fetched(standIn, byLeaf)]),
    standIn.webhooks.issuerPem(),
  ].map((one) => new X509Certificate(one));
  const trusted = [root, ...between.filter((one) => one.verify(root.publicKey))];
  return trusted.find((one) => leaf.verify(one.publicKey));
}
