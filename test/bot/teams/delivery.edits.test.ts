import assert from 'node:assert/strict';
import type { NoticeRecord } from '#app/notice/noticeRecord.ts';
import { pressOn } from '#test/support/bot/client.ts';
import { type MovableClock, movableClock } from '#test/support/bot/movableClock.ts';
import { noticeThat, refuse } from '#test/support/bot/refusals.ts';
import { referralArrives } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';

describe('Editing cards', () => {
  let bot: RunningBot;
  let clock: MovableClock;
  beforeEach(async () => {
    clock = movableClock();
    bot = await startBot({}, { clock });
  });
  afterEach(() => bot.stop());

  for (const [what, disturbance, state] of [
    ['412', refuse(412, 'PreconditionFailed'), 'delivered'],
    ['502', refuse(502, 'BadGateway'), 'delivered'],
    ['429', refuse(429, 'Throttled', { 'Retry-After': '60' }), 'delivered'],
    ['404', refuse(404, 'ActivityNotFoundInConversation'), 'delivered'],
    ['410', refuse(410, 'Gone'), 'gone'],
    ['403', refuse(403, 'MessageWritesBlocked'), 'blocked'],
  ] as const) {
    it(`given ${what} to an edit, then it ends as ${state}, and the other copies are edited all the same`, async () => {
      const { referral, anna, chat, channel, card, channelCard } = await referralArrives(bot);
      let left = 1;
      bot.teams.disturb = (call, response) =>
        call.kind === 'edit' && call.path.endsWith(card.id) && left-- > 0 && disturbance(call, response);
      await pressOn(bot.teams, anna, channel, channelCard, 'referral.accept');
      await until('the other copy is edited', () => channelCard.edits === 1);
      const ofAnna = ({ contactId }: NoticeRecord) => contactId.startsWith('person:');
      await noticeThat(
        'the edit was tried',
        bot,
        referral.id,
        (one) => ofAnna(one) && one.delivery.reason !== undefined,
      );
      clock.forward(1);
      bot.composed.worker.look();
      const { body: notice } = await noticeThat(
        'it ends',
        bot,
        referral.id,
        (one) => ofAnna(one) && (one.copies[0]?.shown === 2 || one.delivery.state !== 'delivered'),
      );
      assert.equal(notice.delivery.state, state);
      assert.equal(card.edits, state === 'delivered' ? 1 : 0);
      const edits = bot.teams.calls.filter(({ kind }) => kind === 'edit').length;
      assert.equal(edits, state === 'delivered' ? 3 : 2);
      assert.equal(bot.teams.in(chat).length, 2);
    });
  }
});
