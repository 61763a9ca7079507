import assert from 'node:assert/strict';
import { helpCard } from '#cards/general/help/help.card.ts';
import { languages } from '#cards/say.ts';
import { offers, pressOn, readable } from '#test/support/bot/client.ts';
import type { Place } from '#test/support/bot/fakeTeams.ts';
import { referralArrives } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('Advice where it is wanted (CR-57)', () => {
  let bot: RunningBot;
  beforeEach(async () => {
    bot = await startBot();
  });
  afterEach(() => bot.stop());

  it('given an earlier one of the same customer was declined, when another comes, then its card says so to whoever may see that, and the channel’s does not', async () => {
    const { anna, chat, channel, card } = await referralArrives(bot);
    assert.doesNotMatch(readable(card.activity), /Similar deals/);
    await pressOn(bot.teams, anna, chat, card, 'referral.decline', { reason: 'budget' });
    await bot.intake(inbound());
    const newest = (place: Place) =>
      until('its card', () =>
        bot.teams.in(place).find((one) => one !== card && offers(one.activity, 'referral.accept')),
      );
    assert.match(readable((await newest(chat)).activity), /Similar deals .*: 1 declined\./);
    assert.doesNotMatch(readable((await newest(channel)).activity), /Similar deals/);
  });

  for (const language of languages) {
    it(`given help in ${language}, then it leads to co-sell readiness, leads and registration at Microsoft`, () => {
      const help = JSON.stringify(helpCard({ language, audience: 'personal' }));
      for (const page of ['co-sell-requirements', 'manage-leads', 'register-deals']) {
        assert.ok(help.includes(`(https://learn.microsoft.com/partner-center/referrals/${page})`), page);
      }
    });
  }
});
