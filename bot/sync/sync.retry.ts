import { retryRefused } from '#app/sync/sync.retry.ts';
import { say } from '#cards/say.ts';
import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import { viewableReferralOf } from '#dialogs/turn/dealOfPress.ts';
import { answerSync } from './syncCards.ts';

/** Has all that Partner Center refused of a deal sent once more. */
export const syncRetry: ActionOnDeal<DealDeps> = async (deps, press) => {
  const { turn } = press;
  const found = await viewableReferralOf(deps, press);
  if ('answer' in found) return found.answer;
  const outcome = await retryRefused(deps, found.input);
  return answerSync(deps, turn, outcome, say(turn.reader.language, 'sync.result.retry'));
};
