import { standInCertificates } from '#bot/demo/standIn/certificates/standInCertificates.ts';
import { jsonAnswer, type StandInAnswer } from '#bot/demo/standIn/exchange.ts';
import type { Handle } from '#bot/demo/standIn/handling.ts';
import { closed, listening, serverOf } from '#bot/demo/standIn/servers.ts';

/** An address outside that stands in for Microsoft's: it tells the time, and gives tokens to who knows the secret. */
export interface Outside {
  url: string;
  /** Certificates by which it is trusted. */
  roots: readonly string[];
  /** How far its clock is ahead, in milliseconds. */
  ahead: number;
  close(): Promise<void>;
}

export const APP_SECRET = 'right~secret';

/** Listens on 127.0.0.1; `tls`: the newest version that it speaks. */
export async function startOutside(tls: 'TLSv1.2' | 'TLSv1.3' = 'TLSv1.3'): Promise<Outside> {
  const { root, server: certificate } = standInCertificates();
  const key = String(certificate.key.export({ type: 'pkcs8', format: 'pem' }));
  const handle: Handle = async ({ method, url, body }) => {
    const date = new Date(Date.now() + outside.ahead).toUTCString();
    const { status, headers, body: answer } = answerTo(method, url, body, outside.url);
    return { status, headers: { ...headers, date }, body: answer };
  };
  const settings = { cert: certificate.pem, key, maxVersion: tls };
  const server = serverOf(() => handle, settings);
  const outside: Outside = {
    url: `https://127.0.0.1:${await listening(server)}`,
    roots: [root.pem],
    ahead: 0,
    close: () => closed(server),
  };
  return outside;
}

function answerTo(method: string, url: string, body: string, origin: string): StandInAnswer {
  const tenant = `${origin}/${url.split('/')[1]}`;
  if (url.includes('/.well-known/openid-configuration')) {
    return jsonAnswer(200, {
      token_endpoint: `${tenant}/oauth2/v2.0/token`,
      authorization_endpoint: `${tenant}/oauth2/v2.0/authorize`,
      jwks_uri: `${tenant}/keys`,
      issuer: `${tenant}/v2.0`,
    });
  }
  if (method !== 'POST') return jsonAnswer(404, {});
  const asked = new URLSearchParams(body);
  if (asked.get('client_secret') !== APP_SECRET) {
    return jsonAnswer(401, { error: 'invalid_client', error_codes: [7000215], error_description: 'no' });
  }
  return asked.get('scope')?.startsWith('https://api.botframework.com/.default')
    ? jsonAnswer(200, { token_type: 'Bearer', expires_in: 3600, access_token: 'a.b.c' })
    : jsonAnswer(400, { error: 'invalid_scope' });
}
