import { closeDealAsError } from '#app/deal/deal.error.ts';
import { parseEnding } from '#cards/referral/progress/finalAnswer.ts';
import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import { answerDecision } from '#dialogs/turn/decisionAnswer.ts';
import { errorReasons } from '#domain/referral/referral.ts';
import { confirmedDeal } from './confirming.ts';

/** *Close as error* (CR-43), where it is switched on: the first press asks for the reason, the next one closes. */
export const dealError: ActionOnDeal<DealDeps> = async (deps, press) => {
  const { turn, data } = press;
  const switchedOn = turn.organization.options.closeAsError;
  const asked = await confirmedDeal(deps, press, 'error', () => (switchedOn ? undefined : 'error-off'));
  if ('answer' in asked) return asked.answer;
  if (!asked.sent) return asked.ask();
  const parsed = parseEnding(data, 'error', errorReasons);
  if (!parsed.ok) return asked.ask(parsed);
  const { reason, notes } = parsed;
  const outcome = await closeDealAsError(deps, { ...asked.input, reason, notes, switchedOn });
  return answerDecision(deps, turn, outcome);
};
