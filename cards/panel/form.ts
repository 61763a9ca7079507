import type { FieldProblem } from '#cards/problemTexts.ts';

/** What a form of administration comes back with when it was refused. */
export interface PanelForm<Field extends string> {
  /** A new number for each refusal, so that clients show what was typed. */
  formVersion: number;
  typed: Partial<Record<Field, string>>;
  problems: Partial<Record<Field, FieldProblem>>;
}

/** A form that nobody has filled in yet. */
export function freshForm(): PanelForm<never> {
  return { formVersion: 0, typed: {}, problems: {} };
}
