import assert from 'node:assert/strict';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { channelDocumentId } from '#app/contact/contactRecord.ts';
import { type RunningBot, startBot } from '#test/support/bot/startBot.ts';
import { type BreakableStore, breakable } from '#test/support/store/breakableStore.ts';

describe('A channel that is seen for the first time', () => {
  let store: BreakableStore;
  let bot: RunningBot;
  beforeEach(async () => {
    store = breakable(openSqliteStore({ file: ':memory:' }));
    bot = await startBot({}, { store });
  });
  afterEach(() => bot.stop());

  it('given the store fails at the first message, when the next one comes, then the channel is remembered', async () => {
    const anna = bot.teams.person('Anna Berg');
    const sales = bot.teams.channel('19:sales@thread.tacv2');
    const [organization] = bot.composed.organizations.all();
    const isKnown = async () =>
      (await store.read(organization?.id ?? '', channelDocumentId(sales.conversationId))) !== undefined;
    store.fails = () => true;
    await bot.teams.say(anna, sales, 'hi');
    store.fails = undefined;
    assert.equal(await isKnown(), false);
    await bot.teams.say(anna, sales, 'hi');
    assert.equal(await isKnown(), true);
  });
});
