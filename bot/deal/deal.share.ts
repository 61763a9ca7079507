import { shareDeal } from '#app/deal/deal.share.ts';
import { consentIn } from '#cards/referral/progress/finalAnswer.ts';
import { say } from '#cards/say.ts';
import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import { answerDecision } from '#dialogs/turn/decisionAnswer.ts';
import { needsConsent, shareProblem } from '#domain/engagement/shareRules.ts';
import { confirmedDeal } from './confirming.ts';

/** *Let Microsoft see it* (CR-12), where it is switched on: asked once more, because it can't be withdrawn. */
export const dealShare: ActionOnDeal<DealDeps> = async (deps, press) => {
  const { turn, data } = press;
  const switchedOn = turn.organization.options.partnerLed;
  const asked = await confirmedDeal(deps, press, 'share', (referral) =>
    shareProblem(referral, { switchedOn }),
  );
  if ('answer' in asked) return asked.answer;
  if (!asked.sent) return asked.ask();
  const consent = needsConsent(asked.referral) ? consentIn(data) : undefined;
  const missing = { typed: {}, problems: { consent: { code: 'consent-missing' as const } } };
  if (consent === false) return asked.ask(missing);
  const outcome = await shareDeal(deps, { ...asked.input, switchedOn, consent });
  if (outcome.kind === 'refused' && outcome.rejection === 'share-no-consent') {
    return asked.ask(missing, outcome.referral);
  }
  return answerDecision(deps, turn, outcome, say(turn.reader.language, 'progress.shared'));
};
