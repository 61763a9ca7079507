import type { OpenDraft, RefusedEntries } from '#app/draft/draftRecord.ts';
import { type DealProblem, type DealRules, dealProblems } from '#domain/draft/dealProblems.ts';
import { type DealEntries, type DealStep, dealSteps } from '#domain/draft/draft.ts';
import { isSameCompany } from '#domain/referral/sameCompany.ts';
import type { Instant } from '#domain/values/instant.ts';
import { isMadeName, type Known, samePerson, withDefaults } from './defaults.ts';

/** What the conversation knows while it takes a step: the rules of the deal, and what need not be asked. */
export interface Knowledge {
  rules: DealRules;
  known: Known;
}

/** A draft with nothing in it yet; `formVersion` 0 was never shown. */
export function emptyDraft(id: string, at: Instant): OpenDraft {
  const draft = {
    id,
    startedAt: at,
    step: 'customer' as const,
    answered: [],
    reviewing: false,
    formVersion: 0,
  };
  return { draft, assumed: [], fromLine: [], asked: [], touchedAt: at };
}

/** The draft with what was entered, before the next step is chosen. */
export function withEntries(open: OpenDraft, changes: DealEntries): OpenDraft {
  const given = Object.keys(changes) as (keyof DealEntries)[];
  const draft = { ...open.draft, ...changes };
  const other =
    changes.customer && open.draft.customer && !isSameCompany(changes.customer, open.draft.customer);
  // The people of another customer, and what they agreed to, go with it (CR-20).
  if (other && !given.includes('customerContact')) draft.customerContact = undefined;
  // So does a name that was made of its own; the details were saved with it as it stood there.
  if (other && !given.includes('name') && isMadeName(open.draft)) draft.name = undefined;
  const person = samePerson(open.draft.customerContact, draft.customerContact);
  if (open.draft.customerContact && !person && !given.includes('consent')) draft.consent = undefined;
  // What one person agreed to for a partner, the next one did not (CR-59).
  if (!person) draft.invitations = draft.invitations?.map(({ contactToo: _, ...one }) => one);
  // An empty form says no to nothing; one that was emptied does.
  if (!draft.customerContact && !open.draft.customerContact && !draft.consent) draft.consent = undefined;
  return { ...open, draft, assumed: open.assumed.filter((entry) => !given.includes(entry)) };
}

/**
 * The draft at the step that comes next: the first, in their order, in which something is missing or no longer right,
 * else the review; or at `step`, where the person asked for that one. Everything usual is filled in.
 */
export function atNextStep(open: OpenDraft, { rules, known }: Knowledge, step?: DealStep): OpenDraft {
  const filled = withDefaults(open, known);
  const problems = dealProblems(filled.draft, rules);
  const next = step ?? problems[0]?.step ?? 'review';
  const asked = filled.asked.includes(next) || next === 'review' ? filled.asked : [...filled.asked, next];
  return {
    ...filled,
    asked,
    refused: { ...filled.refused, [open.draft.step]: undefined },
    customers: next === 'customer' ? filled.customers : undefined,
    solutions: next === 'solutions' ? filled.solutions : undefined,
    inviting: undefined,
    draft: {
      ...filled.draft,
      step: next,
      answered: dealSteps.filter(
        (one) => one !== 'review' && !problems.some((problem) => problem.step === one),
      ),
      reviewing: next === 'review' || filled.draft.reviewing,
      formVersion: filled.draft.formVersion + 1,
    },
  };
}

/** The same step once more, with what was typed and why it is no answer. */
export function askedAgain(open: OpenDraft, refused: RefusedEntries | undefined): OpenDraft {
  const { step } = open.draft;
  return {
    ...open,
    refused: { ...open.refused, [step]: refused },
    draft: { ...open.draft, formVersion: open.draft.formVersion + 1 },
  };
}

/** The steps that are asked of this person in this deal, the review last, and where they are now. */
export function stepProgress(
  open: OpenDraft,
  problems: readonly DealProblem[],
): { number: number; count: number } {
  const steps = stepsOf(open, problems);
  return { number: steps.indexOf(open.draft.step) + 1, count: steps.length };
}

/** The step before the present one among those that were asked; undefined at the first. */
export function stepBefore(open: OpenDraft, { known }: Pick<Knowledge, 'known'>): DealStep | undefined {
  const present = dealSteps.indexOf(open.draft.step);
  const before = dealSteps.filter((step, at) => at < present && open.asked.includes(step)).at(-1);
  // A deal that was all understood at once was asked nothing, but can be gone through from its end.
  const last = known.ofMicrosoft ? 'solutions' : 'selling';
  return before ?? (open.draft.step === 'review' ? last : undefined);
}

function stepsOf(open: OpenDraft, problems: readonly DealProblem[]): readonly DealStep[] {
  return dealSteps.filter(
    (step) =>
      step === 'review' ||
      step === open.draft.step ||
      open.asked.includes(step) ||
      problems.some((problem) => problem.step === step && !comesWithCustomer(open, problem)),
  );
}

/** A name is made of the customer's, so that nobody is asked for one as soon as there is a customer. */
function comesWithCustomer({ draft }: OpenDraft, { code }: DealProblem): boolean {
  return code === 'name-missing' && draft.customer === undefined;
}
