import type { RefusedEntries } from '#app/draft/draftRecord.ts';
import { type DealLine, readDealLine } from '#dialogs/reading/line/readDealLine.ts';
import type { DealEntries, DealStep } from '#domain/draft/draft.ts';
import type { Contact } from '#domain/referral/referral.ts';
import { selfIn, type TextContext, type TextReading } from './textContext.ts';

/** A line as entries, and what is left of it. */
export type LineReading = TextReading & {
  /** The customer with the place, or at a later step whatever was not understood. */
  rest: string;
};

/** The line that a deal begins with, or that says several things at a later step (CR-18 to CR-25). */
export function readLine(text: string, context: TextContext): LineReading {
  const { view, solutions } = context;
  const { language, locale, today, locations, draft } = view;
  const currency = draft.value?.currency ?? context.currency;
  const fiscalYearStart = view.options?.fiscalYearStart;
  const line = readDealLine(text, {
    language,
    locale,
    today,
    fiscalYearStart,
    currency,
    locations,
    solutions,
  });
  const changes: DealEntries = {};
  if (line.name) changes.name = line.name;
  if (line.location) changes.location = line.location;
  if (line.closeDate) changes.closeDate = line.closeDate;
  if (line.assistance) changes.assistance = line.assistance;
  if (line.value?.currency) changes.value = { amount: line.value.amount, currency: line.value.currency };
  const team = teamOf(line, context);
  if (team.changes) changes.team = team.changes;
  const unread = line.pieces
    .filter(
      ({ kind, problem }) =>
        kind === 'unread' || problem?.code === 'second' || problem?.code === 'location-unknown',
    )
    .map((piece) => piece.text);
  return {
    changes,
    refused: { ...detailsOf(line), ...(team.refused && { team: team.refused }) },
    customerText: line.duns ?? (line.customerText || undefined),
    solutionIds: line.solutions.length > 0 ? line.solutions : undefined,
    unread: unread.join(' … ') || undefined,
    rest: line.customerText,
  };
}

/** An amount or a date that can't be used stands in its field, with the reason. */
function detailsOf(line: DealLine): Partial<Record<DealStep, RefusedEntries>> {
  const typed: Record<string, string> = {};
  const problems: Record<string, unknown> = {};
  for (const { kind, text, problem } of line.pieces) {
    if (kind !== 'value' && kind !== 'closeDate') continue;
    if (problem && problem.code !== 'second') {
      typed[kind] = text;
      problems[kind] = problem;
    } else if (kind === 'value' && !problem && line.value && !line.value.currency) {
      typed.value = text;
      problems.currency = { code: 'currency-missing' };
    }
  }
  return Object.keys(typed).length > 0 ? { details: { typed, problems } } : {};
}

/** Colleagues by their addresses; who is not known from earlier deals needs a name and a phone too (CR-22). */
function teamOf({ emails, pieces }: DealLine, { view }: TextContext) {
  const wrong = pieces.filter(({ kind, problem }) => kind === 'email' && problem).map(({ text }) => text);
  if (emails.length === 0 && wrong.length === 0) return {};
  const { recentContacts, draft } = view;
  const self = selfIn(view);
  const own: Contact[] = self.email && self.phone ? [self] : [];
  const known = [...own, ...recentContacts];
  const found = emails.map((email) => known.find((one) => one.email?.toLowerCase() === email) ?? email);
  const missing = [...found.filter((one) => typeof one === 'string'), ...wrong];
  const present = draft.team ?? own;
  const added = found.filter((one) => typeof one !== 'string');
  const team = [...present.filter((one) => !added.some((other) => other.email === one.email)), ...added];
  if (missing.length === 0) return { changes: team };
  const people = missing.map((one) => `; ${one}; `).join('\n');
  const problems = { people: { code: 'team-line-incomplete', values: { line: 1 } } };
  return { changes: added.length > 0 ? team : undefined, refused: { typed: { people }, problems } };
}
