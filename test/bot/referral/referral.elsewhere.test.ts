import assert from 'node:assert/strict';
import { cardOf, executed, offers, pressOn, readable } from '#test/support/bot/client.ts';
import { type MovableClock, movableClock } from '#test/support/bot/movableClock.ts';
import { referralArrives } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('A referral that is decided elsewhere', () => {
  let bot: RunningBot;
  let clock: MovableClock;
  beforeEach(async () => {
    clock = movableClock();
    bot = await startBot({}, { clock });
  });
  afterEach(() => bot.stop());

  const soon = () => new Date(Date.now() + 1000).toISOString();

  for (const { wire, title, resultLine } of [
    {
      wire: { status: 'Active', substatus: 'Accepted' },
      title: /^Accepted in Partner Center$/m,
      resultLine: /^Already accepted in Partner Center \(/m,
    },
    {
      wire: { status: 'Closed', substatus: 'Declined', statusReason: 'Not a customer' },
      title: /^Declined in Partner Center$/m,
      resultLine: /^Already declined in Partner Center \(/m,
    },
    {
      wire: { status: 'Closed', substatus: 'Won' },
      title: /^Won$/m,
      resultLine: /^This referral was closed/m,
    },
    {
      wire: { status: 'Closed', substatus: 'Lost' },
      title: /^Lost$/m,
      resultLine: /^This referral was closed/m,
    },
    {
      wire: { status: 'Closed', substatus: 'Expired' },
      title: /^Expired without an answer$/m,
      resultLine: /^The time to answer ran out/m,
    },
    {
      wire: { status: 'CLOSED', substatus: 'Reconsidered' },
      title: /^Closed$/m,
      resultLine: /^This referral was closed/m,
    },
  ]) {
    it(`given ${wire.substatus} comes in, then every copy shows it, and a press on the old card is answered with it (CR-50)`, async () => {
      const { anna, chat, referral, card, channelCard } = await referralArrives(bot);
      const old = executed(cardOf(card), 'referral.accept');
      const update = { ...referral, ...wire, updatedDateTime: soon() };
      assert.equal((await bot.intake(update)).body.outcome, 'updated');
      for (const copy of [card, channelCard]) {
        await until('the copy is edited', () => copy.edits > 0);
        assert.match(readable(copy.activity), title);
        assert.ok(!offers(cardOf(copy), 'referral.accept') && !offers(cardOf(copy), 'referral.decline'));
      }
      const answer = await bot.teams.press(anna, chat, 'referral.accept', old, { replyToId: card.id });
      assert.equal(answer.status, 200);
      assert.match(readable(answer), resultLine);
      assert.match(readable(answer), title);
      const { status, substatus } = (await bot.read(referral.id)).body;
      assert.equal(String(status).toLowerCase(), wire.status.toLowerCase());
      assert.equal(substatus, wire.substatus);
    });
  }

  it('given a decision here, when it comes in undecided with a new name, then the decision stays and the name changes', async () => {
    const { anna, chat, referral, card, channelCard } = await referralArrives(bot);
    await pressOn(bot.teams, anna, chat, card, 'referral.accept', { value: '777' });
    await bot.intake({ ...referral, name: 'Renamed there', updatedDateTime: soon() });
    const { body } = await bot.read(referral.id);
    assert.deepEqual([body.status, body.substatus, body.name], ['Active', 'Accepted', 'Renamed there']);
    assert.equal((body.details as { dealValue: number }).dealValue, 777);
    await until('the copies show it, and the name where one person reads', () => {
      const [own, theirs] = [card, channelCard].map(({ activity }) => readable(activity));
      return (
        /Accepted by Anna Berg[\s\S]*Renamed there/.test(own ?? '') &&
        /Accepted by Anna Berg/.test(theirs ?? '')
      );
    });
  });

  it('given no decision yet, when the customer’s name changes, then every copy is edited and still asks', async () => {
    const { referral, card, channelCard } = await referralArrives(bot);
    const customerProfile = { ...(referral.customerProfile as object), name: 'Fabrikam Europe' };
    await bot.intake({ ...referral, customerProfile, updatedDateTime: soon() });
    for (const copy of [card, channelCard]) {
      await until('the copy is edited', () => copy.edits === 1);
      assert.match(readable(copy.activity), /Fabrikam Europe/);
      assert.ok(offers(cardOf(copy), 'referral.accept'));
    }
  });

  it('given time runs out, then it expires, every copy says so, and so does one message after each (CR-38)', async () => {
    const { chat, channel, referral, card, channelCard } = await referralArrives(bot);
    clock.forward(15 * 24);
    bot.composed.worker.look();
    for (const [place, copy] of [
      [chat, card],
      [channel, channelCard],
    ] as const) {
      await until('the copy is edited', () => copy.edits === 1);
      assert.match(readable(copy.activity), /Expired without an answer/);
      assert.ok(!offers(cardOf(copy), 'referral.accept'));
      const said = () =>
        bot.teams.in(place).filter(({ activity }) => /^Expired: nobody answered/.test(String(activity.text)));
      await until('the message', () => said().length > 0);
      assert.deepEqual(
        said().map(({ conversationId }) => conversationId),
        [copy.conversationId],
      );
    }
    const { status, substatus } = (await bot.read(referral.id)).body;
    assert.deepEqual([status, substatus], ['Closed', 'Expired']);
  });

  it('given time ran out a moment ago, when someone presses before the clock got to it, then it is expired and they are told (CR-38)', async () => {
    const { anna, channel, referral, card, channelCard } = await referralArrives(bot);
    clock.forward(15 * 24);
    const answer = await pressOn(bot.teams, anna, channel, channelCard, 'referral.accept');
    assert.match(readable(answer), /^The time to answer ran out/m);
    assert.match(readable(answer), /^Expired without an answer$/m);
    assert.equal((await bot.read(referral.id)).body.substatus, 'Expired');
    await until('both copies are edited', () => card.edits > 0 && channelCard.edits > 0);
  });

  it('given its time has run out before it comes in, then it is stored as expired and nobody is bothered (CR-38)', async () => {
    const { teams } = bot;
    const anna = teams.person('Anna Berg');
    await teams.install(anna, teams.chatOf(anna));
    const late = inbound({ expirationDateTime: new Date(Date.now() - 1000).toISOString() });
    assert.equal((await bot.intake(late)).body.outcome, 'created');
    assert.equal((await bot.read(late.id)).body.substatus, 'Expired');
    const next = inbound({ customerProfile: { name: 'The next customer' } });
    await bot.intake(next);
    await until('the next one', () =>
      teams.messages.some(({ activity }) => /next customer/.test(readable(activity))),
    );
    const cards = teams.messages.filter(({ activity }) => readable(activity).includes(String(late.id)));
    assert.deepEqual(cards, []);
  });
});
