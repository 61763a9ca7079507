import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { type PressData, pressesOfCards } from '#test/support/bot/cardPresses.ts';
import { cardOf, executed } from '#test/support/bot/client.ts';
import type { InvokeAnswer } from '#test/support/bot/fakeTeams.ts';
import { referralCardIn } from '#test/support/bot/scene.ts';
import { KEY, startBot } from '#test/support/bot/startBot.ts';
import {
  analytics,
  backup,
  contoso,
  fabrikam,
  type Seller,
  seller,
  stock,
} from '#test/support/draft/dealScene.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { counting } from '#test/support/store/countingStore.ts';

/** A bot with a little in it, to which anything may be sent, and which counts what that costs. */
export interface FuzzedBot {
  presses: ReadonlyMap<string, readonly PressData[]>;
  /** Ids that are there. */
  real: PressData;
  referral(): Record<string, unknown>;
  /** Sends a referral: what is wrong with how it was taken. */
  intake(body: unknown): Promise<string | undefined>;
  /** Sends a table of customers. */
  table(body: unknown): Promise<string | undefined>;
  press(verb: string, data: unknown): Promise<InvokeAnswer>;
  invoke(more: object): Promise<InvokeAnswer>;
  /** Sends a message: its status, and all that was said to it. */
  heard(more: object): Promise<{ status: number; said: string }>;
  /** What is wrong with what was said, and with what it cost. */
  wrongIn(said: string, about: string): string | undefined;
  /** What the bot itself counted as a mistake of its own. */
  mistakes(): Promise<string[]>;
  stop(): Promise<void>;
}

/** Whatever comes in leads to so many calls of the store at most: what it holds here is always as little. */
const MOST_CALLS = 400;
const bug = /If it happens again, give this number/;

export async function startFuzzedBot(): Promise<FuzzedBot> {
  const store = counting(openSqliteStore({ file: ':memory:' }));
  const bot = await startBot({}, { store });
  await stock(bot.composed.store, [contoso, fabrikam], [analytics, backup]);
  const anna = await seller(bot);
  const accepted = await acceptedDeal(bot, anna);
  const referral = inbound({ name: 'Undecided' });
  await bot.intake(referral);
  await referralCardIn(bot, anna.chat);

  const post = async (path: string, body: unknown) => {
    store.calls.length = 0;
    const headers = { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' };
    const text = JSON.stringify(body) ?? '';
    const response = await fetch(`${bot.url}${path}`, { method: 'POST', headers, body: text });
    return { status: response.status, said: await response.text(), sent: text.length };
  };
  const wrongIn = (said: string, about: string): string | undefined => {
    if (bug.test(said)) return `${about}: a mistake of ours`;
    return store.calls.length > MOST_CALLS ? `${about}: ${store.calls.length} calls of the store` : undefined;
  };
  // Of each new referral cards are posted, which nobody looks at again.
  const forget = () => {
    if (bot.teams.messages.length > 2_000) bot.teams.messages.length = 0;
    bot.teams.calls.length = 0;
  };

  return {
    presses: pressesOfCards(),
    real: { referral: accepted, from: accepted, first: accepted },
    referral: () => inbound(),
    async intake(body) {
      forget();
      const { status, said, sent } = await post('/api/referrals', body);
      if (status !== 202 && status !== 400 && status !== 413 && status !== 422) return `status ${status}`;
      // As much is told as was sent, and a little.
      if (said.length > 20_000 + 2 * sent) return `${said.length} letters about ${sent}`;
      if (status !== 202) return wrongIn(said, 'refused');
      const { id } = JSON.parse(said) as { id: unknown };
      const read = await bot.read(encodeURIComponent(String(id)));
      if (read.status !== 200) return `taken in, and read with ${read.status}`;
      const shown = await bot.teams.press(anna.person, anna.chat, 'referral.view', { referral: id });
      const card = shown.body?.type === 'application/vnd.microsoft.card.adaptive';
      return card ? wrongIn(JSON.stringify(shown), 'shown') : 'taken in, and not shown';
    },
    async table(body) {
      const { status, said, sent } = await post('/api/customers', body);
      if (![200, 202, 400, 413, 415, 422].includes(status)) return `status ${status}`;
      return said.length > 20_000 + 10 * sent
        ? `${said.length} letters about ${sent}`
        : wrongIn(said, 'table');
    },
    press(verb, data) {
      store.calls.length = 0;
      return bot.teams.press(anna.person, anna.chat, verb, data as object);
    },
    invoke(more) {
      store.calls.length = 0;
      return bot.teams.send(anna.person, anna.chat, { ...more, type: 'invoke' });
    },
    async heard(more) {
      forget();
      store.calls.length = 0;
      const before = bot.teams.messages.length;
      const { status } = await bot.teams.send(anna.person, anna.chat, { ...more, type: 'message' });
      return { status, said: JSON.stringify(bot.teams.messages.slice(before)) };
    },
    wrongIn,
    async mistakes() {
      const response = await fetch(`${bot.url}/metrics`);
      const lines = (await response.text()).split('\n');
      return lines.filter((line) =>
        /outcome="(bug|unavailable)"|worker_errors_total [1-9]|set_aside_total [1-9]/.test(line),
      );
    },
    stop: () => bot.stop(),
  };
}

async function acceptedDeal(bot: Awaited<ReturnType<typeof startBot>>, anna: Seller): Promise<string> {
  const one = inbound();
  await bot.intake(one);
  const card = await referralCardIn(bot, anna.chat);
  const data = executed(cardOf(card), 'referral.accept');
  await bot.teams.press(anna.person, anna.chat, 'referral.accept', data, { replyToId: card.id });
  return String(one.id);
}
