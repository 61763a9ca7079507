import type { CardJson } from '#cards/expand.ts';
import { literal } from '#cards/outside.ts';

/**
 * The inputs of long forms. They are made here and not bound by a template, because the same five of them, each with
 * its line of help and its problem, stand in many forms; every word comes from the caller.
 */

/** What stands around an input. */
export interface FieldWords {
  label: string;
  /** One line of help, and who will see it. */
  hint?: string | undefined;
  problem?: string | undefined;
  /** Said by the client when nothing is there; only for what can't be answered by another input. */
  missing?: string | undefined;
}

export interface TextField extends FieldWords {
  id: string;
  value: string;
  max: number;
  multiline?: boolean | undefined;
  style?: 'text' | 'tel' | 'email' | undefined;
}

export interface InputChoice {
  title: string;
  value: string;
}

export interface ChoiceField extends FieldWords {
  id: string;
  value: string;
  choices: readonly InputChoice[];
  style: 'compact' | 'expanded';
  several?: boolean | undefined;
}

export interface SuggestingField extends FieldWords {
  id: string;
  value: string;
  choices: readonly InputChoice[];
  /** What the client asks the bot for while somebody types; the other inputs of the form go along. */
  dataset: string;
}

/** The label of an input that has to be answered; its mark never stands on a line alone. */
export function requiredMark(label: string): string {
  return `${label}\u00a0*`;
}

export function textField(field: TextField): CardJson {
  return around(field, {
    type: 'Input.Text',
    id: field.id,
    value: field.value,
    maxLength: field.max,
    isMultiline: field.multiline ?? false,
    style: field.style ?? 'text',
  });
}

export function choiceField(field: ChoiceField): CardJson {
  return around(field, {
    type: 'Input.ChoiceSet',
    id: field.id,
    value: field.value,
    style: field.style,
    isMultiSelect: field.several ?? false,
    wrap: true,
    choices: field.choices,
  });
}

/** Offers what the bot answers while somebody types. Not every client can, so it is never the only way. */
export function suggestingField(field: SuggestingField): CardJson {
  return around(field, {
    type: 'Input.ChoiceSet',
    id: field.id,
    value: field.value,
    style: 'filtered',
    choices: field.choices,
    'choices.data': { type: 'Data.Query', dataset: field.dataset, associatedInputs: 'auto' },
  });
}

export function dateField(field: FieldWords & { id: string; value: string }): CardJson {
  return around(field, { type: 'Input.Date', id: field.id, value: field.value });
}

export function toggleField(field: FieldWords & { id: string; value: boolean; title: string }): CardJson {
  return around(field, {
    type: 'Input.Toggle',
    id: field.id,
    title: field.title,
    value: String(field.value),
    wrap: true,
  });
}

/** Inputs side by side, the second as narrow as it may be on a telephone. */
export function sideBySide(left: CardJson, right: CardJson, width: string): CardJson {
  const column = (of: string, item: CardJson) => ({ type: 'Column', width: of, items: [item] });
  return {
    type: 'ColumnSet',
    spacing: 'Medium',
    columns: [column('stretch', left), column(width, right)],
  };
}

/** Part of a form that is shown when somebody wants it. */
export function foldedPart(id: string, open: boolean, items: readonly CardJson[]): CardJson {
  return { type: 'Container', id, isVisible: open, spacing: 'Medium', items };
}

export function heading(text: string): CardJson {
  return { type: 'TextBlock', text, weight: 'Bolder', wrap: true, spacing: 'Medium' };
}

export function note(text: string): CardJson {
  return { type: 'TextBlock', text, size: 'Small', isSubtle: true, wrap: true, spacing: 'Small' };
}

export function problemLine(text: string): CardJson {
  return {
    type: 'TextBlock',
    text,
    color: 'Attention',
    size: 'Small',
    weight: 'Bolder',
    wrap: true,
    spacing: 'Small',
  };
}

/** A line with words from outside, shown as they are. */
export function plainLine(
  runs: readonly { text: string; weight?: 'Bolder'; isSubtle?: boolean }[],
  spacing: 'None' | 'Small' | 'Medium' = 'Small',
): CardJson {
  return { type: 'RichTextBlock', spacing, inlines: runs.map((run) => ({ type: 'TextRun', ...run })) };
}

/** The title of a choice with words from outside. Clients read markdown there, or do not: both show no link. */
export function choiceTitle(text: string): string {
  return literal(text)
    .replace(/\s+/g, ' ')
    .replace(/\](?=[([])|<(?=\S)/g, '$&\u2060')
    .trim();
}

/** Something that can't be chosen, where an input would stand. */
export function lockedPart({ label, text, hint, problem }: FieldWords & { text: string }): CardJson {
  return {
    type: 'Container',
    spacing: 'Medium',
    items: [
      plainLine([{ text: label }], 'None'),
      plainLine([{ text: literal(text), weight: 'Bolder' }], 'None'),
      ...(hint ? [{ ...note(hint), spacing: 'None' }] : []),
      ...(problem ? [problemLine(problem)] : []),
    ],
  };
}

function around(words: FieldWords, input: CardJson): CardJson {
  const { label, hint, problem, missing } = words;
  const required = missing === undefined ? {} : { isRequired: true, errorMessage: missing };
  return {
    type: 'Container',
    spacing: 'Medium',
    items: [
      { ...input, label, ...required },
      ...(hint ? [{ ...note(hint), spacing: 'None' }] : []),
      ...(problem ? [problemLine(problem)] : []),
    ],
  };
}
