import assert from 'node:assert/strict';
import { createHttpsClient, type HttpsClient } from '#adapters/partner-center/api/httpsClient.ts';
import {
  createWebhookClient,
  type WebhookClientOptions,
} from '#adapters/partner-center/api/webhookClient.ts';
import { type StandIn, startStandIn } from '#bot/demo/standIn/standIn.ts';
import { switchesWith, switchValues } from '#bot/demo/standIn/switches.ts';

const wanted = {
  url: 'https://bot.example/api/partner-center/webhooks/contoso',
  events: ['referral-created', 'referral-updated', 'test-created'],
};
const away = (code: string) => ({ name: 'UnavailableError', code });

describe('createWebhookClient, over https', () => {
  let standIn: StandIn;
  let http: HttpsClient;
  before(async () => {
    standIn = await startStandIn({ automatic: false, deliver: async () => 202 });
    http = createHttpsClient({ origins: [standIn.webhooksUrl], trusted: standIn.caPem });
  });
  after(async () => {
    http.close();
    await standIn.close();
  });
  beforeEach(() => {
    Object.assign(standIn.switches, switchesWith());
    standIn.faults.clear();
    standIn.webhooks.unregister();
  });

  function client(options: Partial<WebhookClientOptions> = {}) {
    const { webhooksUrl } = standIn;
    return createWebhookClient({
      webhooksUrl,
      http,
      token: async () => standIn.tokenFor('webhooks'),
      ...options,
    });
  }

  it('given the events there are, then their names are known', async () => {
    assert.ok((await client().events()).includes('related-referral-updated'));
  });

  it('given nobody who is told, then there is no registration, and one is made', async () => {
    assert.equal(await client().registration(), undefined);
    assert.deepEqual(await client().register(wanted), { kind: 'done', registration: wanted });
    assert.deepEqual(await client().registration(), wanted);
  });

  it('given another who is told, then the registration takes its place, whether a second one replaces or fails (point 31)', async () => {
    for (const secondWebhook of switchValues.secondWebhook) {
      standIn.switches.secondWebhook = secondWebhook;
      standIn.webhooks.register('https://crm.example/hook');
      assert.equal((await client().registration())?.url, 'https://crm.example/hook');
      assert.equal((await client().register(wanted)).kind, 'done');
      assert.equal(standIn.webhooks.registration()?.url, wanted.url);
    }
  });

  it('given one that came in between, or went, then the other method is tried', async () => {
    standIn.faults.failNext({ how: { status: 409 }, method: 'POST' });
    standIn.webhooks.register('https://crm.example/hook');
    standIn.faults.failNext({ how: { status: 404 }, method: 'GET' });
    assert.equal((await client().register(wanted)).kind, 'done');
    standIn.faults.failNext({ how: { status: 404 }, method: 'PUT' });
    assert.equal((await client().register(wanted)).kind, 'done');
  });

  it('given a gateway that keeps Authorization, then the signature is asked for in its own header', async () => {
    await client({ signatureInOwnHeader: true }).register(wanted);
    assert.equal(standIn.webhooks.registration()?.signatureInOwnHeader, true);
  });

  it('given what is not taken, then it is refused with the code and the id for support', async () => {
    const outcome = await client().register({ ...wanted, events: ['nonsense'] });
    assert.equal(outcome.kind === 'refused' && outcome.refusal.status, 400);
    assert.ok(outcome.kind === 'refused' && outcome.refusal.requestId);
  });

  it('given an account whose roles do not reach, then reading says not-allowed', async () => {
    standIn.switches.webhookRoles = 'listed';
    await assert.rejects(client().registration(), away('not-allowed'));
  });

  it('given the referrals’ token, then it is signed out, because the host is another one', async () => {
    await assert.rejects(client({ token: async () => standIn.tokenFor() }).events(), away('signed-out'));
  });

  it('given a test event, then it is known how it fared, and without a registration there is none', async () => {
    assert.equal(await client().tryOut(), undefined);
    await client().register(wanted);
    const id = await client().tryOut();
    assert.ok(id);
    await standIn.webhooks.flush();
    assert.deepEqual(await client().trial(id), { status: 'completed', answers: ['Accepted'] });
    assert.equal(await client().trial('0d0d0000-0000-4000-8000-000000000009'), undefined);
  });

  it('given more test events than a minute allows, then it says how long to wait', async () => {
    await client().register(wanted);
    const tries = [];
    for (let round = 0; round < 3; round++)
      tries.push(
        await client()
          .tryOut()
          .catch((error) => error),
      );
    const { code, retryAfter } = tries.at(-1);
    assert.equal(code, 'throttled');
    assert.ok(retryAfter > 0 && retryAfter <= 60_000);
  });
});
