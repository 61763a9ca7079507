import assert from 'node:assert/strict';
import { cardOf, offers, pressOn, readable } from '#test/support/bot/client.ts';
import type { Posted } from '#test/support/bot/fakeConnector.ts';
import type { Place } from '#test/support/bot/fakeTeams.ts';
import { refuse } from '#test/support/bot/refusals.ts';
import { referralArrives, type Scene } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';

describe('One live card a deal and chat', () => {
  let bot: RunningBot;
  let scene: Scene;
  beforeEach(async () => {
    bot = await startBot();
    scene = await referralArrives(bot);
  });
  afterEach(() => bot.stop());

  const fromReminder = () =>
    bot.teams.press(scene.anna, scene.chat, 'referral.view', {
      referral: scene.referral.id,
      from: 'reminder',
    });
  const last = (place: Place): Posted => bot.teams.in(place).at(-1) ?? assert.fail('nothing stands there');
  const becomesLine = (posted: Posted) =>
    until('the older card is one line', () =>
      /Fabrikam Ltd\n – its card is further down/.test(readable(cardOf(posted))),
    );
  const pressed = (posted: Posted, verb: string, typed?: Record<string, unknown>) =>
    pressOn(bot.teams, scene.anna, scene.chat, posted, verb, typed);

  it('given a card, when it is opened from a reminder, then it comes at the bottom, and the older one is one line with Open', async () => {
    await fromReminder();
    const below = last(scene.chat);
    assert.notEqual(below.id, scene.card.id);
    assert.ok(offers(below.activity, 'referral.accept'));
    await becomesLine(scene.card);
    assert.ok(offers(cardOf(scene.card), 'deal.open'));
    assert.ok(!offers(cardOf(scene.card), 'referral.accept'));
  });

  it('given the line, when Open is pressed, then the card comes at the bottom again, and the one before is a line too', async () => {
    await fromReminder();
    const second = last(scene.chat);
    await becomesLine(scene.card);
    assert.match(readable(await pressed(scene.card, 'deal.open')), /is below/);
    const third = last(scene.chat);
    assert.notEqual(third.id, second.id);
    await becomesLine(second);
    await pressed(third, 'referral.decline', { reason: 'other' });
    await until('the card shows it', () => /Declined by Anna Berg/.test(readable(third.activity)));
    assert.ok(!offers(cardOf(second), 'referral.decline'));
  });

  it('given the card in a channel, then it stays as it is whatever is opened in a chat', async () => {
    await fromReminder();
    await becomesLine(scene.card);
    assert.ok(offers(scene.channelCard.activity, 'referral.accept'));
    assert.equal(scene.channelCard.edits, 0);
  });

  it('given it is accepted in the channel, then the card in the chat shows it, and there is no other', async () => {
    const before = bot.teams.in(scene.chat).length;
    await pressOn(bot.teams, scene.anna, scene.channel, scene.channelCard, 'referral.accept');
    await until('the card shows it', () => /Accepted by Anna Berg/.test(readable(scene.card.activity)));
    assert.equal(bot.teams.in(scene.chat).length, before);
  });

  it('given Teams takes no message, when it is opened from a reminder, then the card that stands there stays', async () => {
    bot.teams.disturb = refuse(403, 'Forbidden');
    await fromReminder();
    bot.teams.disturb = undefined;
    await pressed(scene.card, 'referral.decline', { reason: 'other' });
    await until('the card shows it', () => /Declined by Anna Berg/.test(readable(scene.card.activity)));
  });
});
