import assert from 'node:assert/strict';
import { createServer, type Server } from 'restify';
import { createNoteWanted } from '#app/sync/reading/notingWanted.ts';
import { createSlowing } from '#bot/http/slowing.ts';
import { postWebhook, type WebhookDeps } from '#bot/http/webhooks.ts';
import { createLog } from '#bot/telemetry/log.ts';
import { createMetrics } from '#bot/telemetry/metrics.ts';
import { noTracing } from '#bot/telemetry/tracing.ts';
import { UnavailableError } from '#ports/errors.ts';
import { type App, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { connect, connectedSince } from '#test/support/sync/connections.ts';
import {
  CONTOSO,
  type MemoryPartnerCenter,
  memoryPartnerCenter,
} from '#test/support/sync/memoryPartnerCenter.ts';

const ADDRESS = 'https://api.partnercenter.microsoft.com/engagements/v1/referrals/';

describe('POST /api/partner-center/webhooks/{organization}', () => {
  let app: App;
  let there: MemoryPartnerCenter;
  let server: Server;
  let deps: WebhookDeps;
  let waited: number[];
  beforeEach(async () => {
    there = memoryPartnerCenter();
    app = startApp({ partnerCenter: there, partnerCenterId: CONTOSO, others: { fabrikam: 'Fabrikam' } });
    await connect(app, {
      ...connectedSince('2026-11-16T09:00:00.0000000Z'),
      lastPending: MONDAY,
      lastLookBack: MONDAY,
    });
    await app.settled();
    there.asked = [];
    waited = [];
    deps = {
      organizations: app.deps.organizations,
      // Who signs is not the matter here.
      verifier: {
        verify: async ({ headers, body }) =>
          headers['x-signed'] === Buffer.from(body).toString('base64')
            ? { ok: true }
            : { ok: false, reason: 'signature' },
      },
      noteWanted: createNoteWanted(app.deps),
      slowing: createSlowing(app.clock),
      pause: async (milliseconds) => void waited.push(milliseconds),
      log: createLog('silent'),
      metrics: createMetrics(),
      tracing: noTracing,
    };
    server = createServer();
    server.post('/api/partner-center/webhooks/:organization', postWebhook(deps));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  });
  afterEach(async () => {
    server.server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await app.close();
  });
  const event = (id: string, changes: object = {}) => ({
    EventName: 'referral-updated',
    ResourceUri: ADDRESS + id,
    ResourceName: 'referral',
    AuditUri: null,
    ResourceChangeUtcDate: '2026-11-16T09:01:00.0000000+00:00',
    ...changes,
  });
  const post = async (
    body: string,
    init: { signed?: boolean; organization?: string; type?: string } = {},
  ) => {
    const { signed = true, organization = 'contoso', type = 'application/json' } = init;
    const response = await fetch(
      `http://127.0.0.1:${server.address().port}/api/partner-center/webhooks/${organization}`,
      {
        method: 'POST',
        headers: {
          'Content-Type': type,
          ...(signed && { 'X-Signed': Buffer.from(body).toString('base64') }),
        },
        body,
      },
    );
    return response.status;
  };
  const posted = (id: string, changes: object = {}) => post(JSON.stringify(event(id, changes)));
  const counted = async (outcome: string) =>
    (await deps.metrics.partnerCenterWebhooks.get()).values.find(({ labels }) => labels.outcome === outcome)
      ?.value;

  it('given a record that changed, then it is taken at once and read', async () => {
    there.put({ ...inbound({}, new Date(MONDAY)), id: 'r1' });
    assert.equal(await posted('R1'), 202);
    await app.settled();
    assert.deepEqual(there.asked, ['one r1']);
  });

  it('given the body is pretty-printed, then the very bytes are what was signed (point 34)', async () => {
    const body = JSON.stringify(event('r1'), null, 2).replaceAll('\n', '\r\n');
    assert.equal(await post(body), 202);
  });

  it('given a storm of repeats, then one is written down and read', async () => {
    const answers = await Promise.all(Array.from({ length: 500 }, () => posted('r1')));
    assert.ok(answers.every((status) => status === 202 || status === 200));
    await app.settled();
    assert.ok(there.asked.length <= 2, there.asked.join());
    assert.equal(await posted('r1'), 200);
    assert.equal(await posted('r1', { ResourceChangeUtcDate: '2026-11-16T09:02:00Z' }), 202);
  });

  it('given they arrive in another order, then nothing of what they say counts but the id', async () => {
    there.put({ ...inbound({}, new Date(MONDAY)), id: 'r1', name: 'As it is' });
    await posted('r1', { ResourceChangeUtcDate: '2026-11-16T09:09:00Z' });
    await posted('r1', { EventName: 'referral-created', ResourceChangeUtcDate: '2026-11-16T09:01:00Z' });
    await app.settled();
    assert.ok(there.asked.every((one) => one === 'one r1'));
  });

  for (const [what, changes, status] of [
    ['it is a test', { EventName: 'test-created', ResourceUri: null }, 200],
    ['it is of no interest', { EventName: 'invoice-ready' }, 200],
    ['it names no record', { ResourceUri: `${ADDRESS}..%2f..%2fadmin?x=1` }, 400],
    ['it has no event', { EventName: 7 }, 400],
  ] as const) {
    it(`given ${what}, then the answer is ${status} and nothing is read`, async () => {
      assert.equal(await posted('r1', changes), status);
      await app.settled();
      assert.deepEqual(there.asked, []);
    });
  }

  it('given it is forged, then it is refused, slowly where that goes on, and nothing is read', async () => {
    const answers: number[] = [];
    for (let count = 0; count < 30; count++) {
      answers.push(await post(JSON.stringify(event('r1')), { signed: false }));
    }
    assert.deepEqual([answers[0], answers.at(-1), waited[0]], [401, 429, 1_000]);
    await app.settled();
    assert.deepEqual(there.asked, []);
    assert.equal(await counted('forged'), 30);
    assert.equal(await posted('r1'), 202);
  });

  it('given an organization that is none, or is not connected, then there is nothing for it', async () => {
    assert.equal(await post(JSON.stringify(event('r1')), { organization: 'nobody' }), 404);
    assert.equal(await post(JSON.stringify(event('r1')), { organization: 'fabrikam' }), 404);
  });

  it('given a body that is too large or no JSON, then it is refused before anything is checked', async () => {
    const large = JSON.stringify(event('r1', { AuditUri: 'x'.repeat(20_000) }));
    assert.equal(await post(large, { signed: false }), 413);
    assert.equal(await post('{}', { type: 'text/plain' }), 415);
    assert.equal(await post('{"EventName":'), 400);
  });

  it('given the store or the certificate is away, then it is not taken for a repeat when it comes again', async () => {
    const { noteWanted, verifier } = deps;
    deps.noteWanted = () => Promise.reject(new UnavailableError('store-unavailable'));
    assert.equal(await posted('r1'), 503);
    deps.noteWanted = noteWanted;
    deps.verifier = { verify: () => Promise.reject(new UnavailableError('certificate')) };
    assert.equal(await posted('r1'), 503);
    deps.verifier = verifier;
    assert.equal(await posted('r1'), 202);
  });
});
