import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createKeyVault } from '#adapters/key-vault/keyVault.ts';
import { standInCertificates } from '#bot/demo/standIn/certificates/standInCertificates.ts';
import type { TokenVault } from '#ports/tokenVault.ts';

/** A small fake of the wire of Azure Key Vault's secrets, by https: what is said of it was never tried on a real one. */
export interface FakeKeyVault {
  vault: TokenVault;
  /** Each request, as `PUT /secrets/name`. */
  requests: string[];
  /** The answer to everything from now on. */
  fails: number | undefined;
  close(): Promise<void>;
}

export async function fakeKeyVault(): Promise<FakeKeyVault> {
  const { root, server: identity } = standInCertificates();
  const secrets = new Map<string, Map<string, string>>();
  const deleted = new Map<string, Map<string, string>>();
  const requests: string[] = [];
  const key = String(identity.key.export({ type: 'pkcs8', format: 'pem' }));
  const server = createServer({ cert: identity.pem, key }, async (request, response) => {
    const answer = (status: number, body: object = {}, headers = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    };
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const { pathname } = new URL(request.url ?? '', 'https://vault.invalid');
    const [, kind, name = '', version] = pathname.split('/');
    if (request.headers.authorization !== 'Bearer vault-token') {
      const challenge = 'Bearer authorization="https://sign-in.invalid/t", resource="https://vault.invalid"';
      return answer(401, {}, { 'www-authenticate': challenge });
    }
    requests.push(`${request.method} /${kind}/${name}`);
    if (fake.fails) return answer(fake.fails, { error: { code: 'Failed' } });
    const id = `https://127.0.0.1/secrets/${name}`;
    const gone = () => answer(404, { error: { code: 'SecretNotFound' } });
    if (request.method === 'PUT') {
      const { value } = JSON.parse(Buffer.concat(parts).toString()) as { value: string };
      if (deleted.has(name)) return answer(409, { error: { code: 'Conflict' } });
      if (value.length > 25_000) return answer(400, { error: { code: 'BadParameter' } });
      const made = randomUUID().replaceAll('-', '');
      secrets.set(name, new Map([...(secrets.get(name) ?? []), [made, value]]));
      return answer(200, { value, id: `${id}/${made}`, attributes: { enabled: true } });
    }
    if (request.method === 'DELETE') {
      const versions = secrets.get(name);
      if (!versions) return gone();
      secrets.delete(name);
      deleted.set(name, versions);
      return answer(200, { id, recoveryId: `https://127.0.0.1/deletedsecrets/${name}`, attributes: {} });
    }
    if (request.method === 'POST') {
      secrets.set(name, deleted.get(name) ?? new Map());
      deleted.delete(name);
      return answer(200, { id: `${id}/0`, attributes: {} });
    }
    const versions = (kind === 'deletedsecrets' ? deleted : secrets).get(name);
    const asked = version || [...(versions?.keys() ?? [])].at(-1) || '';
    const value = versions?.get(asked);
    return value === undefined ? gone() : answer(200, { value, id: `${id}/${asked}`, attributes: {} });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const fake: FakeKeyVault = {
    requests,
    fails: undefined,
    vault: createKeyVault({
      url: `https://127.0.0.1:${port}`,
      roots: [root.pem],
      connection: {
        credential: {
          getToken: async () => ({ token: 'vault-token', expiresOnTimestamp: Date.now() + 3_600_000 }),
        },
        options: { disableChallengeResourceVerification: true, retryOptions: { maxRetries: 0 } },
      },
    }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return fake;
}
