import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { request } from 'node:https';
import { setImmediate } from 'node:timers/promises';
import { closed, listening } from '#bot/demo/standIn/servers.ts';
// The demo has both in one process, and where restify is loaded, writeHead of any response returns nothing.
import 'restify';
import { type StandIn, startStandIn } from '#bot/demo/standIn/standIn.ts';
import { sentByMicrosoft } from '#test/support/standIn/bodies.ts';

/** Status and body of a request that trusts the file of the stand-in alone. */
function asked(standIn: StandIn, url: string, token: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const ca = readFileSync(standIn.caFile);
    const headers = { authorization: `Bearer ${token}` };
    request(url, { ca, headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on('error', reject)
      .end();
  });
}

describe('stand-in: servers', () => {
  let standIn: StandIn;
  beforeEach(async () => {
    standIn = await startStandIn();
  });
  afterEach(() => standIn.close());

  it('given its root certificate, when it is asked by https, then it answers; a token for the other host is refused', async () => {
    const url = `${standIn.apiUrl}/engagements/referrals`;
    const { status, body } = await asked(standIn, url, standIn.tokenFor());
    assert.equal(status, 200);
    assert.deepEqual(JSON.parse(body).value, []);
    assert.equal((await asked(standIn, url, standIn.tokenFor('webhooks'))).status, 401);
    assert.deepEqual(
      standIn.requests.map((seen) => [seen.status, 'authorization' in seen.headers]),
      [
        [200, false],
        [401, false],
      ],
    );
  });

  it('given a dropped answer, when something is asked, then the connection ends', async () => {
    standIn.faults.failNext({ how: 'drop-after' });
    const url = `${standIn.apiUrl}/engagements/referrals`;
    await assert.rejects(asked(standIn, url, standIn.tokenFor()), { code: 'ECONNRESET' });
    assert.equal((await asked(standIn, url, standIn.tokenFor())).status, 200);
  });

  it('given it is closed, then its file is gone', async () => {
    const other = await startStandIn();
    assert.ok(existsSync(other.caFile));
    await other.close();
    assert.ok(!existsSync(other.caFile));
  });

  it('given a receiver that fails at first, when a referral comes, then its event is repeated until it is taken', async () => {
    const bodies: string[] = [];
    let answer = 500;
    const receiver = createServer((incoming, response) => {
      let body = '';
      incoming.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      incoming.on('end', () => {
        bodies.push(body);
        response.statusCode = answer;
        response.end();
        answer = 200;
      });
    });
    const port = await listening(receiver);
    standIn.webhooks.set({ pause: 1 });
    standIn.webhooks.register(`http://127.0.0.1:${port}/hook`);
    const { id } = standIn.state.put(sentByMicrosoft());
    while (standIn.webhooks.waiting() > 0 || bodies.length < 2) await setImmediate();
    assert.equal(bodies.length, 2);
    assert.equal(bodies[0], bodies[1]);
    assert.ok(JSON.parse(bodies[0] ?? '').ResourceUri.endsWith(`/${id}`));
    await closed(receiver);
    // Nobody is there any more: it is tried ten times, and then no more.
    standIn.webhooks.send('referral-updated', String(id));
    while (standIn.webhooks.givenUp.length === 0) await setImmediate();
    assert.equal(standIn.webhooks.attempts.length, 12);
  });

  it('given deliveries are held back, when they are let go in any order, then all of them arrive', async () => {
    const ids = new Set<string>();
    const receiver = createServer((incoming, response) => {
      incoming.on('data', (bytes: Buffer) => ids.add(JSON.parse(String(bytes)).ResourceUri));
      incoming.on('end', () => response.end());
    });
    standIn.webhooks.register(`http://127.0.0.1:${await listening(receiver)}/hook`);
    standIn.webhooks.pause();
    standIn.webhooks.set({ shuffled: true });
    for (let referral = 0; referral < 5; referral++) standIn.state.put(sentByMicrosoft());
    await setImmediate();
    assert.equal(ids.size, 0);
    standIn.webhooks.resume();
    while (ids.size < 5) await setImmediate();
    await closed(receiver);
  });

  it('given a body that is larger than any of the contract, then 413', async () => {
    const response = await fetch(`${standIn.pageUrl}/referrals`, {
      method: 'POST',
      headers: { connection: 'close' },
      body: 'x'.repeat(4 * 1024 * 1024 + 1),
    });
    assert.equal(response.status, 413);
  });

  it('given its page is opened by plain http, then it is a page', async () => {
    const response = await fetch(standIn.pageUrl, { headers: { connection: 'close' } });
    assert.equal(response.status, 200);
    assert.match(await response.text(), /Stand-in for Partner Center/);
    assert.match(String(response.headers.get('content-security-policy')), /default-src 'none'/);
  });
});
