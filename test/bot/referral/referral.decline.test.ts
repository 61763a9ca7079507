import assert from 'node:assert/strict';
import { reasonTexts } from '#adapters/partner-center/status.ts';
import { closeReasons } from '#domain/referral/referral.ts';
import { cardOf, executed, offers, pressOn, readable, submitted } from '#test/support/bot/client.ts';
import { endsFinal } from '#test/support/bot/endsFinal.ts';
import { type MovableClock, movableClock } from '#test/support/bot/movableClock.ts';
import { referralArrives } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';

describe('referral.decline', () => {
  let bot: RunningBot;
  let clock: MovableClock;
  beforeEach(async () => {
    clock = movableClock();
    bot = await startBot({}, { clock });
  });
  afterEach(() => bot.stop());

  it('given a reason and notes, when someone declines, then it is closed with both, and every copy shows it (CR-36)', async () => {
    const { anna, chat, referral, card, channelCard } = await referralArrives(bot);
    const typed = { reason: 'budget', closingNotes: 'Maybe next year' };
    const answer = await pressOn(bot.teams, anna, chat, card, 'referral.decline', typed);
    assert.match(
      readable(answer),
      /Declined by Anna Berg[\s\S]*Project budget isn’t adequate[\s\S]*Maybe next year/,
    );
    for (const copy of [card, channelCard]) {
      await until('the copy is edited', () => copy.edits === 1);
      assert.match(readable(copy.activity), /Declined by Anna Berg/);
      assert.ok(!offers(cardOf(copy), 'referral.decline') && !offers(cardOf(copy), 'referral.accept'));
    }
    const body = await endsFinal(bot, clock, referral.id);
    assert.deepEqual(
      [body.substatus, body.statusReason],
      ['Declined', "Project budget isn't adequate: Maybe next year"],
    );
  });

  it('given any of the eight reasons, when declined with it, then Partner Center’s own words for it are given back (CR-37)', async () => {
    assert.equal(closeReasons.length, 8);
    for (const reason of closeReasons) {
      const own = await startBot({}, { clock });
      try {
        const { anna, channel, referral, channelCard } = await referralArrives(own);
        await pressOn(own.teams, anna, channel, channelCard, 'referral.decline', { reason });
        const body = await endsFinal(own, clock, referral.id);
        assert.deepEqual([body.substatus, body.statusReason], ['Declined', reasonTexts[reason]]);
      } finally {
        await own.stop();
      }
    }
  });

  for (const { reason, says } of [
    { reason: '', says: /Choose a reason/ },
    { reason: 'because', says: /Choose a reason from the list/ },
  ]) {
    it(`given the reason "${reason}", when declined, then the form comes back open with the notes, and is then mended`, async () => {
      const { anna, chat, referral, card, channelCard } = await referralArrives(bot);
      const typed = { reason, closingNotes: 'Wrote twice' };
      const refused = await pressOn(bot.teams, anna, chat, card, 'referral.decline', typed);
      assert.equal(refused.status, 200);
      assert.match(readable(refused), says);
      assert.match(readable(refused), /Not declined yet/);
      assert.equal((await bot.read(referral.id)).body.substatus, 'Pending');
      const mended = executed(cardOf(refused), 'referral.decline', { reason: 'no-response' });
      assert.equal(mended['closingNotes.1'], 'Wrote twice');
      await bot.teams.press(anna, chat, 'referral.decline', mended, { replyToId: card.id });
      await until('both copies are edited once', () => card.edits === 1 && channelCard.edits === 1);
      const { statusReason } = await endsFinal(bot, clock, referral.id);
      assert.equal(statusReason, "Customer didn't respond: Wrote twice");
    });
  }

  it('given a client that knows only Action.Submit, when pressed, then it is declined and the pressed card shows it', async () => {
    const { anna, chat, referral, card } = await referralArrives(bot);
    const data = submitted(cardOf(card), 'referral.decline', { reason: 'other' });
    assert.equal(await bot.teams.submit(anna, chat, data, { replyToId: card.id }), 200);
    assert.match(readable(card.activity), /Declined by Anna Berg/);
    assert.equal((await endsFinal(bot, clock, referral.id)).statusReason, 'Other');
  });
});
