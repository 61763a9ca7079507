import type { Reader } from '#cards/format.ts';
import { isCurrency } from '#cards/money/currencies.ts';
import { formatAmount, formatMoney } from '#cards/money/formatMoney.ts';
import { type FieldProblem, problemTexts } from '#cards/problemTexts.ts';
import { say } from '#cards/say.ts';

export type AcceptField =
  | 'name'
  | 'value'
  | 'currency'
  | 'closeDate'
  | 'notes'
  | 'crmId'
  | 'campaignId'
  | 'solutions'
  | 'solution'
  | 'search'
  | 'team';
export type DeclineField = 'reason' | 'closingNotes';
export type Problems = Partial<Record<AcceptField | DeclineField, FieldProblem>>;
/** What was typed, by field, as it goes back into the form. */
export type Typed = Partial<Record<AcceptField | DeclineField, string>>;

/** The problem's words, which stand at its field. */
export function problemText(problem: FieldProblem, reader: Reader): string {
  const key = problemTexts[problem.code];
  const { code, values = {} } = problem;
  if (code === 'value-unreadable')
    return say(reader.language, key, { example: formatAmount(50_000, reader) });
  if (code === 'value-ambiguous') {
    const money = (amount: string | number | undefined) => {
      const currency = String(values.currency ?? '');
      if (!isCurrency(currency)) return formatAmount(Number(amount), reader);
      return formatMoney({ amount: Number(amount), currency }, reader);
    };
    return say(reader.language, key, { one: money(values.one), other: money(values.other) });
  }
  return say(reader.language, key, values);
}
