import assert from 'node:assert/strict';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { cardOf, executed, pressOn, readable } from '#test/support/bot/client.ts';
import { type Posted, reply } from '#test/support/bot/fakeConnector.ts';
import type { Place, TestPerson } from '#test/support/bot/fakeTeams.ts';
import { refuse } from '#test/support/bot/refusals.ts';
import { referralArrives } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { type BreakableStore, breakable } from '#test/support/store/breakableStore.ts';

describe('Who somebody is', () => {
  let store: BreakableStore;
  let bot: RunningBot;
  let uma: TestPerson;
  let chat: Place;
  beforeEach(async () => {
    store = breakable(openSqliteStore({ file: ':memory:' }));
    bot = await startBot({}, { store });
    uma = bot.teams.person('Uma Blum');
    chat = bot.teams.chatOf(uma);
  });
  afterEach(() => bot.stop());

  const last = () => readable(bot.teams.in(chat).at(-1)?.activity ?? {});
  const nobodyIsNamed = (status: number) => {
    const refusal = refuse(status, 'MemberNotFoundInConversation');
    bot.teams.disturb = (call, response) => call.kind === 'member' && refusal(call, response);
  };
  const rosterCalls = () => bot.teams.calls.filter(({ kind }) => kind === 'member').length;

  for (const status of [400, 403, 404, 429, 503]) {
    it(`given Teams answers ${status} to that, then help is shown all the same, and a press says whose fault it is`, async () => {
      const { channel, channelCard } = await referralArrives(bot);
      nobodyIsNamed(status);
      await bot.teams.say(uma, chat, 'help');
      assert.match(last(), /What I can do/);
      const answer = await pressOn(bot.teams, uma, channel, channelCard, 'referral.accept');
      const text = String(answer.body?.value);
      assert.match(text, /^Teams didn’t tell me/);
      assert.equal(/again in a moment/.test(text), status >= 429, text);
    });
  }

  const unnamed = () => ({ from: { id: uma.id, name: uma.name } });

  it('given an installation that leaves the directory id out, then the roster is asked once, and they are welcomed', async () => {
    await bot.teams.send(uma, chat, { type: 'installationUpdate', action: 'add', ...unnamed() });
    assert.match(last(), /Co-sell referrals, answered in time/);
    const before = rosterCalls();
    await bot.teams.say(uma, chat, 'hi', unnamed());
    await bot.teams.say(uma, chat, 'hi', unnamed());
    assert.match(last(), /Hi Uma!/);
    assert.equal(rosterCalls(), before);
    await referralArrives(bot);
    await until('the card comes', () => /New referral/.test(last()));
  });

  it('given it stands among those who were added, then that counts', async () => {
    nobodyIsNamed(404);
    const membersAdded = [{ id: '28:bot' }, { id: uma.id, aadObjectId: uma.aadObjectId }];
    await bot.teams.send(uma, chat, { type: 'conversationUpdate', membersAdded, ...unnamed() });
    assert.match(last(), /Co-sell referrals, answered in time/);
  });

  it('given nobody knows it, then they are not called a guest', async () => {
    bot.teams.disturb = (call, response) => {
      if (call.kind !== 'member') return false;
      reply(response, { id: '29:uma', name: 'Uma' });
      return true;
    };
    await bot.teams.say(uma, chat, 'my deals', unnamed());
    assert.match(last(), /^Teams didn’t tell me who you are/);
  });

  it('given something broke after it was carried out, then the apology does not say that nothing was changed', async () => {
    const { anna, chat: own, card, referral } = await referralArrives(bot);
    const isAccepted = ({ kind, body }: { kind: string; body: unknown }) =>
      kind === 'referral' && JSON.stringify(body).includes('"stage":"accepted"');
    store.fails = (operation) => operation === 'read' && store.written.some(isAccepted);
    const data = executed(cardOf(card as Posted), 'referral.accept');
    const answer = await bot.teams.press(anna, own, 'referral.accept', data, { replyToId: card.id });
    store.fails = undefined;
    const accepted = (await bot.read(referral.id)).body.substatus === 'Accepted';
    assert.ok(accepted);
    assert.match(String(answer.body?.value), /[Ss]ome of this may already be saved/);
  });
});
