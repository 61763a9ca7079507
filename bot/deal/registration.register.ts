import { registerDeal, registrationContext } from '#app/deal/registration.register.ts';
import { formVersionOf } from '#cards/form/inputs.ts';
import { parseRegistration } from '#cards/referral/registration/registerParse.ts';
import { decidedAt, type RegisterForm } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';
import { sentAsShown } from '#dialogs/talk/sentAsShown.ts';
import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import { cardOrLine } from '#dialogs/turn/cardOrLine.ts';
import { registeredDealOf } from '#dialogs/turn/dealOfPress.ts';
import { answerDecision } from '#dialogs/turn/decisionAnswer.ts';
import { dayWhere, todayOf } from '#dialogs/turn/turn.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { mayRegister } from '#domain/registration/decideRegistration.ts';
import { usualDays } from '#domain/registration/registrationForm.ts';
import { ownRegistration } from '#domain/registration/registrationView.ts';

/**
 * *Register now* of a won deal (CR-44 to CR-48): the first press opens the form, the next one hands it in. After
 * Microsoft asked for action it opens just what is in question.
 */
export const registrationRegister: ActionOnDeal<DealDeps> = async (deps, press) => {
  const { turn, data } = press;
  const { reader } = turn;
  const found = await registeredDealOf(deps, press);
  if ('answer' in found) return found.answer;
  const { referral } = found;
  const context = registrationContext(referral, turn.organization, todayOf(deps, turn), (at) =>
    dayWhere(deps, turn, at),
  );
  const rejection = mayRegister(referral, context.policy);
  const stale = () => cardOrLine(deps, turn, referral, { rejection });
  const open = async (entries: Pick<RegisterForm, 'typed' | 'problems'>, shown: Referral = referral) => {
    const form: RegisterForm = {
      kind: 'register',
      again: shown.registrationFiling !== undefined,
      formVersion: data.form === undefined ? 0 : formVersionOf(data) + 1,
      earliest: context.earliest.day,
      usual: usualDays(dayWhere(deps, turn, decidedAt(shown) ?? shown.createdAt), context),
      ...entries,
    };
    const answer = await cardOrLine(deps, turn, shown, { form });
    return { ...answer, open: true as const, asks: sentAsShown(answer.card, 'registration.register') };
  };
  if (data.form === undefined) return rejection ? stale() : open({ typed: {}, problems: {} });
  const parsed = parseRegistration(data, { reader, referral, context });
  // A press that came twice is read well too, and meets the registration that it made itself.
  if (!parsed.ok) return rejection ? stale() : open(parsed);
  const outcome = await registerDeal(deps, { ...found.input, entries: parsed.entries, context });
  if (outcome.kind === 'refused' && outcome.rejection === 'registration-incomplete') {
    const now = parseRegistration(data, { reader, referral: outcome.referral, context });
    if (!now.ok) return open(now, outcome.referral);
  }
  const own = outcome.kind === 'done' ? ownRegistration(outcome.referral) : undefined;
  const resultLine = say(
    reader.language,
    own?.elsewhere ? 'registration.register.doneElsewhere' : 'registration.register.done',
  );
  return answerDecision(deps, turn, outcome, resultLine);
};
