import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, createServer as createTcp } from 'node:net';
import { createHttpsClient, type HttpsOptions } from '#adapters/partner-center/api/httpsClient.ts';
import { standInCertificates } from '#bot/demo/standIn/certificates/standInCertificates.ts';

const { root, server: certificate } = standInCertificates();
const away = (code: string) => ({ name: 'UnavailableError', code });

describe('createHttpsClient', () => {
  const ends: (() => void)[] = [];
  afterEach(() => {
    for (const end of ends.splice(0)) end();
  });

  /** A server, a client that trusts it, and where it is. */
  async function served(
    answer: (request: IncomingMessage, response: ServerResponse) => void,
    options: Partial<HttpsOptions> = {},
  ) {
    const key = String(certificate.key.export({ type: 'pkcs8', format: 'pem' }));
    const server = createServer({ cert: certificate.pem, key }, answer).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = createHttpsClient({ origins: [origin], trusted: root.pem, ...options });
    ends.push(
      () => client.close(),
      () => server.closeAllConnections(),
      () => server.close(),
    );
    return { client, origin };
  }

  it('given a server whose root is trusted beside the usual ones, then its answer comes as it is', async () => {
    const { client, origin } = await served((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        response.writeHead(201, { 'X-Method': request.method ?? '', 'Set-Cookie': ['a', 'b'] });
        response.end(Buffer.concat(chunks));
      });
    });
    const answer = await client.send({ method: 'POST', url: `${origin}/a?b=c`, body: 'größer' });
    assert.equal(answer.status, 201);
    assert.equal(answer.headers['x-method'], 'POST');
    assert.equal(answer.headers['set-cookie'], 'a, b');
    assert.equal(answer.bytes.toString(), 'größer');
  });

  it('given several requests after one another, then they go over one connection', async () => {
    const ports = new Set<number | undefined>();
    const { client, origin } = await served((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('{}');
    });
    for (let round = 0; round < 3; round++) await client.send({ method: 'GET', url: origin });
    assert.equal(ports.size, 1);
  });

  it('given a root that nobody trusts, then nothing is asked', async () => {
    let asked = 0;
    const { origin } = await served((_, response) => {
      asked++;
      response.end();
    });
    const client = createHttpsClient({ origins: [origin] });
    await assert.rejects(client.send({ method: 'GET', url: origin }), away('partner-center-away'));
    assert.equal(asked, 0);
    client.close();
  });

  it('given an address that is not configured, then nobody is contacted', async () => {
    let asked = 0;
    const { client, origin } = await served((_, response) => {
      asked++;
      response.end();
    });
    const other = origin.replace('127.0.0.1', 'localhost');
    for (const url of [other, origin.replace('https', 'http'), origin.replace('//', '//user:word@')]) {
      await assert.rejects(client.send({ method: 'GET', url }), /not configured/);
    }
    assert.equal(asked, 0);
    assert.throws(() => createHttpsClient({ origins: ['http://api.example'] }), /no https address/);
  });

  it('given a redirect, then it is an answer and is not followed', async () => {
    let asked = 0;
    const { client, origin } = await served((_, response) => {
      asked++;
      response.writeHead(302, { Location: '/elsewhere' }).end();
    });
    assert.equal((await client.send({ method: 'GET', url: origin })).status, 302);
    assert.equal(asked, 1);
  });

  it('given an answer that never comes, or never ends, then it is away', async () => {
    for (const begin of [false, true]) {
      const { client, origin } = await served(
        (_, response) => {
          if (begin) response.writeHead(200).write('{');
        },
        { within: 200 },
      );
      await assert.rejects(client.send({ method: 'GET', url: origin }), away('partner-center-slow'));
    }
  });

  it('given a host that takes a connection and says nothing, then it is away', async () => {
    const server = createTcp().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const sockets = new Set<{ destroy(): void }>();
    server.on('connection', (socket) => sockets.add(socket));
    const origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = createHttpsClient({ origins: [origin], connectWithin: 50 });
    await assert.rejects(client.send({ method: 'GET', url: origin }), away('partner-center-slow'));
    client.close();
    for (const socket of sockets) socket.destroy();
    server.close();
  });

  it('given a connection that ends in the middle of an answer, then it is away', async () => {
    for (const begin of [false, true]) {
      const { client, origin } = await served((request, response) => {
        if (begin) response.writeHead(200, { 'Content-Length': '100' }).write('half');
        setImmediate(() => request.socket.destroy());
      });
      await assert.rejects(client.send({ method: 'GET', url: origin }), away('partner-center-away'));
    }
  });

  it('given a connection that the other side lets go of as it is used again, then reading takes another one, writing does not', async () => {
    const used = new WeakSet<object>();
    const { client, origin } = await served((request, response) => {
      if (used.has(request.socket)) return void request.socket.destroy();
      used.add(request.socket);
      response.end('{}');
    });
    for (let round = 0; round < 4; round++) {
      assert.equal((await client.send({ method: 'GET', url: origin })).status, 200);
    }
    const write = client.send({ method: 'PATCH', url: origin, body: '[]' });
    await assert.rejects(write, away('partner-center-away'));
  });

  it('given an answer larger than the bound, then it is not taken in', async () => {
    const { client, origin } = await served((_, response) => response.end('x'.repeat(2_000)), {
      mostBytes: 1_000,
    });
    await assert.rejects(client.send({ method: 'GET', url: origin }), away('partner-center-too-much'));
  });
});
