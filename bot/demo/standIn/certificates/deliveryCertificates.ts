import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { StandInAnswer } from '#bot/demo/standIn/exchange.ts';
import type { Switches } from '#bot/demo/standIn/switches.ts';
import { type CertificateName, certificate, type KeyedCertificate } from './certificate.ts';
import { standInCertificates } from './standInCertificates.ts';

const SUBJECT: CertificateName = {
  country: 'US',
  organization: 'Microsoft Corporation',
  common: 'pcnotifications-dispatch.microsoft.com',
};
export const CERTIFICATE_PATH = '/cert/pcnotifications-dispatch.microsoft.com.cer';

/** Certificates that a delivery must not be believed with. */
export type ForgedCertificate = 'wrong-subject' | 'expired-certificate' | 'other-root' | 'not-microsoft';

/** A certificate file for each name, by what the switches say at the time. */
export interface DeliveryCertificates {
  leafKey: KeyObject;
  /** Of nobody whose certificate is served. */
  otherKey: KeyObject;
  /** The authority between root and leaf, for switches under which it is not served. */
  issuerPem: string;
  /** What is served at a path, or undefined. */
  file(path: string): StandInAnswer | undefined;
  forgedPath(kind: ForgedCertificate): string;
}

let keys: { leafKey: KeyObject; otherKey: KeyObject; authority: KeyedCertificate } | undefined;

/** RSA keys take a moment, so that there are two a process. */
function deliveryKeys() {
  const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const { root } = standInCertificates();
  const name = { ...SUBJECT, common: 'Stand-in for Partner Center, issuer' };
  keys ??= {
    leafKey: rsa(),
    otherKey: rsa(),
    authority: certificate({ name, issuer: root, authority: true }),
  };
  return keys;
}

export function deliveryCertificates(origin: string, switches: Switches): DeliveryCertificates {
  const { leafKey, otherKey, authority } = deliveryKeys();
  const { root } = standInCertificates();
  const issuerUrl = `${origin}/cert/issuer.cer`;
  const forgedPath = (kind: ForgedCertificate) => `/cert/${kind}.cer`;
  const leaf = () => {
    const { issuer } = switches;
    if (issuer === 'root') return certificate({ name: SUBJECT, key: leafKey, issuer: root });
    const url = issuer === 'by-aia' ? { issuerUrl } : {};
    return certificate({ name: SUBJECT, key: leafKey, issuer: authority, ...url });
  };
  const files: Readonly<Record<string, () => KeyedCertificate>> = {
    [CERTIFICATE_PATH]: leaf,
    '/cert/issuer.cer': () => authority,
    [forgedPath('wrong-subject')]: () =>
      certificate({ name: { ...SUBJECT, common: 'dispatch.example.com' }, key: leafKey, issuer: root }),
    [forgedPath('expired-certificate')]: () =>
      certificate({ name: SUBJECT, key: leafKey, issuer: root, expired: true }),
    [forgedPath('other-root')]: () =>
      certificate({
        name: SUBJECT,
        key: leafKey,
        issuer: certificate({ name: root.name, authority: true }),
      }),
    [forgedPath('not-microsoft')]: () => certificate({ name: SUBJECT, key: leafKey, issuer: fabrikam(root) }),
  };
  // One certificate for as long as its kind is asked for, as a real service has it.
  const made = new Map<string, KeyedCertificate>();
  return {
    ...{ leafKey, otherKey, forgedPath, issuerPem: authority.pem },
    file(path) {
      const make = files[path];
      if (!make) return undefined;
      const kept = `${path} ${switches.issuer}`;
      const found = made.get(kept) ?? make();
      made.set(kept, found);
      const whole =
        path === CERTIFICATE_PATH && switches.issuer === 'in-file' ? found.pem + authority.pem : found.pem;
      const asText = switches.certificateForm === 'base64' || whole !== found.pem;
      return certificateAnswer(asText ? Buffer.from(whole) : found.der);
    },
  };
}

/** Trusted by the same root, but nobody's that deliveries come from. */
function fabrikam(root: KeyedCertificate): KeyedCertificate {
  return certificate({
    name: { organization: 'Fabrikam', common: 'Fabrikam issuer' },
    issuer: root,
    authority: true,
  });
}

function certificateAnswer(content: Buffer): StandInAnswer {
  return { status: 200, headers: { 'content-type': 'application/pkix-cert' }, body: content };
}
