import { phoneOf } from '#app/draft/phoneOf.ts';
import { acceptReferral } from '#app/referral/referral.accept.ts';
import { formVersionOf } from '#cards/form/inputs.ts';
import { parseAcceptance } from '#cards/referral/accept/acceptForm.ts';
import { solutionNamed } from '#cards/referral/accept/acceptSolutions.ts';
import { type CatalogDeps, solutionMeant } from '#dialogs/meant/solutionMeant.ts';
import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import { cardOrLine } from '#dialogs/turn/cardOrLine.ts';
import { openReferralOf } from '#dialogs/turn/dealOfPress.ts';
import { answerDecision } from '#dialogs/turn/decisionAnswer.ts';
import { endingLine } from '#dialogs/turn/endingLine.ts';
import { todayOf } from '#dialogs/turn/turn.ts';
import { asItIs, askToAccept } from './askingAnswer.ts';
import { openForm } from './openForm.ts';

/** *Accept* with its form (CR-35): refused entries come back open, with what was typed. */
export const referralAccept: ActionOnDeal<DealDeps & CatalogDeps> = async (deps, press) => {
  const { turn } = press;
  const found = await openReferralOf(deps, press);
  if ('answer' in found) return found.answer;
  const { referral } = found;
  const typed = turn.inLine === true && press.data.form === undefined;
  const data =
    typed || press.data.asItIs === true ? { form: 0, ...asItIs(turn, referral), ...press.data } : press.data;
  const formVersion = formVersionOf(data) + 1;
  if (data.opens === true) return openForm(deps, turn, referral, { kind: 'accept', formVersion });
  const today = todayOf(deps, turn);
  const { language, locale } = turn.reader;
  const further = await solutionMeant(deps, turn, solutionNamed(data));
  const parsed = parseAcceptance(data, {
    ...{ language, locale, today, referral, further },
    audience: turn.audience,
    vetted: turn.organization.vetted,
  });
  if (!parsed.ok) {
    const { problems } = parsed;
    const offered = 'offered' in further ? further.offered : undefined;
    const form = { kind: 'accept' as const, formVersion, typed: parsed.typed, problems, found: offered };
    return cardOrLine(deps, turn, referral, { form });
  }
  // What can't be accepted as it is is not asked about: the form says what it lacks.
  if (typed) return askToAccept(turn, referral);
  const { name, email, userPrincipalName } = turn.person.profile;
  const phone = await phoneOf(deps, turn.organization.id, turn.person.personId);
  const seller = { name, email: email ?? userPrincipalName, ...(phone && { phone }) };
  const outcome = await acceptReferral(deps, { ...found.input, entries: parsed.entries, seller });
  return answerDecision(deps, turn, outcome, { sentence: endingLine(turn, outcome, 'talk.accepted') });
};
