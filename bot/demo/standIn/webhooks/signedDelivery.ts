import { type KeyObject, sign } from 'node:crypto';
import type { JsonObject } from '#bot/demo/standIn/exchange.ts';
import type { Switches } from '#bot/demo/standIn/switches.ts';

export interface StandInDelivery {
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** Sends a delivery and answers the status; rejects where there was no answer. */
export type Deliver = (delivery: StandInDelivery) => Promise<number>;

export interface WebhookRegistration {
  subscriberId: string;
  url: string;
  events: readonly string[];
  /** For receivers behind a gateway that keeps Authorization to itself. */
  signatureInOwnHeader: boolean;
}

export interface DeliverySigning {
  key: KeyObject;
  certificateUrl: string;
  hash?: 'sha256' | 'sha1';
}

export function signedDelivery(
  { url, signatureInOwnHeader }: WebhookRegistration,
  body: string,
  { key, certificateUrl, hash = 'sha256' }: DeliverySigning,
  signedBody = body,
): StandInDelivery {
  const signature = `Signature ${sign(hash, Buffer.from(signedBody), key).toString('base64')}`;
  return {
    url,
    headers: {
      'Content-Type': 'application/json',
      [signatureInOwnHeader ? 'x-ms-signature' : 'Authorization']: signature,
      'X-MS-Certificate-Url': certificateUrl,
      'X-MS-Signature-Algorithm': `rsa-${hash}`,
    },
    body,
  };
}

export function deliveryText(event: JsonObject, { deliveryBody }: Switches): string {
  const pretty = deliveryBody === 'pretty';
  return pretty ? JSON.stringify(event, null, 2).replaceAll('\n', '\r\n') : JSON.stringify(event);
}
