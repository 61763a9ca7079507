import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { cardOf, executed, pressOn, readable } from '#test/support/bot/client.ts';
import type { Posted } from '#test/support/bot/fakeConnector.ts';
import type { InvokeAnswer, Place, TestPerson } from '#test/support/bot/fakeTeams.ts';
import { installInChannel, referralCardIn } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { ofType } from '#test/support/cards/cardParts.ts';
import { CONTOSO_KEY, temporaryFile, twoOrganizations } from '#test/support/organization/organizations.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { type CountingStore, counting } from '#test/support/store/countingStore.ts';

// Each is a round trip where the store is a database somewhere else.
describe('Calls of the store that a press waits for', () => {
  let store: CountingStore;
  let file: { path: string; remove(): Promise<void> };
  let bot: RunningBot;
  let anna: TestPerson;
  let chat: Place;
  let channel: Place;
  let card: Posted;
  let channelCard: Posted;
  /** What had been called when an answer left. */
  let before: string[] = [];
  /** How often anybody looked for work. */
  let looks = 0;

  beforeEach(async () => {
    const inner = counting(openSqliteStore({ file: ':memory:' }));
    const due: CountingStore['due'] = (now, limits) => {
      looks++;
      return inner.due(now, limits);
    };
    store = { ...inner, due };
    const email = 'anna.berg@contoso.example';
    file = await temporaryFile(twoOrganizations([{ email, role: 'referrals-admin' }]));
    bot = await startBot({ ORGANIZATIONS_FILE: file.path }, { store });
    bot.composed.server.server.prependListener('request', (_request, response: ServerResponse) => {
      const end = response.end.bind(response) as (...given: unknown[]) => ServerResponse;
      response.end = ((...given: unknown[]) => {
        before = [...store.calls];
        return end(...given);
      }) as typeof response.end;
    });
    anna = bot.teams.person('Anna Berg');
    chat = bot.teams.chatOf(anna);
    channel = bot.teams.channel('19:sales@thread.tacv2');
    await bot.teams.install(anna, chat);
    await installInChannel(bot.teams, anna, channel);
    await bot.intake(inbound(), CONTOSO_KEY);
    [card, channelCard] = await Promise.all([referralCardIn(bot, chat), referralCardIn(bot, channel)]);
    await workDone();
  });
  afterEach(async () => {
    await bot.stop();
    await file.remove();
  });

  const workDone = () =>
    until('nothing is left to do', async () => {
      return (await store.due(new Date().toISOString(), { total: 1, perOrganization: 1 })).length === 0;
    });
  /** Nobody but the presses is at the store from now on. */
  const workerStops = async () => {
    await workDone();
    await bot.composed.worker.stop();
  };
  /** A press on the card in Anna's chat. */
  const pressed = (verb: string, data: object) =>
    bot.teams.press(anna, chat, verb, data, { replyToId: card.id });
  const accepted = () => pressOn(bot.teams, anna, chat, card, 'referral.accept');
  /** What an answer leaves to be written down after it is none of the next press's calls. */
  const settled = async () => {
    for (let calls = -1; calls !== store.calls.length; ) {
      calls = store.calls.length;
      await wait(50);
    }
  };
  /** What was called until the answer, which must be the right one. */
  const callsOf = async (press: () => Promise<InvokeAnswer>, answered: RegExp): Promise<string[]> => {
    await settled();
    store.calls.length = 0;
    assert.match(readable(await press()), answered);
    return before;
  };
  const atMost = (limit: number, calls: readonly string[]) =>
    assert.ok(calls.length <= limit, `${calls.length} calls: ${calls.join(', ')}`);

  it('given a card in the personal chat, when accepted', async () => {
    await workerStops();
    atMost(7, await callsOf(accepted, /Accepted by Anna Berg/));
  });

  it('given a card in a channel, when accepted', async () => {
    await workerStops();
    const press = () => pressOn(bot.teams, anna, channel, channelCard, 'referral.accept');
    atMost(7, await callsOf(press, /Accepted by Anna Berg/));
  });

  it('given a card in the personal chat, when declined', async () => {
    await workerStops();
    const press = () => pressOn(bot.teams, anna, chat, card, 'referral.decline', { reason: 'other' });
    atMost(6, await callsOf(press, /Declined by Anna Berg/));
  });

  it('given an accepted deal, when a stage is asked for and then marked', async () => {
    const answer = await accepted();
    await workerStops();
    const { stage, ...data } = executed(cardOf(answer), 'stage.mark');
    assert.ok(stage);
    atMost(7, await callsOf(() => pressed('stage.mark', data), /How far along is this deal/));
    atMost(6, await callsOf(() => pressed('stage.mark', { ...data, stage }), /Moved to Qualified/));
  });

  it('given an accepted deal, when its form is opened and then saved', async () => {
    const answer = await accepted();
    await workerStops();
    const sent = executed(cardOf(answer), 'deal.edit', { name: 'Renamed' });
    atMost(7, await callsOf(() => pressed('deal.edit', { referral: sent.referral }), /Edit this deal/));
    atMost(6, await callsOf(() => pressed('deal.edit', sent), /Renamed/));
  });

  it('given a list, when a deal is opened from it', async () => {
    const earlier = bot.teams.messages.length;
    await bot.teams.say(anna, chat, 'inbound');
    const list = await until('the list', () => bot.teams.messages.slice(earlier).at(-1));
    await workerStops();
    const data = ofType(cardOf(list), 'Action.Execute').find(({ verb }) => verb === 'deal.open')?.data;
    const press = () => bot.teams.press(anna, chat, 'deal.open', data as object, { replyToId: list.id });
    // One of them, beside the others, asks what became of similar deals (CR-57).
    atMost(10, await callsOf(press, /Answer by/));
  });

  it('given presses that change nothing, then nobody looks for work after each of them', async () => {
    const data = executed(cardOf(channelCard), 'referral.accept');
    await accepted();
    await workDone();
    const presses = 40;
    looks = 0;
    for (let at = 0; at < presses; at++) {
      const answer = await bot.teams.press(anna, channel, 'referral.accept', data, {
        replyToId: channelCard.id,
      });
      assert.match(readable(answer), /Accepted by Anna Berg/);
    }
    // At leisure it looks every few seconds.
    assert.ok(looks < presses / 2, `${looks} looks`);
  });
});
