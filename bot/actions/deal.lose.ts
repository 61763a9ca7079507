import { loseDeal } from '#app/deal.lose.ts';
import type { Action } from '#bot/teams/actions.ts';
import { askedDeal } from '#bot/teams/asking.ts';
import { answerDecision } from '#bot/teams/decide.ts';
import { parseEnding } from '#cards/referral/finalAnswer.ts';
import { closeReasons } from '#domain/referral.ts';

/** *Lost* (CR-37, CR-42): the first press asks for the reason, the next one closes the deal for good. */
export const dealLose: Action = async (deps, press) => {
  const { turn, data } = press;
  const asked = await askedDeal(deps, press, 'lose', 'deal.lose', ({ stage }) =>
    stage === 'accepted' ? undefined : 'not-accepted',
  );
  if ('answer' in asked) return asked.answer;
  if (!asked.sent) return asked.ask();
  const parsed = parseEnding(data, 'lose', closeReasons);
  if (!parsed.ok) return asked.ask(parsed);
  const { reason, notes } = parsed;
  return answerDecision(deps, turn, await loseDeal(deps, { ...asked.input, reason, notes }));
};
