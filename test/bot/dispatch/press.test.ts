import assert from 'node:assert/strict';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { systemClock } from '#adapters/system/clock.ts';
import { noteRemoved } from '#app/referral/aliasRecord.ts';
import { cardOf, executed, pressOn, readable, submitted, textAnswer } from '#test/support/bot/client.ts';
import { referralArrives } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot } from '#test/support/bot/startBot.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { type BreakableStore, breakable } from '#test/support/store/breakableStore.ts';

const OLD_BUTTON = 'This button is from an older card. Type help to see what I can do now.';
const UNKNOWN = 'I can’t find this referral anymore. It may have been removed.';

describe('A press that is out of the ordinary', () => {
  let store: BreakableStore;
  let bot: RunningBot;
  beforeEach(async () => {
    store = breakable(openSqliteStore({ file: ':memory:' }));
    bot = await startBot({}, { store });
  });
  afterEach(() => bot.stop());

  const odd: Record<string, unknown> = {
    'no id': undefined,
    'an empty id': '',
    'a number for an id': 7,
    'a list for an id': ['a'],
    'an object for an id': { $ne: '' },
    'null for an id': null,
    'a bottomless id': 'x'.repeat(300_000),
  };
  for (const [what, referral] of Object.entries(odd)) {
    it(`given ${what}, when pressed either way, then it is answered politely`, async () => {
      const anna = bot.teams.person('Anna Berg');
      const chat = bot.teams.chatOf(anna);
      for (const verb of ['referral.accept', 'referral.decline', 'referral.view']) {
        const answer = await bot.teams.press(anna, chat, verb, { referral });
        assert.deepEqual(answer, textAnswer(OLD_BUTTON));
        assert.equal(await bot.teams.submit(anna, chat, { verb, referral }), 200);
        assert.equal(bot.teams.in(chat).at(-1)?.activity.text, OLD_BUTTON);
      }
    });
  }

  it('given an id that is nobody’s, then it is answered politely', async () => {
    const anna = bot.teams.person('Anna Berg');
    for (const referral of ['nothing', '../x', '__proto__', ' ', '\u0000', '\ud800']) {
      const answer = await bot.teams.press(anna, bot.teams.chatOf(anna), 'referral.accept', { referral });
      assert.deepEqual(answer, textAnswer(UNKNOWN));
    }
  });

  it('given a card of a deal that was removed because it had been closed for long, then that is said', async () => {
    const { anna, chat, referral } = await referralArrives(bot);
    const id = String(referral.id);
    await noteRemoved({ store, clock: systemClock }, 'local', { id });
    // As long as it is there it is shown.
    const still = await bot.teams.press(anna, chat, 'referral.view', { referral: id });
    assert.match(readable(still), /Fabrikam/);
    const document = await store.read('local', `referral:${id}`);
    assert.ok(document);
    await store.remove('local', document.id, document.etag);
    for (const verb of ['referral.accept', 'referral.view', 'deal.open']) {
      const answer = await bot.teams.press(anna, chat, verb, { referral: id });
      assert.deepEqual(
        answer,
        textAnswer('This deal isn’t kept anymore. It was closed a long time ago.'),
        verb,
      );
    }
  });

  it('given inputs of the wrong kind, then the form comes back and says so', async () => {
    const { anna, chat, referral, card } = await referralArrives(bot);
    const wrong = { name: { a: 1 }, value: ['1'], closeDate: 20270501, currency: null, notes: [[[]]] };
    const answer = await pressOn(bot.teams, anna, chat, card, 'referral.accept', wrong);
    assert.match(readable(answer), /I couldn’t read that. Enter it again/);
    for (const form of [-1, 1e300, 'x', null, { a: 1 }]) {
      const data = { ...executed(cardOf(card), 'referral.decline'), form };
      const again = await bot.teams.press(anna, chat, 'referral.decline', data);
      assert.match(readable(again), /Choose a reason/);
    }
    assert.equal((await bot.read(referral.id)).body.substatus, 'Pending');
  });

  for (const verb of ['deal.create', '', '__proto__', 'toString', 'referral.accept ']) {
    it(`given the verb "${verb}", then it is answered politely`, async () => {
      const anna = bot.teams.person('Anna Berg');
      const chat = bot.teams.chatOf(anna);
      assert.deepEqual(await bot.teams.press(anna, chat, verb, {}), textAnswer(OLD_BUTTON));
      assert.equal(await bot.teams.submit(anna, chat, { verb }), 200);
      assert.equal(bot.teams.in(chat).at(-1)?.activity.text, OLD_BUTTON);
    });
  }

  it('given a press that nobody can read, then it is answered in words', async () => {
    const anna = bot.teams.person('Anna Berg');
    const chat = bot.teams.chatOf(anna);
    for (const value of [
      undefined,
      null,
      'text',
      { action: { verb: 7 } },
      { action: { verb: 'help.show', data: 'text' } },
    ]) {
      const press = { type: 'invoke', name: 'adaptiveCard/action', value };
      assert.deepEqual(await bot.teams.send(anna, chat, press), textAnswer(OLD_BUTTON));
    }
  });

  it('given a search with nothing in its fields, then it finds nothing', async () => {
    const anna = bot.teams.person('Anna Berg');
    for (const value of [
      { queryText: null, queryOptions: { skip: 0, top: 15 }, dataset: 'customers' },
      { queryText: 'con', queryOptions: null, data: null, dataset: 'customers' },
      JSON.stringify({ queryText: 'con', dataset: 'customers' }),
    ]) {
      const search = { type: 'invoke', name: 'application/search', value };
      const { body } = await bot.teams.send(anna, bot.teams.chatOf(anna), search);
      assert.equal(body?.statusCode, 204);
    }
  });

  it('given an invoke that is none of ours, then it is refused inside an HTTP 200', async () => {
    const anna = bot.teams.person('Anna Berg');
    const chat = bot.teams.chatOf(anna);
    const invokes = [
      { name: 'application/search', value: {} },
      { name: 'composeExtension/selectItem', value: {} },
      { name: 'composeExtension/submitAction', value: { commandId: 'x' } },
      { name: 'task/fetch' },
      { name: 'config/fetch' },
      { name: 'signin/verifyState', value: {} },
      { name: 'something/new' },
      {},
    ];
    for (const invoke of invokes) {
      const { status, body } = await bot.teams.send(anna, chat, { type: 'invoke', ...invoke });
      assert.equal(status, 200, JSON.stringify(invoke));
      assert.deepEqual([body?.statusCode, body?.type], [400, 'application/vnd.microsoft.error']);
    }
  });

  it('given the store is away, when pressed, then "not saved" is the answer, and the same press counts once it is back', async () => {
    const { anna, chat, referral, card } = await referralArrives(bot);
    const data = executed(cardOf(card), 'referral.accept');
    const press = () => bot.teams.press(anna, chat, 'referral.accept', data, { activityId: 'f:1' });
    for (const operation of ['read', 'replace'] as const) {
      store.fails = (one) => one === operation;
      const { status, body } = await press();
      assert.equal(status, 200);
      assert.equal(body?.type, 'application/vnd.microsoft.activity.message');
      assert.match(String(body?.value), /^Not saved: I can’t reach the store right now/);
      await bot.teams.submit(anna, chat, submitted(cardOf(card), 'referral.accept'));
      assert.match(String(bot.teams.in(chat).at(-1)?.activity.text), /^Not saved/);
    }
    store.fails = undefined;
    assert.equal((await bot.read(referral.id)).body.substatus, 'Pending');
    assert.match(readable(await press()), /Accepted by Anna Berg/);
  });

  it('given a body at /api/messages that is no activity, then 4xx', async () => {
    for (const body of ['', '[]', '1', 'null', '{}', '{"type":1}', '{"text":"hi"}', 'x'.repeat(1_100_000)]) {
      const headers = { 'Content-Type': 'application/json' };
      const { status } = await fetch(`${bot.url}/api/messages`, { method: 'POST', headers, body });
      assert.ok(status >= 400 && status < 500, `${status} for ${body.slice(0, 20)}`);
    }
  });

  it('given an activity without the parts that every activity has, then no 5xx, and others are still answered', async () => {
    for (const type of ['message', 'invoke', 'installationUpdate', 'conversationUpdate', 'typing', 'new']) {
      for (const more of [{}, { conversation: 7 }, { from: null, recipient: null }, { channelData: 'x' }]) {
        const response = await fetch(`${bot.url}/api/messages`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ type, action: 'add', name: 'adaptiveCard/action', ...more }),
        });
        assert.ok(response.status < 500, `${response.status} for ${type} ${JSON.stringify(more)}`);
      }
    }
    const referral = inbound();
    assert.equal((await bot.intake(referral)).status, 202);
  });
});
