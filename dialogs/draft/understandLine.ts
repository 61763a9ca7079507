import type { OpenDraft } from '#app/draft/draftRecord.ts';
import { customerOf } from '#cards/draft/steps/customerAnswer.ts';
import { formatList } from '#cards/format.ts';
import { say } from '#cards/say.ts';
import { readLine } from '#dialogs/reading/draft/readLine.ts';
import type { TextContext, TextReading } from '#dialogs/reading/draft/textContext.ts';
import { withoutRepeats } from '#domain/referral/solutions.ts';
import { isUnspaced, lettersIn, storedWords } from '#domain/values/searchTerms.ts';
import type { CustomerEntry } from '#ports/customers.ts';
import { type DraftContext, type DraftingDeps, presentSolutions } from './draftContext.ts';
import { offeredCustomers, offeredSolutionsFor } from './lookups.ts';
import { emptyDraft } from './steps.ts';
import type { Taken } from './taken.ts';
import { customerChoiceOf, viewOf } from './view.ts';

const MOST_NAMED = 100;
/** In which order is said what was understood. */
const told = [
  'customer',
  'name',
  'location',
  'value',
  'closeDate',
  'team',
  'solutions',
  'assistance',
] as const;

/** Understands the line that a deal begins with. */
export async function understandLine(
  deps: DraftingDeps,
  context: DraftContext,
  text: string,
): Promise<Taken> {
  const line = text.trim();
  if (!line) return { changes: {} };
  const empty = emptyDraft('', deps.clock.now().toISOString());
  const taken = await lookUpNamed(deps, context, readLine(line, await textContextOf(deps, context, empty)));
  return { ...taken, entries: told.filter((entry) => taken.changes[entry] !== undefined) };
}

/** What typed text of this person is read against. */
export async function textContextOf(
  deps: DraftingDeps,
  context: DraftContext,
  open: OpenDraft,
): Promise<TextContext> {
  const { id } = context.turn.organization;
  const named = await deps.solutions.search({
    organization: id,
    text: '',
    kinds: ['own', 'microsoft', 'third-party'],
    limit: MOST_NAMED,
  });
  return { view: await viewOf(deps, context, open), currency: context.memory.currency, solutions: named };
}

/** The entries of a reading, its customer and solutions out of directory and catalog; the person's word is not enough. */
export async function lookUpNamed(
  deps: DraftingDeps,
  context: DraftContext,
  reading: TextReading,
): Promise<Taken> {
  const { language } = context.turn.reader;
  const { refused, unread } = reading;
  const changes = { ...reading.changes };
  const taken: Taken = { changes, refused };
  const resultLines = unread ? [say(language, 'create.unread', { text: unread.slice(0, 200) })] : [];
  if (reading.customerId !== undefined) {
    const entry = await deps.customers.byId(reading.customerId);
    if (entry) changes.customer = customerOf(customerChoiceOf(entry));
  } else if (reading.customerText) {
    const { kind, found, offered } = await offeredCustomers(deps, context, reading.customerText);
    const [only, ...more] = found;
    const certain = kind === 'matches' && only && more.length === 0;
    if (certain && namesExactly(reading.customerText, only))
      changes.customer = customerOf(customerChoiceOf(only));
    else Object.assign(taken, { customers: offered, open: true });
  }
  const solutions = await presentSolutions(deps, context, reading.solutionIds ?? []);
  const missing: string[] = [];
  for (const text of reading.solutionTexts ?? []) {
    const { found, offered } = await offeredSolutionsFor(deps, context, text);
    const [only, ...more] = found;
    if (only && more.length === 0) solutions.push(only);
    else if (only) Object.assign(taken, { solutions: taken.solutions ?? offered, open: true });
    else missing.push(text);
  }
  if (missing.length > 0) {
    const text = formatList(missing, context.turn.reader).slice(0, 200);
    resultLines.push(say(language, 'create.solutions.none', { text }));
    taken.open = true;
  } else if (taken.solutions)
    resultLines.push(say(language, 'create.solutions.several', { text: taken.solutions.text }));
  if (solutions.length > 0) changes.solutions = withoutRepeats(solutions);
  return { ...taken, resultLine: resultLines.length > 0 ? resultLines.join(' ') : undefined };
}

/**
 * Whether a search that found one customer can have meant no other: words under three letters are not searched in
 * large directories, so each of them has to stand in the name or the address as it was typed (CR-18).
 */
function namesExactly(text: string, { name, addressLines, city, state, postalCode, country }: CustomerEntry) {
  const own = new Set(
    storedWords([name, ...addressLines, city, state, postalCode, country].filter(Boolean).join(' ')),
  );
  return storedWords(text).every((word) => isUnspaced(word) || lettersIn(word) >= 3 || own.has(word));
}
