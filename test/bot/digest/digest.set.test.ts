import assert from 'node:assert/strict';
import { cardOf, pressOn, readable } from '#test/support/bot/client.ts';
import { referralCardIn } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot } from '#test/support/bot/startBot.ts';
import { type Seller, seller } from '#test/support/draft/dealScene.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('The day of a seller, typed', () => {
  let bot: RunningBot;
  let anna: Seller;
  before(async () => {
    bot = await startBot();
    anna = await seller(bot);
  });
  after(() => bot.stop());
  const answered = async (text: string) => (await anna.says(text)).map(readable).join('\n');

  it('given "what needs my attention today?" and nothing does, then one line says so', async () => {
    assert.match(await answered('what needs my attention today?'), /Nothing needs you right now/);
  });

  it('given a referral waits, when "today" is typed, then it is listed, and one press opens it below', async () => {
    await bot.intake(inbound({ team: [] }));
    await referralCardIn(bot, anna.chat);
    const [day] = await anna.says('today');
    assert.ok(day);
    assert.match(readable(day), /One deal needs you today\n(.*\n)*Waiting for your answer/);
    await pressOn(bot.teams, anna.person, anna.chat, day, 'referral.view');
    const below = bot.teams.in(anna.chat).at(-1);
    assert.match(JSON.stringify(below && cardOf(below)), /referral\.accept/);
  });

  for (const [typed, said] of [
    ['digest 8:30', /comes on working days at 0?8:30/],
    ['digest mon wed fri', /comes on Mon, Wed, Fri at 0?8:30/],
    ['digest off', /Your morning message is off\. Only referrals about to expire still come\./],
    ['digest on', /comes on Mon, Wed, Fri at 0?8:30/],
    ['morgennachricht arbeitstage um 7 Uhr', /comes on working days at 0?7:00/],
  ] as const) {
    it(`given "${typed}", then one line says when it comes from now on`, async () => {
      assert.match(await answered(typed), said);
    });
  }

  it('given it was changed, when Undo is pressed, then it comes as before', async () => {
    await answered('digest 8:30');
    const [line] = await anna.says('digest off');
    assert.ok(line);
    assert.match(readable(await pressOn(bot.teams, anna.person, anna.chat, line, 'digest.set')), /at 0?8:30/);
    assert.match(await answered('digest'), /On working days at 0?8:30/);
  });

  it('given "undo" is typed after it, then it comes as before', async () => {
    await answered('digest 8:30');
    await answered('digest sat');
    assert.match(await answered('undo'), /working days at 0?8:30/);
  });

  it('given something that is no time, then the form says what to type; given the form is filled in, then it is kept', async () => {
    const [form] = await anna.says('digest half past');
    assert.ok(form);
    assert.match(readable(form), /can’t read that\. Type, for example, digest 8:30/);
    const typed = { at: '10:15', days: '2,4' };
    const answer = await pressOn(bot.teams, anna.person, anna.chat, form, 'digest.set', typed);
    assert.match(readable(answer), /comes on Tue, Thu at 10:15/);
  });
});
