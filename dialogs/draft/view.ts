import type { OpenDraft } from '#app/draft/draftRecord.ts';
import { helpTexts } from '#cards/deal/wanted.ts';
import type { CustomerChoice, DraftCardView, DraftProblems } from '#cards/draft/view.ts';
import { formatDay, formatList, type Reader } from '#cards/format.ts';
import { formatMoney } from '#cards/money/formatMoney.ts';
import { say, type TextKey } from '#cards/say.ts';
import { type DealProblem, type DealProblemCode, dealProblems } from '#domain/draft/dealProblems.ts';
import type { DealDraft, DealEntries } from '#domain/draft/draft.ts';
import { MICROSOFT } from '#domain/referral/party.ts';
import { NO_HELP, type Solution, type SolutionKind, solutionKinds } from '#domain/referral/referral.ts';
import type { CustomerEntry } from '#ports/customers.ts';
import { customerContacts, type DraftContext, type DraftingDeps, presentSolutions } from './draftContext.ts';
import { invitingIn } from './inviting.ts';
import { countryNamed } from './lookups.ts';
import { problemReasons } from './problemReasons.ts';
import { stepProgress } from './steps.ts';
import { unheardIn } from './unheard.ts';

const OFFERED = 25;

/** What the entries are called that a line can hold. */
const labels: Partial<Record<keyof DealEntries, TextKey>> = {
  customer: 'draft.step.customer',
  name: 'referral.accept.name',
  location: 'draft.location.label',
  value: 'referral.accept.value',
  closeDate: 'referral.accept.closeDate',
  team: 'draft.step.team',
  solutions: 'draft.step.solutions',
  assistance: 'draft.step.selling',
};

/** All that the cards of a draft are made from: its form, its review, the lines of what was answered. */
export async function viewOf(
  deps: DraftingDeps,
  context: DraftContext,
  open: OpenDraft,
  resultLine?: string,
): Promise<DraftCardView> {
  const { turn, memory, me, locations, today, rules } = context;
  const { draft, refused } = open;
  const problems = dealProblems(draft, rules);
  const { number, count } = stepProgress(open, problems);
  const here = refused?.[draft.step];
  return {
    ...turn.reader,
    draft,
    today,
    me,
    locations: locations.map(({ mpnId, name, country }) => ({ mpnId, name, country })),
    recentContacts: memory.contacts,
    recentCustomerContacts: customerContacts(context, draft.customer),
    offered: await offeredIn(deps, context, open),
    offeredFor: open.solutions?.text,
    vetted: turn.organization.vetted,
    ofMicrosoft: turn.organization.id === MICROSOFT,
    options: turn.organization.options,
    inviting: await invitingIn(deps, context, open),
    unheard: await unheardIn(deps, context, draft),
    customers: await customersIn(deps, open),
    problems: here?.problems as DraftProblems | undefined,
    typed: here?.typed,
    resultLine:
      [resultLine, resultLineOf(turn.reader, draft, problems)].filter(Boolean).join(' ') || undefined,
    understood: understoodOf(context, open),
    stepNumber: number,
    stepCount: count,
    assumed: open.assumed,
  };
}

/** A step that is asked although it was answered says why: something in it is no longer right. */
function resultLineOf(
  { language }: Pick<Reader, 'language'>,
  { step }: Pick<DealDraft, 'step'>,
  problems: readonly DealProblem[],
): string | undefined {
  const words = problems
    .filter((problem) => problem.step === step)
    .flatMap(({ code }) => (isAsked(code) ? [] : [say(language, problemReasons[code])]));
  return words.length > 0 ? words.join(' ') : undefined;
}

/** What the form itself asks for. */
const asked = [
  'customer-missing',
  'name-missing',
  'location-missing',
  'value-missing',
  'close-date-missing',
  'team-missing',
  'solutions-missing',
  'selling-missing',
] as const satisfies readonly DealProblemCode[];

function isAsked(code: DealProblemCode): code is (typeof asked)[number] {
  return asked.some((one) => one === code);
}

/** An entry of the directory as the cards offer it. */
export function customerChoiceOf(entry: CustomerEntry): CustomerChoice {
  const { id, name, addressLines, city, state, postalCode, country, duns, microsoftAccountId } = entry;
  return { id, name, addressLines, city, state, postalCode, country, duns, microsoftAccountId };
}

async function customersIn(
  { customers }: DraftingDeps,
  { customers: offered, draft }: OpenDraft,
): Promise<DraftCardView['customers']> {
  if (!offered || draft.step !== 'customer') return undefined;
  const found = await Promise.all(offered.ids.map((id) => customers.byId(id)));
  const { text, kind } = offered;
  const choices = found.filter((one) => one !== undefined).map(customerChoiceOf);
  const country = choices.length === 0 ? await countryNamed({ customers }, text) : undefined;
  return { text, kind, found: choices, country };
}

async function offeredIn(
  deps: DraftingDeps,
  context: DraftContext,
  open: OpenDraft,
): Promise<readonly Solution[]> {
  if (open.draft.step !== 'solutions') return [];
  if (open.solutions) return presentSolutions(deps, context, open.solutions.ids);
  const { id, vetted } = context.turn.organization;
  const at = (kinds: readonly SolutionKind[]) =>
    deps.solutions.search({ organization: id, text: '', kinds, limit: OFFERED });
  // One's own are the ones that are sold; all others are found by a search, unless there are no own ones.
  const own = await at(['own']);
  return own.length > 0 ? own : at(solutionKinds.filter((kind) => vetted || kind !== 'assessment'));
}

/** What was taken from the line that the deal began with, in words. */
function understoodOf(context: DraftContext, { fromLine, draft }: OpenDraft): DraftCardView['understood'] {
  const { language } = context.turn.reader;
  const shown = fromLine.flatMap((entry) => {
    // What was said of help from Microsoft counts for nothing at Microsoft itself.
    if (entry === 'assistance' && context.turn.organization.id === MICROSOFT) return [];
    const text = wordsOf(context, draft, entry);
    const key = labels[entry];
    return text && key ? [{ label: say(language, key), text }] : [];
  });
  return shown.length > 0 ? shown : undefined;
}

function wordsOf(context: DraftContext, draft: DealDraft, entry: keyof DealEntries): string | undefined {
  const { reader } = context.turn;
  const { customer, value, closeDate, location, team, solutions, assistance, name } = draft;
  switch (entry) {
    case 'customer':
      return customer && formatList([customer.name, ...(customer.city ? [customer.city] : [])], reader);
    case 'value':
      return value && formatMoney(value, reader);
    case 'closeDate':
      return closeDate && formatDay(closeDate, reader);
    case 'location':
      return context.locations.find(({ mpnId }) => mpnId === location)?.name;
    case 'team':
      return (
        team &&
        formatList(
          team.map((one) => one.name),
          reader,
        )
      );
    case 'solutions':
      return (
        solutions &&
        formatList(
          solutions.map((one) => one.name),
          reader,
        )
      );
    case 'assistance':
      if (assistance === undefined) return undefined;
      return assistance === NO_HELP
        ? say(reader.language, 'draft.help.none')
        : say(reader.language, helpTexts[assistance]);
    case 'name':
      return name;
    default:
      return undefined;
  }
}
