import assert from 'node:assert/strict';
import { readable } from '#test/support/bot/client.ts';
import { refuse } from '#test/support/bot/refusals.ts';
import { referralArrives } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot } from '#test/support/bot/startBot.ts';

describe('A referral that is opened from a reminder', () => {
  let bot: RunningBot;
  beforeEach(async () => {
    bot = await startBot();
  });
  afterEach(() => bot.stop());

  it('given Teams takes no message, when it is opened, then it says that it was Teams, and not that nothing was saved', async () => {
    const { anna, chat, referral } = await referralArrives(bot);
    const open = () =>
      bot.teams.press(anna, chat, 'referral.view', { referral: referral.id, from: 'reminder' });
    bot.teams.disturb = refuse(403, 'Forbidden');
    const refused = readable(await open());
    assert.match(refused, /Teams didn’t take it/);
    assert.doesNotMatch(refused, /saved/i);
    bot.teams.disturb = undefined;
    assert.match(readable(await open()), /below/);
  });
});
