import assert from 'node:assert/strict';
import type { Connector } from '#bot/teams/sending/connector.ts';
import { createMessenger } from '#bot/teams/sending/messenger.ts';
import { createMetrics } from '#bot/telemetry/metrics.ts';
import type { Address, Content } from '#ports/messenger.ts';
import { fakeClock } from '#test/support/app/fakeClock.ts';
import { MONDAY } from '#test/support/app/runningApp.ts';

const to: Address = {
  kind: 'person',
  serviceUrl: 'https://127.0.0.1/',
  conversationId: 'chat',
  tenantId: 'tenant',
  botId: 'bot',
  locale: 'en',
};
const content: Content = { type: 'handover-done', member: 'Ada', to: 'Bo', moved: 1, left: 0 };

describe('The messenger', () => {
  it('given a process that stood still while it waited for its turn, then what another one has taken over is not sent', async () => {
    const sent: string[] = [];
    const turn = Promise.withResolvers<number>();
    let holding = true;
    const messenger = createMessenger({
      connector: {
        send: async (_service: string, conversation: string) => {
          sent.push(conversation);
          return '1';
        },
      } as unknown as Connector,
      rateLimit: () => turn.promise,
      render: () => ({ text: 'Hello' }),
      clock: fakeClock(MONDAY),
      metrics: createMetrics(),
    });
    const first = messenger.under(() => holding).post(to, content);
    holding = false;
    turn.resolve(0);
    assert.deepEqual(await first, {
      outcome: 'later',
      counts: false,
      reason: 'another process has taken it over',
    });
    assert.deepEqual(sent, []);
    assert.equal((await messenger.post(to, content)).outcome, 'sent', 'what nobody can take over is sent');
  });
});
