import assert from 'node:assert/strict';
import { cardOf, executed, pressOn, readable } from '#test/support/bot/client.ts';
import { referralArrives } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';

describe('Several presses on one referral', () => {
  let bot: RunningBot;
  beforeEach(async () => {
    bot = await startBot();
  });
  afterEach(() => bot.stop());

  it('given the same press delivered twice by Teams, one after the other, then the second is answered like the first and changes nothing', async () => {
    const { anna, chat, referral, card } = await referralArrives(bot);
    const data = executed(cardOf(card), 'referral.accept', { value: '5000' });
    const options = { replyToId: card.id, activityId: 'f:one-press' };
    const first = await bot.teams.press(anna, chat, 'referral.accept', data, options);
    const stored = (await bot.read(referral.id)).body;
    const second = await bot.teams.press(anna, chat, 'referral.accept', data, options);
    assert.deepEqual(second, first);
    assert.deepEqual((await bot.read(referral.id)).body, stored);
    assert.doesNotMatch(readable(second), /Already/);
  });

  it('given the same press delivered three times at once, then each is told "accepted" and it counts once', async () => {
    const { anna, chat, referral, card, channelCard } = await referralArrives(bot);
    const data = executed(cardOf(card), 'referral.accept');
    const options = { replyToId: card.id, activityId: 'f:one-press' };
    const press = () => bot.teams.press(anna, chat, 'referral.accept', data, options);
    const answers = await Promise.all([press(), press(), press()]);
    for (const answer of answers) {
      assert.match(readable(answer), /Accepted by Anna Berg/);
      assert.doesNotMatch(readable(answer), /Already/);
    }
    await until('the copies are edited', () => card.edits >= 1 && channelCard.edits === 1);
    const record = await bot.composed.store.read<'referral'>('local', `referral:${referral.id}`);
    assert.deepEqual([record?.body.referral.revision, record?.body.commands.length], [2, 1]);
  });

  it('given a decline that follows an accept with the same activity id, then it is another command and is refused', async () => {
    const { anna, chat, referral, card } = await referralArrives(bot);
    const options = { replyToId: card.id, activityId: 'f:one-press' };
    const accept = executed(cardOf(card), 'referral.accept');
    const decline = executed(cardOf(card), 'referral.decline', { reason: 'other' });
    await bot.teams.press(anna, chat, 'referral.accept', accept, options);
    await bot.teams.press(anna, chat, 'referral.decline', decline, options);
    assert.equal((await bot.read(referral.id)).body.substatus, 'Accepted');
  });

  it('given two people who press at once, then one wins and the other is told who and when', async () => {
    const { anna, chat, channel, referral, card, channelCard } = await referralArrives(bot);
    const cem = bot.teams.person('Cem Kaya', { timeZone: 'Europe/Istanbul' });
    const answers = await Promise.all([
      pressOn(bot.teams, anna, chat, card, 'referral.accept', { name: 'Anna’s' }),
      pressOn(bot.teams, cem, channel, channelCard, 'referral.decline', { reason: 'other' }),
    ]);
    const { body } = await bot.read(referral.id);
    const lost = answers.filter((answer) => /Already/.test(readable(answer)));
    assert.equal(lost.length, 1);
    const accepted = body.substatus === 'Accepted';
    const decidedAt = String(accepted ? body.acceptedDateTime : body.closedDateTime);
    const zone = accepted ? 'Europe/Istanbul' : 'UTC';
    const time = new Intl.DateTimeFormat('en-US', { timeStyle: 'short', timeZone: zone }).format(
      new Date(decidedAt),
    );
    const who = accepted ? 'accepted by Anna Berg' : 'declined by Cem Kaya';
    const resultLine = readable(lost[0] ?? {}).replace(/\s/g, ' ');
    assert.ok(resultLine.includes(`Already ${who} at ${time.replace(/\s/g, ' ')}`), resultLine);
    for (const answer of answers) assert.match(readable(answer), new RegExp(who, 'i'));
    await until('both copies tell the same', () =>
      [card, channelCard].every(({ activity }) => new RegExp(who, 'i').test(readable(activity))),
    );
  });

  it('given someone who presses again on a card that already shows their own decision elsewhere, then they see it without reproach', async () => {
    const { anna, chat, channel, card, channelCard } = await referralArrives(bot);
    const before = executed(cardOf(channelCard), 'referral.decline', { reason: 'other' });
    await pressOn(bot.teams, anna, chat, card, 'referral.accept');
    const answer = await bot.teams.press(anna, channel, 'referral.decline', before, {
      replyToId: channelCard.id,
    });
    assert.match(readable(answer), /Accepted by Anna Berg/);
    assert.doesNotMatch(readable(answer), /Already/);
  });
});
