import assert from 'node:assert/strict';
import type { Connector } from '#bot/teams/sending/connector.ts';
import type { Leaving } from '#bot/teams/sending/leaving.ts';
import { createLimits } from '#bot/teams/sending/limits/limits.ts';
import { wholeShare } from '#bot/teams/sending/limits/tenant.ts';
import { createMessenger } from '#bot/teams/sending/messenger.ts';
import { createMetrics } from '#bot/telemetry/metrics.ts';
import type { Address, Content } from '#ports/messenger.ts';
import { fakeClock } from '#test/support/app/fakeClock.ts';
import { MONDAY } from '#test/support/app/runningApp.ts';
import { virtualTime } from '#test/support/app/virtualTime.ts';

const to: Address = {
  kind: 'person',
  serviceUrl: 'https://127.0.0.1/',
  conversationId: 'chat',
  tenantId: 'tenant',
  botId: 'bot',
  locale: 'en',
};
const content: Content = { type: 'handover-done', member: 'Ada', to: 'Bo', moved: 1, left: 0 };

/** A messenger whose calls leave in their turn and then do as they are told. */
function messengerThat(answers: (conversation: string) => Promise<string>) {
  const limits = createLimits({ ticking: virtualTime(), shareOf: () => wholeShare, random: () => 0.5 });
  const connector = {
    async send(_service: string, conversation: string, _activity: object, { place }: Leaving) {
      await place?.turn();
      return answers(conversation);
    },
  } as unknown as Connector;
  const metrics = createMetrics();
  return createMessenger({
    connector,
    limits,
    render: () => ({ text: 'Hello' }),
    clock: fakeClock(MONDAY),
    metrics,
  });
}

const refusal = (statusCode: number, headers: Readonly<Record<string, string>> = {}) =>
  Object.assign(new Error('refused'), {
    statusCode,
    response: { headers: new Map(Object.entries(headers)) },
  });

describe('The messenger', () => {
  it('given a process that stood still while it waited for its turn, then what another one has taken over is not sent', async () => {
    const sent: string[] = [];
    let holding = true;
    const messenger = messengerThat(async (conversation) => {
      sent.push(conversation);
      return '1';
    });
    const held = messenger.under(() => holding);
    const posts = Array.from({ length: 60 }, (_, chat) =>
      held.post({ ...to, conversationId: `chat ${chat}` }, content),
    );
    await posts[0];
    holding = false;
    const last = await posts.at(-1);
    assert.deepEqual(last, {
      outcome: 'later',
      counts: false,
      reason: 'another process has taken it over',
    });
    assert.equal(sent.includes('chat 59'), false);
    assert.equal((await messenger.post(to, content)).outcome, 'sent', 'what nobody can take over is sent');
    await Promise.all(posts);
  });

  it('given a 429 that says for how long, then the message comes again after that, and it is no failure', async () => {
    const messenger = messengerThat(() => Promise.reject(refusal(429, { 'retry-after': '7' })));
    const delivery = await messenger.post(to, content);
    assert.deepEqual(delivery, { outcome: 'later', after: 7_000, counts: false, reason: '429 refused' });
  });

  it('given a 429 that does not say for how long, then after a while, then after twice as long', async () => {
    const messenger = messengerThat(() => Promise.reject(refusal(429)));
    const first = await messenger.post(to, content);
    assert.deepEqual(first.outcome === 'later' && first.after, 800);
    const second = await messenger.post(to, content);
    assert.deepEqual(second.outcome === 'later' && second.reason, '429 refused');
    assert.deepEqual(second.outcome === 'later' && second.after, 1_600);
  });

  it('given that Teams has not answered for a while, then a message that did not get through has not failed, however often', async () => {
    const messenger = messengerThat(() => Promise.reject(refusal(503)));
    const counted: boolean[] = [];
    for (let chat = 0; chat < 20; chat++) {
      const delivery = await messenger.post({ ...to, conversationId: `chat ${chat}` }, content);
      assert.ok(delivery.outcome === 'later');
      counted.push(delivery.counts);
      assert.ok(!(delivery.after !== undefined && delivery.after > 10_000), 'soon again');
    }
    assert.equal(counted.filter(Boolean).length < 8, true, `${counted}`);
    assert.equal(counted.at(-1), false);
  });
});
