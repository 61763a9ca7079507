import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { personDocumentId } from '#app/contact/contactRecord.ts';
import { readPosted } from '#app/notice/postedMessages.ts';
import { cardOf, executed, pressOn, readable } from '#test/support/bot/client.ts';
import type { Posted } from '#test/support/bot/fakeConnector.ts';
import { TENANT } from '#test/support/bot/fakeTeams.ts';
import { referralArrives, referralCardIn } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('Copies of a card that are in flight or unknown', () => {
  let bot: RunningBot;
  beforeEach(async () => {
    bot = await startBot();
  });
  afterEach(() => bot.stop());

  /** A copy that stands in Teams although nobody told us its id: its send was cut off, for instance. */
  const unknownCopy = (of: Posted): Posted => {
    const copy = { ...structuredClone(of), id: randomUUID(), edits: 0 };
    bot.teams.messages.push(copy);
    return copy;
  };

  it('given an unknown copy, when it is pressed after a decision, then it is answered with the decision and edited too', async () => {
    const { anna, chat, channel, card, channelCard } = await referralArrives(bot);
    const copy = unknownCopy(card);
    await pressOn(bot.teams, anna, channel, channelCard, 'referral.accept');
    await until('the known copies are edited', () => card.edits === 1 && channelCard.edits === 1);
    assert.equal(copy.edits, 0);
    const answer = await pressOn(bot.teams, anna, chat, copy, 'referral.decline', { reason: 'other' });
    assert.match(readable(answer), /Accepted by Anna Berg/);
    await until('the unknown copy is edited', () => copy.edits > 0);
    assert.match(readable(copy.activity), /Accepted by Anna Berg/);
  });

  it('given an unknown copy, when a form is refused on it, then what is typed is not wiped by an edit, but the decision reaches it later', async () => {
    const { anna, chat, channel, card, channelCard } = await referralArrives(bot);
    const copy = unknownCopy(card);
    const refused = await pressOn(bot.teams, anna, chat, copy, 'referral.accept', { value: 'a lot' });
    assert.match(readable(refused), /That’s not an amount/);
    await pressOn(bot.teams, anna, channel, channelCard, 'referral.accept');
    await until('all three are edited', () => [card, channelCard, copy].every(({ edits }) => edits > 0));
    assert.equal(copy.edits, 1);
    assert.match(readable(copy.activity), /Accepted by Anna Berg/);
  });

  it('given someone decides while a card is on its way to another place, then that card ends up true', async () => {
    const { teams } = bot;
    let letGo: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let underWay = 0;
    teams.disturb = async ({ kind, body }) => {
      if (kind === 'thread' && /Answer by/.test(readable(body))) {
        underWay++;
        await held;
      }
      return false;
    };
    const anna = teams.person('Anna Berg');
    const chat = teams.chatOf(anna);
    const channel = teams.channel('19:sales@thread.tacv2');
    await teams.install(anna, chat);
    await teams.install(anna, channel);
    const referral = inbound();
    await bot.intake(referral);
    const card = await referralCardIn(bot, chat);
    await until('the card for the channel is under way', () => underWay === 1);
    const data = executed(cardOf(card), 'referral.accept');
    await teams.press(anna, chat, 'referral.accept', data, { replyToId: card.id });
    await until('the copy in the chat is edited', () => card.edits === 1);
    letGo();
    const late = await until('the card in the channel', () =>
      teams.in(channel).find(({ activity }) => readable(activity).includes(String(referral.id))),
    );
    await until('it is set right', () => /Accepted by Anna Berg/.test(readable(late.activity)));
    assert.equal(underWay, 1);
  });

  it('given the copy in the chat was deleted, when it is decided in the channel, then the rest is still edited and nothing is posted again', async () => {
    const { anna, chat, channel, card, channelCard } = await referralArrives(bot);
    bot.teams.messages.splice(bot.teams.messages.indexOf(card), 1);
    const before = bot.teams.in(chat).length;
    await pressOn(bot.teams, anna, channel, channelCard, 'referral.decline', { reason: 'other' });
    await until('the other copy is edited', () => channelCard.edits === 1);
    await until('the edit was tried', () =>
      bot.teams.calls.some(({ kind, path }) => kind === 'edit' && path.endsWith(card.id)),
    );
    assert.equal(bot.teams.in(chat).length, before);
  });

  it('given a button in a channel that is answered in the personal chat, then the message of the channel counts as no copy in that chat', async () => {
    const { anna, channel, referral, channelCard } = await referralArrives(bot);
    const contactId = personDocumentId(`${TENANT}:${anna.aadObjectId}`);
    const at = { organization: 'local', referralId: String(referral.id), contactId };
    const copies = async () => (await readPosted(bot.composed, at))?.copies.length;
    await until('the first copy is known', async () => (await copies()) === 1);
    const data = { referral: referral.id };
    await bot.teams.press(anna, channel, 'news.mute', data, { replyToId: channelCard.id });
    // What follows the answer of the first press is done before that of the second.
    await bot.teams.press(anna, channel, 'news.mute', data, { replyToId: channelCard.id });
    assert.equal(await copies(), 1);
  });
});
