import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import type { StandInDelivery } from './signedDelivery.ts';

const PATIENCE = 5_000;

/** Posts a delivery to whoever registered; each over a connection of its own, so that none stays open. */
export function deliverByHttp({ url, headers, body }: StandInDelivery): Promise<number> {
  const send = url.startsWith('https:') ? overHttps : overHttp;
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', headers, agent: false, timeout: PATIENCE };
    const sent = send(url, options, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0)).on('error', reject);
    });
    sent.on('timeout', () => sent.destroy(new Error('no answer in time')));
    sent.on('error', reject);
    sent.end(body);
  });
}
