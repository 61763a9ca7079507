import type { FieldProblem } from '#cards/problemTexts.ts';

/** What came with a press: the button's own data and the inputs, whose ids end in the version of the form. */
export interface PressedInputs<Field extends string> {
  typed: Partial<Record<Field, string>>;
  /** Inputs that were no text. */
  problems: Partial<Record<Field, FieldProblem>>;
  data: Readonly<Record<string, unknown>>;
}

/** Reads the inputs of a form, whatever was sent: a number counts as its digits, anything deeper is a problem. */
export function readInputs<Field extends string>(
  sent: unknown,
  fields: readonly Field[],
): PressedInputs<Field> {
  const data = isRecord(sent) ? sent : {};
  const typed: Partial<Record<Field, string>> = {};
  const problems: Partial<Record<Field, FieldProblem>> = {};
  for (const field of fields) {
    const value = data[keyOf(data, field)];
    if (value === undefined || value === null) continue;
    if (typeof value === 'string') typed[field] = value.trim();
    else if (typeof value === 'number' || typeof value === 'boolean') typed[field] = String(value);
    else problems[field] = { code: 'not-text' };
  }
  return { typed, problems, data };
}

/** The version of the form that was sent; a refusal shows the next one. */
export function formVersionOf(sent: unknown): number {
  const form = isRecord(sent) ? sent.form : 0;
  // Some clients send every value as a text; of anything deeper `Number` might throw.
  const formVersion = typeof form === 'string' && /^\d{1,9}$/.test(form) ? Number(form) : form;
  return typeof formVersion === 'number' && Number.isSafeInteger(formVersion) && formVersion >= 0
    ? formVersion
    : 0;
}

function keyOf(data: Record<string, unknown>, field: string): string {
  const own = `${field}.${formVersionOf(data)}`;
  if (Object.hasOwn(data, own)) return own;
  const other = Object.keys(data).find(
    (key) => key.startsWith(`${field}.`) && /^\d+$/.test(key.slice(field.length + 1)),
  );
  return other ?? field;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether something can be filled in on a card or a part of one, however deep. */
export function hasInputs(part: unknown): boolean {
  return JSON.stringify(part).includes('"type":"Input.');
}
