import { draftCard } from '#cards/draft/draft.card.ts';
import { parseDraftForm } from '#cards/draft/parse.ts';
import type { DraftCardView, DraftFormContext, ParsedDraft } from '#cards/draft/view.ts';
import type { DealDraft } from '#domain/draft/draft.ts';
import { ofType, pressOf } from '#test/support/cards/cardParts.ts';
import { sampleOf } from '#test/support/cards/views.ts';

/** A sample's view, to be changed by a test; `draft` is changed key by key. */
export function draftView(
  name: string,
  changed: Partial<DraftCardView> = {},
  draft: Partial<DealDraft> = {},
): DraftCardView {
  const sample = sampleOf('draft', name) as DraftCardView;
  const reader = { language: 'en', locale: 'en-US' } as const;
  return { ...sample, ...reader, ...changed, draft: { ...sample.draft, ...draft } };
}

/** Shows the form, fills inputs in (named without their version), and reads what a client would send. */
export function press(
  view: DraftCardView,
  inputs: Record<string, unknown>,
  context: Partial<DraftFormContext> = {},
): ParsedDraft {
  const { draft } = view;
  const named = Object.entries(inputs).map(([field, value]) => [`${field}.${draft.formVersion}`, value]);
  const card = draftCard(view);
  // The last one is Next; a button to search stands before it. Private and partner-led answer by themselves.
  const next = ofType(card, 'Action.Execute').findLast(
    ({ verb, data }) => verb === 'deal.answer' && (data as { selling?: string }).selling === undefined,
  );
  const { draft: _, ...inputsSent } = pressOf(card, 'deal.cancel', Object.fromEntries(named));
  return parseDraftForm(draft.step, { ...inputsSent, ...(next?.data as object) }, { ...view, ...context });
}

/** The choices of an input, by its field; of the first one, where none is named. */
export function choicesOf(card: unknown, field = ''): { title: string; value: string }[] {
  const input = ofType(card, 'Input.ChoiceSet').find(({ id }) => String(id).startsWith(field));
  return (input?.choices ?? []) as { title: string; value: string }[];
}

/** The codes of what is wrong, by field. */
export function codesOf(read: ParsedDraft): Record<string, string> {
  if (read.ok) return {};
  return Object.fromEntries(Object.entries(read.problems).map(([field, problem]) => [field, problem.code]));
}
