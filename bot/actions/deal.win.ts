import { winDeal } from '#app/deal.win.ts';
import type { Action } from '#bot/teams/actions.ts';
import { askedDeal } from '#bot/teams/asking.ts';
import { answerDecision } from '#bot/teams/decide.ts';
import { mayWin } from '#domain/decideProgress.ts';
import { spoiledByWinning } from '#domain/registrationRules.ts';

/** *Won* (CR-42): the first press asks and says what follows, the next one closes the deal for good. */
export const dealWin: Action = async (deps, press) => {
  const { turn } = press;
  const asked = await askedDeal(deps, press, 'win', 'deal.win', (referral) => {
    if (referral.stage !== 'accepted') return 'not-accepted';
    return mayWin(referral) ? undefined : 'stages-missing';
  });
  if ('answer' in asked) return asked.answer;
  if (!asked.sent) {
    const policy = turn.organization.options.registrationPolicy;
    const lacks = spoiledByWinning(asked.referral, { at: deps.clock.now().toISOString(), policy });
    return asked.ask({ typed: {}, problems: {}, lacks });
  }
  return answerDecision(deps, turn, await winDeal(deps, asked.input));
};
