import assert from 'node:assert/strict';
import { standInCertificates } from '#bot/demo/standIn/certificates/standInCertificates.ts';
import type { StandInCoreOptions } from '#bot/demo/standIn/core.ts';
import type { JsonObject } from '#bot/demo/standIn/exchange.ts';
import { forgeries } from '#bot/demo/standIn/webhooks/forgedDelivery.ts';
import type { StandInDelivery } from '#bot/demo/standIn/webhooks/signedDelivery.ts';
import { webhookEventNames } from '#bot/demo/standIn/webhooks/webhookEvents.ts';
import { askedStandIn } from '#test/support/standIn/asking.ts';
import { accepting, invitingMicrosoft, newCoSell, sentByMicrosoft } from '#test/support/standIn/bodies.ts';
import { deliveryProblem } from '#test/support/standIn/receiving.ts';

const URL_OF_BOT = 'https://bot.example/partner-center/webhook';
const REGISTRATION = '/webhooks/v1/registration';

/** A stand-in whose deliveries are taken here, with the status that is set. */
function received(options: StandInCoreOptions = {}) {
  const deliveries: StandInDelivery[] = [];
  const answer: { status: number | undefined } = { status: 200 };
  const standIn = askedStandIn({
    ...options,
    deliver: async (delivery) => {
      deliveries.push(delivery);
      if (answer.status === undefined) throw new Error('nobody there');
      return answer.status;
    },
  });
  const events = () => deliveries.map(({ body }) => JSON.parse(body) as JsonObject);
  const register = (more: JsonObject = {}) =>
    standIn.ask('POST', REGISTRATION, { WebhookUrl: URL_OF_BOT, WebhookEvents: webhookEventNames, ...more });
  return { standIn, deliveries, events, answer, register };
}

const root = () => standInCertificates().root.pem;

describe('stand-in: webhooks', () => {
  it('given nobody has registered, when a referral comes, then nothing is sent', async () => {
    const { standIn, deliveries } = received();
    standIn.state.put(sentByMicrosoft());
    await standIn.webhooks.flush();
    assert.equal(deliveries.length, 0);
    assert.equal((await standIn.ask('GET', REGISTRATION)).status, 404);
  });

  it('given a registration, when a referral comes and is accepted, then both are told, signed over the bytes', async () => {
    const { standIn, deliveries, events, register } = received();
    const { status, body } = await register();
    assert.deepEqual(
      [status, body.WebhookUrl, body.WebhookEvents],
      [200, URL_OF_BOT, [...webhookEventNames]],
    );
    const { id } = standIn.state.put(sentByMicrosoft());
    await standIn.referrals('PATCH', `/${id}`, accepting);
    await standIn.webhooks.flush();
    assert.deepEqual(
      events().map(({ EventName, ResourceName, AuditUri }) => [EventName, ResourceName, AuditUri]),
      [
        ['referral-created', 'referral', null],
        ['referral-updated', 'referral', null],
      ],
    );
    assert.ok(
      events().every((event) => String(event.ResourceUri).endsWith(`/engagements/v1/referrals/${id}`)),
    );
    for (const delivery of deliveries) {
      assert.equal(await deliveryProblem(standIn, root(), delivery), undefined);
    }
  });

  it('given a co-sell deal, when Microsoft accepts its copy, then a related referral is told of', async () => {
    const { standIn, events, register } = received();
    await register();
    const { body: own } = await standIn.referrals('POST', '', newCoSell());
    const { body: copy } = await standIn.referrals('POST', '', invitingMicrosoft(own.engagementId));
    standIn.state.decide(String(copy.id), 'accept');
    await standIn.webhooks.flush();
    const told = events().map(({ EventName, ResourceUri }) => [
      EventName,
      String(ResourceUri).split('/').at(-1),
    ]);
    assert.deepEqual(told, [
      ['referral-created', own.id],
      ['related-referral-created', copy.id],
      ['related-referral-updated', copy.id],
      ['referral-updated', own.id],
      ['related-referral-updated', copy.id],
    ]);
  });

  it('given a referral of somebody else, when it comes, then nobody here is told', async () => {
    const { standIn, deliveries, register } = received();
    await register();
    standIn.state.put(sentByMicrosoft({ organizationId: 'somebody-else' }));
    await standIn.webhooks.flush();
    assert.equal(deliveries.length, 0);
  });

  it('given a registration for some events, then others are not sent; a registration that is none is refused', async () => {
    const { standIn, events, register } = received();
    await register({ WebhookEvents: ['referral-updated'] });
    const { id } = standIn.state.put(sentByMicrosoft());
    standIn.state.decide(String(id), 'accept');
    await standIn.webhooks.flush();
    assert.deepEqual(
      events().map(({ EventName }) => EventName),
      ['referral-updated'],
    );
    const wrong = [{ WebhookUrl: 'http://bot.example' }, { WebhookEvents: [] }, { WebhookEvents: ['other'] }];
    for (const changes of wrong) {
      const { status, body } = await register(changes);
      assert.deepEqual([status, body.source], [400, 'PartnerFD']);
    }
    assert.equal((await standIn.ask('POST', `${REGISTRATION}/validationEvents`)).status, 400);
  });

  it('given a receiver that fails, when an event is told, then it is tried ten times and given up', async () => {
    const { standIn, deliveries, answer, register } = received();
    await register();
    answer.status = undefined;
    standIn.state.put(sentByMicrosoft());
    for (let round = 0; round < 12; round++) await standIn.webhooks.flush();
    assert.equal(deliveries.length, 10);
    assert.equal(standIn.webhooks.givenUp.length, 1);
    assert.equal(standIn.webhooks.waiting(), 0);
  });

  it('given copies and a wish for everything again, then each event comes that often', async () => {
    const { standIn, deliveries, register } = received();
    await register();
    standIn.webhooks.set({ copies: 3, shuffled: true });
    standIn.state.put(sentByMicrosoft());
    standIn.webhooks.redeliverAll();
    await standIn.webhooks.flush();
    assert.equal(deliveries.length, 6);
  });

  it('given the signature is wanted in its own header, then it stands there and Authorization is free', async () => {
    const { standIn, deliveries, register } = received();
    await register({ SignatureTokenToMsSignatureHeader: true });
    standIn.state.put(sentByMicrosoft());
    await standIn.webhooks.flush();
    const [delivery] = deliveries;
    assert.ok(delivery?.headers['x-ms-signature']?.startsWith('Signature '));
    assert.equal(delivery?.headers.Authorization, undefined);
  });

  it('given a third validation event within a minute, then 429; the status says what became of the first', async () => {
    const { standIn, events, register } = received();
    await register();
    const first = await standIn.ask('POST', `${REGISTRATION}/validationEvents`);
    assert.equal(first.status, 200);
    const path = `${REGISTRATION}/validationEvents/${first.body.correlationId}`;
    assert.equal((await standIn.ask('GET', path)).body.status, 'inProgress');
    await standIn.webhooks.flush();
    const { body } = await standIn.ask('GET', path);
    assert.equal(body.status, 'completed');
    assert.equal((body.results as JsonObject[])[0]?.responseCode, 'OK');
    assert.equal(events()[0]?.EventName, 'test-created');
    await standIn.ask('POST', `${REGISTRATION}/validationEvents`);
    const third = await standIn.ask('POST', `${REGISTRATION}/validationEvents`);
    assert.equal(third.status, 429);
    assert.ok(Number(third.headers['retry-after']) > 0);
  });

  it('given a delivery that is forged, then a careful receiver finds what is wrong, each time something else', async () => {
    const { standIn, deliveries, register } = received();
    await register();
    const problems = new Map<string, string | undefined>();
    for (const forgery of forgeries) {
      await standIn.webhooks.forge(forgery);
      const delivery = deliveries.at(-1);
      assert.ok(delivery);
      problems.set(forgery, await deliveryProblem(standIn, root(), delivery));
    }
    assert.deepEqual(Object.fromEntries(problems), {
      'wrong-key': 'signature',
      'wrong-subject': 'subject',
      'expired-certificate': 'expired',
      'other-root': 'chain',
      'not-microsoft': 'issuer',
      'http-certificate': 'not https',
      'foreign-host': 'host',
      'tampered-body': 'signature',
      'no-signature': 'no signature',
      'no-certificate': 'no certificate',
      'weak-hash': 'hash',
    });
  });

  it('given a token for the referrals, when webhooks are asked with it, then 401 in the words of that host', async () => {
    const { standIn } = received();
    const authorization = `Bearer ${standIn.tokenFor('referrals')}`;
    const { status, body } = await standIn.ask('GET', REGISTRATION, undefined, { authorization });
    assert.deepEqual([status, body.source], [401, 'PartnerFD']);
  });
});
