import assert from 'node:assert/strict';
import { pressOn, readable } from '#test/support/bot/client.ts';
import type { Place, TestPerson } from '#test/support/bot/fakeTeams.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { type Seller, seller } from '#test/support/draft/dealScene.ts';

describe('Being away, typed', () => {
  let bot: RunningBot;
  let anna: Seller;
  let bo: TestPerson;
  let chat: Place;
  before(async () => {
    bot = await startBot();
    anna = await seller(bot);
    bo = bot.teams.person('Bo Dahl');
    chat = bot.teams.chatOf(bo);
    await bot.teams.install(bo, chat);
    const twin = bot.teams.person('Bo Ek');
    await bot.teams.install(twin, bot.teams.chatOf(twin));
  });
  after(() => bot.stop());
  const answered = async (text: string) => (await anna.says(text)).map(readable).join('\n');
  const boHears = (what: RegExp) =>
    until(String(what), () => bot.teams.in(chat).find((posted) => what.test(readable(posted))));

  it('given a day and a colleague, then one line says so, and the colleague hears of it with a way to say no', async () => {
    assert.match(
      await answered('away until next friday, Bo Dahl'),
      /Away until .*: Bo Dahl stands in for you\./,
    );
    const asked = await boHears(/You stand in for Anna Berg/);
    assert.match(await answered('away'), /Bo Dahl stands in for you until/);
    const answer = await pressOn(bot.teams, bo, chat, asked, 'away.set');
    assert.match(JSON.stringify(answer), /you don’t stand in/);
    await until('Anna hears', () =>
      bot.teams.in(anna.chat).find((posted) => /Bo Dahl can’t stand in for you/.test(readable(posted))),
    );
  });

  it('given a name that several have, then the form asks which of them', async () => {
    const [form] = await anna.says('away until next friday, Bo');
    assert.ok(form);
    assert.match(readable(form), /Which of them\?/);
  });

  it('given they are back, or press Undo, then nobody stands in', async () => {
    await answered('away one week, Bo Dahl');
    assert.match(await answered('back'), /Welcome back\. Nobody stands in for you anymore\./);
    assert.match(await answered('away off'), /there’s nothing to end/);
    const [line] = await anna.says('away one week, Bo Dahl');
    assert.ok(line);
    const answer = await pressOn(bot.teams, anna.person, anna.chat, line, 'away.set');
    assert.match(JSON.stringify(answer), /Welcome back/);
  });

  for (const [typed, said] of [
    ['away Bo Dahl', /Until which day\?/],
    ['away until yesterday, Bo Dahl', /That’s not in the future/],
    ['away until next friday', /Who/],
    ['away until next friday, Anna Berg', /That’s you\. Choose a colleague\./],
  ] as const) {
    it(`given "${typed}", then the form says what is missing`, async () => {
      assert.match(await answered(typed), said);
    });
  }
});
