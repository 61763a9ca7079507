import { winDeal } from '#app/deal/deal.win.ts';
import { say } from '#cards/say.ts';
import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import { answerDecision } from '#dialogs/turn/decisionAnswer.ts';
import { endingLine } from '#dialogs/turn/endingLine.ts';
import { mayWin } from '#domain/deal/decideProgress.ts';
import { mayRegister } from '#domain/registration/decideRegistration.ts';
import { spoiledByWinning } from '#domain/registration/registrationRules.ts';
import { confirmedDeal } from './confirming.ts';

/** *Won* (CR-42): the first press asks and says what follows, the next one closes the deal for good. */
export const dealWin: ActionOnDeal<DealDeps> = async (deps, press) => {
  const { turn } = press;
  const asked = await confirmedDeal(deps, press, 'win', (referral) => {
    if (referral.stage !== 'accepted') return 'not-accepted';
    return mayWin(referral) ? undefined : 'stages-missing';
  });
  if ('answer' in asked) return asked.answer;
  if (!asked.sent) {
    const policy = turn.organization.options.registrationPolicy;
    const lacks = spoiledByWinning(asked.referral, { at: deps.clock.now().toISOString(), policy });
    return asked.ask({ typed: {}, problems: {}, lacks });
  }
  const outcome = await winDeal(deps, asked.input);
  const { registrationPolicy } = turn.organization.options;
  const asks = outcome.kind === 'done' && !mayRegister(outcome.referral, registrationPolicy);
  // Asked at once, while everything about it is known (CR-46).
  const { language } = turn.reader;
  return answerDecision(deps, turn, outcome, {
    resultLine: asks ? say(language, 'registration.ask') : undefined,
    sentence: endingLine(turn, outcome, 'talk.won', asks ? say(language, 'talk.won.register') : undefined),
  });
};
