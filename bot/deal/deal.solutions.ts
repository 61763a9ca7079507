import { changeDealSolutions } from '#app/deal/deal.solutions.ts';
import { creatableLocations } from '#app/organization/creatableLocations.ts';
import { formVersionOf } from '#cards/form/inputs.ts';
import { readSolutions } from '#cards/referral/edit/solutionsForm.ts';
import type { SolutionsForm } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';
import { type CatalogDeps, ownSolutions, solutionMeant } from '#dialogs/meant/solutionMeant.ts';
import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import { cardOrLine } from '#dialogs/turn/cardOrLine.ts';
import { openDealOf } from '#dialogs/turn/dealOfPress.ts';
import { answerDecision } from '#dialogs/turn/decisionAnswer.ts';
import { asksMicrosoft, MOST_SOLUTIONS, solutionProblems } from '#domain/engagement/solutionRules.ts';
import type { Referral, Solution } from '#domain/referral/referral.ts';
import { isAssessment, isSameSolution, withoutRepeats } from '#domain/referral/solutions.ts';

/** *Solutions* (CR-23, CR-24): the first press opens the form, the next one changes them; the catalog decides. */
export const dealSolutions: ActionOnDeal<DealDeps & CatalogDeps> = async (deps, press) => {
  const { turn, data } = press;
  const { language } = turn.reader;
  const found = await openDealOf(deps, press);
  if ('answer' in found) return found.answer;
  const { referral } = found;
  if (referral.stage !== 'accepted') {
    return cardOrLine(deps, turn, referral, { rejection: 'not-accepted' });
  }
  const fixed = turn.organization.options.assessmentsFixed;
  if (fixed && referral.solutions?.some(isAssessment)) {
    return cardOrLine(deps, turn, referral, { rejection: 'assessment-fixed' });
  }
  const locations = await creatableLocations(deps, turn.organization, turn.member);
  const open = async (
    form: Pick<SolutionsForm, 'typed' | 'problems'>,
    offered?: readonly Solution[],
    shown: Referral = referral,
  ) => ({
    ...(await cardOrLine(deps, turn, shown, {
      form: {
        kind: 'solutions',
        formVersion: data.form === undefined ? 0 : formVersionOf(data) + 1,
        found: offered ?? (await ownSolutions(deps, turn)),
        locations,
        ...form,
      },
    })),
    open: true as const,
  });
  if (data.form === undefined) return open({ typed: {}, problems: {} });
  const entries = readSolutions(data, referral, locations);
  const { typed, remove } = entries;
  const wanted = await solutionMeant(deps, turn, entries);
  if ('problem' in wanted) return open({ typed, problems: { solution: wanted.problem } }, wanted.offered);
  const add = wanted.solution ? [wanted.solution] : [];
  const mpnIds = locations.map(({ mpnId }) => mpnId);
  const place = entries.place ?? onlyPlace(referral, add, mpnIds);
  if (add.length === 0 && remove.length === 0 && !place) {
    return cardOrLine(deps, turn, referral, { resultLine: say(language, 'deal.card.unchanged') });
  }
  if (fixed && add.some(isAssessment)) {
    return open({ typed, problems: { solution: { code: 'assessment-fixed' } } });
  }
  const { vetted } = turn.organization;
  const problems = (now: Referral) => problemsOf(now, { add, remove, place, locations: mpnIds, vetted });
  if (Object.keys(problems(referral)).length > 0) return open({ typed, problems: problems(referral) });
  const change = { add, remove, place, locations: mpnIds, vetted, fixed };
  const outcome = await changeDealSolutions(deps, { ...found.input, ...change });
  if (outcome.kind === 'refused' && outcome.rejection === 'solutions-not-allowed') {
    return open({ typed, problems: problems(outcome.referral) }, undefined, outcome.referral);
  }
  return answerDecision(deps, turn, outcome, say(language, 'deal.card.saved'));
};

/** The only location there is for an assessment that comes into a deal. */
function onlyPlace(
  { assessmentPlace }: Referral,
  add: readonly Solution[],
  locations: readonly string[],
): string | undefined {
  const asked = assessmentPlace === undefined && add.some(isAssessment);
  return asked && locations.length === 1 ? locations[0] : undefined;
}

function problemsOf(
  referral: Referral,
  change: {
    add: readonly Solution[];
    remove: readonly string[];
    place?: string | undefined;
    locations: readonly string[];
    vetted: boolean;
  },
): SolutionsForm['problems'] {
  const gone = ({ id }: Solution) => change.remove.some((other) => isSameSolution({ id }, { id: other }));
  const kept = (referral.solutions ?? []).filter((one) => !gone(one));
  const assessmentPlace = change.place ?? referral.assessmentPlace;
  const [code] = solutionProblems(withoutRepeats([...kept, ...change.add]), {
    vetted: change.vetted,
    assessmentPlace,
    locations: change.place === undefined ? undefined : change.locations,
    parties: referral.parties,
    asksMicrosoft: asksMicrosoft(referral),
  });
  if (!code) return {};
  return code === 'assessment-place-missing' || code === 'assessment-place-unknown'
    ? { place: { code } }
    : { solution: { code, values: { max: MOST_SOLUTIONS } } };
}
