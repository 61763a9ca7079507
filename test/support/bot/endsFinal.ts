import { PENDING_SECONDS } from '#domain/referral/undoable.ts';
import type { MovableClock } from './movableClock.ts';
import { type RunningBot, until } from './startBot.ts';

/** Lets the time go by in which a decision can be taken back; the referral as other systems read it from then on. */
export async function endsFinal(
  bot: RunningBot,
  clock: MovableClock,
  referralId: unknown,
  key?: string,
): Promise<Record<string, unknown>> {
  clock.forward((PENDING_SECONDS + 1) / 3_600);
  bot.composed.worker.look();
  return until('the decision is final', async () => {
    const { body } = await bot.read(referralId, key);
    return body.status === 'Closed' && body;
  });
}
