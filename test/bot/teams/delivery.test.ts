import assert from 'node:assert/strict';
import type { NoticeRecord } from '#app/notice/noticeRecord.ts';
import { readable } from '#test/support/bot/client.ts';
import type { ConnectorCall, Disturb } from '#test/support/bot/fakeConnector.ts';
import type { Place, TestPerson } from '#test/support/bot/fakeTeams.ts';
import { type MovableClock, movableClock } from '#test/support/bot/movableClock.ts';
import { dropSocket, noticesOf, noticeThat, refuse } from '#test/support/bot/refusals.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('Sending cards', () => {
  let bot: RunningBot;
  let clock: MovableClock;
  let anna: TestPerson;
  let chat: Place;
  beforeEach(async () => {
    clock = movableClock();
    bot = await startBot({}, { clock });
    anna = bot.teams.person('Anna Berg');
    chat = bot.teams.chatOf(anna);
  });
  afterEach(() => bot.stop());

  const ended = async (what: string, referral: unknown, fits: (notice: NoticeRecord) => boolean) =>
    (await noticeThat(what, bot, referral, fits)).body;
  const nextAttempt = async (referral: unknown) => (await noticesOf(bot, referral))[0]?.dueAt;
  const sends = (kind: ConnectorCall['kind']) => bot.teams.calls.filter((call) => call.kind === kind).length;
  /** The next so many calls of the kind are answered so. */
  const disturb = (kind: ConnectorCall['kind'], how: Disturb, times = Number.POSITIVE_INFINITY) => {
    let left = times;
    bot.teams.disturb = (call, response) => call.kind === kind && left-- > 0 && how(call, response);
  };
  const later = (hours = 1) => {
    clock.forward(hours);
    bot.composed.worker.look();
  };

  for (const [what, disturbance, callsAtOnce, counts] of [
    ['429', refuse(429, 'Throttled', { 'Retry-After': '1800' }), 1, 0],
    ['401', refuse(401, 'BotNotRegistered'), 1, 1],
    ['412', refuse(412, 'PreconditionFailed'), 1, 1],
    ['500', refuse(500, 'ServiceError'), 1, 1],
    ['502', refuse(502, 'BadGateway'), 1, 1],
    ['503', refuse(503, 'ServiceUnavailable'), 1, 1],
    ['504', refuse(504, 'GatewayTimeout'), 1, 1],
    // Once more at once, because a kept connection may have been closed in the same moment.
    ['a dropped socket', dropSocket, 2, 1],
  ] as const) {
    it(`given ${what}, then it is not called again at once, and the card arrives later`, async () => {
      await bot.teams.install(anna, chat);
      disturb('send', disturbance, callsAtOnce);
      const referral = inbound();
      const before = sends('send');
      await bot.intake(referral);
      const waiting = await ended('it waits', referral.id, ({ delivery }) => delivery.reason !== undefined);
      assert.deepEqual([waiting.delivery.state, waiting.delivery.attempts], ['waiting', counts]);
      assert.equal(sends('send') - before, callsAtOnce);
      later();
      const done = await ended(
        'it is delivered',
        referral.id,
        ({ delivery }) => delivery.state === 'delivered',
      );
      assert.deepEqual([done.delivery, done.copies.length], [{ state: 'delivered', attempts: 0 }, 1]);
      assert.equal(sends('send') - before, callsAtOnce + 1);
      assert.equal(bot.teams.in(chat).length, 2);
    });
  }

  it('given Retry-After, then it is not tried before that', async () => {
    await bot.teams.install(anna, chat);
    disturb('send', refuse(429, 'Throttled', { 'Retry-After': '1800' }), 1);
    const referral = inbound();
    await bot.intake(referral);
    await ended('it waits', referral.id, ({ delivery }) => delivery.reason !== undefined);
    const wait = Date.parse(String(await nextAttempt(referral.id))) - clock.now().getTime();
    assert.ok(wait > 1_700_000 && wait <= 1_800_000, String(wait));
  });

  for (const [status, code, state] of [
    [403, 'ConversationBlockedByUser', 'blocked'],
    [410, 'Gone', 'gone'],
    [400, 'BadSyntax', 'failed'],
    [413, 'MessageSizeTooBig', 'failed'],
  ] as const) {
    it(`given ${status} ${code}, then it ends as ${state} and is not tried again`, async () => {
      await bot.teams.install(anna, chat);
      disturb('send', refuse(status, code));
      const referral = inbound();
      const before = sends('send');
      await bot.intake(referral);
      const notice = await ended('it ends', referral.id, ({ delivery }) => delivery.state !== 'waiting');
      assert.equal(notice.delivery.state, state);
      assert.match(String(notice.delivery.reason), new RegExp(`^${status} ${code} `));
      assert.equal(await nextAttempt(referral.id), undefined);
      assert.equal(sends('send') - before, 1);
    });
  }

  for (const [status, code, state] of [
    [404, 'ConversationNotFound', 'gone'],
    [403, 'Forbidden', 'blocked'],
  ] as const) {
    it(`given ${status} ${code} once, then the card arrives; given it again and again, then it ends as ${state}`, async () => {
      await bot.teams.install(anna, chat);
      disturb('send', refuse(status, code), 1);
      const [one, other] = [inbound(), inbound()];
      await bot.intake(one);
      await ended('it waits', one.id, ({ delivery }) => delivery.reason !== undefined);
      later();
      await ended('it is delivered', one.id, ({ delivery }) => delivery.state === 'delivered');
      disturb('send', refuse(status, code));
      await bot.intake(other);
      for (let attempt = 1; attempt < 6; attempt++) {
        await ended(`attempt ${attempt}`, other.id, ({ delivery }) => delivery.attempts === attempt);
        later();
      }
      const lost = await ended('it ends', other.id, ({ delivery }) => delivery.state !== 'waiting');
      assert.equal(lost.delivery.state, state);
      // Whoever is heard of again is there after all.
      bot.teams.disturb = undefined;
      await bot.teams.say(anna, chat, 'hi');
      await ended('it arrives', other.id, ({ delivery }) => delivery.state === 'delivered');
    });
  }

  it('given a team whose cards were refused, when it is heard of again, then it gets the open ones', async () => {
    const channel = bot.teams.channel('19:sales@thread.tacv2');
    await bot.teams.install(anna, channel);
    disturb('thread', refuse(403, 'BotNotInConversationRoster'));
    const referral = inbound();
    await bot.intake(referral);
    await ended('it ends', referral.id, ({ delivery }) => delivery.state === 'blocked');
    bot.teams.disturb = undefined;
    await bot.teams.botJoins(anna, channel);
    await ended('it arrives', referral.id, ({ delivery }) => delivery.state === 'delivered');
  });

  it('given it fails again and again while others get theirs, then it is tried ever more rarely, and arrives when Teams is back', async () => {
    const bea = bot.teams.person('Bea Lund');
    await bot.teams.install(anna, chat);
    const away = refuse(503, 'ServiceUnavailable');
    bot.teams.disturb = (call, response) =>
      call.kind === 'send' && call.path.includes(chat.conversationId) && away(call, response);
    const referral = inbound();
    await bot.intake(referral);
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 12; attempt++) {
      await ended(`attempt ${attempt}`, referral.id, ({ delivery }) => delivery.attempts === attempt);
      const next = Date.parse(String(await nextAttempt(referral.id)));
      waits.push((next - clock.now().getTime()) / 1000);
      // Teams answers, in another chat.
      await bot.teams.say(bea, bot.teams.chatOf(bea), 'hi');
      later();
    }
    assert.ok(
      waits.every((wait, at) => wait <= Math.min(2 ** at, 300)),
      String(waits),
    );
    assert.ok(Number(waits.at(-1)) > 200, String(waits));
    bot.teams.disturb = undefined;
    later();
    await ended('it is delivered', referral.id, ({ delivery }) => delivery.state === 'delivered');
  });

  it('given nobody gets anything any more, then it has not failed, and is tried every few seconds until Teams is back', async () => {
    await bot.teams.install(anna, chat);
    disturb('send', refuse(503, 'ServiceUnavailable'));
    const referral = inbound();
    await bot.intake(referral);
    for (let attempt = 1; attempt < 8; attempt++) {
      await ended(`attempt ${attempt}`, referral.id, ({ delivery }) => delivery.attempts === attempt);
      later();
    }
    for (let tries = 1; tries <= 5; tries++) {
      const tried = sends('send');
      later();
      await until('it is tried', () => sends('send') > tried);
      const waits = async () => (await noticesOf(bot, referral.id)).find(({ lease }) => !lease);
      const { dueAt, body } = await until('it waits', waits);
      assert.equal(body.delivery.attempts, 7);
      assert.ok(Date.parse(String(dueAt)) - clock.now().getTime() < 10_000, dueAt);
    }
    bot.teams.disturb = undefined;
    later();
    await ended('it is delivered', referral.id, ({ delivery }) => delivery.state === 'delivered');
  });

  it('given a channel whose thread cannot be started at first, then it is started later', async () => {
    const channel = bot.teams.channel('19:sales');
    await bot.teams.install(anna, channel);
    disturb('thread', refuse(502, 'BadGateway'), 1);
    const referral = inbound();
    await bot.intake(referral);
    await ended('it waits', referral.id, ({ delivery }) => delivery.attempts === 1);
    later();
    await ended('it is delivered', referral.id, ({ delivery }) => delivery.state === 'delivered');
    assert.equal(sends('thread'), 2);
  });

  it('given more cards for one chat than Teams takes at once, then all come, and waiting is no failure', async () => {
    await bot.teams.install(anna, chat);
    const referrals = Array.from({ length: 10 }, () => inbound());
    for (const referral of referrals) await bot.intake(referral);
    await until('all come', () => bot.teams.in(chat).length === 11);
    for (const { id } of referrals) {
      const { delivery } = await ended('it is known', id, (notice) => notice.delivery.state === 'delivered');
      assert.equal(delivery.attempts, 0);
    }
    assert.equal(sends('send'), 11);
  });

  it('given Teams does not say in time who somebody is, then they are told to try again, and are known the next time', async () => {
    disturb('member', refuse(500, 'ServiceError'));
    await bot.teams.say(anna, chat, 'hi');
    assert.match(String(bot.teams.in(chat)[0]?.activity.text), /[Tt]ry again in a moment/);
    bot.teams.disturb = undefined;
    await bot.teams.say(anna, chat, 'hi');
    assert.match(readable(bot.teams.in(chat)[1]?.activity ?? {}), /Hi Anna!/);
  });
});
