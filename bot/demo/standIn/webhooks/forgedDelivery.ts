import {
  CERTIFICATE_PATH,
  type DeliveryCertificates,
  type ForgedCertificate,
} from '#bot/demo/standIn/certificates/deliveryCertificates.ts';
import { type StandInDelivery, signedDelivery, type WebhookRegistration } from './signedDelivery.ts';

/** What is wrong with a delivery that must not be believed. */
export const forgeries = [
  'wrong-key',
  'wrong-subject',
  'expired-certificate',
  'other-root',
  'not-microsoft',
  'http-certificate',
  'foreign-host',
  'tampered-body',
  'no-signature',
  'no-certificate',
  'weak-hash',
] as const;
export type Forgery = (typeof forgeries)[number];

interface Places {
  certificateUrl: string;
  origin: string;
  insecureOrigin: string;
  certificates: () => DeliveryCertificates;
}

export function forgedDelivery(
  forgery: Forgery,
  registration: WebhookRegistration,
  body: string,
  { certificateUrl, origin, insecureOrigin, certificates }: Places,
): StandInDelivery {
  const { leafKey: key, otherKey, forgedPath } = certificates();
  const signed = (signing: Partial<Parameters<typeof signedDelivery>[2]>, signedBody?: string) =>
    signedDelivery(registration, body, { key, certificateUrl, ...signing }, signedBody);
  const under = (kind: ForgedCertificate) => signed({ certificateUrl: `${origin}${forgedPath(kind)}` });
  switch (forgery) {
    case 'wrong-key':
      return signed({ key: otherKey });
    case 'wrong-subject':
    case 'expired-certificate':
    case 'other-root':
    case 'not-microsoft':
      return under(forgery);
    case 'http-certificate':
      return signed({ certificateUrl: `${insecureOrigin}${CERTIFICATE_PATH}` });
    case 'foreign-host':
      return signed({ certificateUrl: `https://certificates.invalid${CERTIFICATE_PATH}` });
    case 'tampered-body':
      return signed({}, `${body} `);
    case 'no-signature':
      return without(signed({}), registration.signatureInOwnHeader ? 'x-ms-signature' : 'Authorization');
    case 'no-certificate':
      return without(signed({}), 'X-MS-Certificate-Url');
    case 'weak-hash':
      return signed({ hash: 'sha1' });
  }
}

function without(delivery: StandInDelivery, header: string): StandInDelivery {
  const { [header]: _, ...headers } = delivery.headers;
  return { ...delivery, headers };
}
