import type { CardJson } from '#cards/expand.ts';
import { requiredMark } from '#cards/form/field.ts';
import { problemText } from '#cards/form/problems.ts';
import { clip, clipBytes, escaped } from '#cards/outside.ts';
import { pressAction } from '#cards/pressAction.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { DealStep } from '#domain/draft/draft.ts';
import { type ReadField, readersOfField } from '#domain/engagement/fieldReaders.ts';
import type { DraftCardView, DraftField } from './view.ts';

/** The body of one step's form. */
export interface FormBody {
  /** What the step is about, in a sentence. */
  intro: string;
  items: CardJson[];
  /** Parts of the form to be opened by a button. */
  folds: readonly { id: string; title: string }[];
  /** Its buttons stand in it. */
  ownButtons?: true | undefined;
  /** Facts about the form as it was shown, which come back with it. */
  shown?: Readonly<Record<string, unknown>> | undefined;
}

/** What was typed goes back whole as far as a card can hold it, in bytes. */
const ROOM: Partial<Record<DraftField, number>> = {
  notes: 12_100,
  people: 8500,
  team: 1200,
  name: 1000,
  handName: 1000,
  address: 1000,
};
const USUAL_ROOM = 500;

/** A field by who reads it; the customer's contact goes to Microsoft with the customer's consent alone (CR-20). */
export type Seen = ReadField | 'contact';

/** What the buttons of a form carry: which draft, step and form it is. */
export function formIds({ draft }: Pick<DraftCardView, 'draft'>) {
  return { draft: draft.id, step: draft.step, form: draft.formVersion };
}

/** The button that takes the answer: on to the next step, or back to the review. */
export function nextTitle({ draft, language }: DraftCardView): string {
  return say(language, draft.reviewing ? 'draft.save' : 'draft.next');
}

export function cancelPress(view: DraftCardView): CardJson {
  const title = say(view.language, 'draft.cancel');
  return pressAction({ verb: 'deal.cancel', title, inputs: false, data: formIds(view) });
}

/** The way to the step before; none from the first. */
export function backPress(view: DraftCardView): CardJson[] {
  const { draft, language, stepNumber } = view;
  if (stepNumber <= 1 && !draft.reviewing) return [];
  const title = say(language, 'draft.back');
  return [pressAction({ verb: 'deal.back', title, inputs: false, data: formIds(view) })];
}

/** The id of an input in this showing of the form; clients keep what was typed by it. */
export function draftInputId(view: DraftCardView, field: string): string {
  return `${field}.${view.draft.formVersion}`;
}

/** What stands in an input: what was typed into the refused form, else what the draft has. */
export function inputText(view: DraftCardView, field: DraftField, start: string | undefined): string {
  return clipBytes(view.typed?.[field] ?? start ?? '', roomOf(field));
}

/** How many bytes of the card an input may take. */
export function roomOf(field: DraftField): number {
  return ROOM[field] ?? USUAL_ROOM;
}

/** The words of the problem at a field, if there is one. */
export function draftProblemAt(view: DraftCardView, field: DraftField): string | undefined {
  const problem = view.problems?.[field];
  if (!problem) return undefined;
  const values = Object.entries(problem.values ?? {}).map(
    ([name, value]) => [name, typeof value === 'string' ? escaped(clip(value, 120)) : value] as const,
  );
  return problemText({ code: problem.code, values: Object.fromEntries(values) }, view);
}

/** The fields by whose readers a step says under its title who will see it. */
const mostRead: Partial<Record<DealStep, ReadField>> = {
  customer: 'customer',
  details: 'value',
  team: 'team',
  solutions: 'solutions',
};

/** Who will see what is entered in this step. */
export function seenInStep({ draft, language }: DraftCardView): string {
  const field = mostRead[draft.step];
  return field ? say(language, seenKey(field)) : '';
}

/** The line under a field: help, and who will see it where that is not who sees the others; of notes always (CR-21). */
export function hintOf(view: DraftCardView, help: TextKey | undefined, seen?: Seen): string {
  const usual = mostRead[view.draft.step];
  const said = seen !== 'notes' && seen && usual && seenKey(seen) === seenKey(usual);
  const parts = [help && say(view.language, help), seen && !said && say(view.language, seenKey(seen))];
  const [one = '', other] = parts.filter((part) => typeof part === 'string');
  return other === undefined ? one : say(view.language, 'draft.sentences', { one, other });
}

function seenKey(field: Seen): TextKey {
  if (field === 'contact') return 'draft.seen.agreed';
  const readers = readersOfField(field);
  if (readers.includes('partner')) return 'draft.seen.invited';
  return readers.includes('microsoft') ? 'draft.seen.microsoft' : 'draft.seen.us';
}

/** A label that says that the field may be left empty. */
export function optionalLabel(view: DraftCardView, label: TextKey): string {
  return say(view.language, 'draft.optional', { label: say(view.language, label) });
}

/** A label that says that the field is required, where the client can't be told so. */
export function requiredLabel(view: DraftCardView, label: TextKey): string {
  return requiredMark(say(view.language, label));
}

/** Whether a folded part has to be open: something in it is wrong, or was typed into it. */
export function isWanted(view: DraftCardView, fields: readonly DraftField[]): boolean {
  const typed = (field: DraftField) => field !== 'consent' && (view.typed?.[field] ?? '') !== '';
  return fields.some((field) => view.problems?.[field] !== undefined || typed(field));
}
