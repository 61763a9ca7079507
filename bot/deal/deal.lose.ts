import { loseDeal } from '#app/deal/deal.lose.ts';
import { parseEnding } from '#cards/referral/progress/finalAnswer.ts';
import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import { answerDecision } from '#dialogs/turn/decisionAnswer.ts';
import { endingLine } from '#dialogs/turn/endingLine.ts';
import { closeReasons } from '#domain/referral/referral.ts';
import { confirmedDeal } from './confirming.ts';

/** *Lost* (CR-37, CR-42): the first press asks for the reason, the next one closes the deal for good. */
export const dealLose: ActionOnDeal<DealDeps> = async (deps, press) => {
  const { turn, data } = press;
  const asked = await confirmedDeal(deps, press, 'lose', ({ stage }) =>
    stage === 'accepted' ? undefined : 'not-accepted',
  );
  if ('answer' in asked) return asked.answer;
  if (!asked.sent) return asked.ask();
  const parsed = parseEnding(data, 'lose', closeReasons);
  if (!parsed.ok) return asked.ask(parsed);
  const { reason, notes } = parsed;
  const outcome = await loseDeal(deps, { ...asked.input, reason, notes });
  return answerDecision(deps, turn, outcome, { sentence: endingLine(turn, outcome, 'talk.lost') });
};
