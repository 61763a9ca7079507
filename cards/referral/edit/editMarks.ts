import { markOf } from '#cards/form/mark.ts';
import type { Reader } from '#cards/format.ts';
import { prefillOf } from '#cards/referral/view/prefill.ts';
import { type EditField, editFields } from '#domain/deal/decideDeal.ts';
import type { Money, Referral } from '#domain/referral/referral.ts';

/** Marks of what stood in a deal when somebody began to edit it; they travel in the button. */
export type EditMarks = Record<EditField, string>;

/** The marks of a deal as it is now; notes that are only added to have the mark of nothing. */
export function baseMarks(referral: Referral, reader: Pick<Reader, 'language' | 'locale'>): EditMarks {
  const { values } = prefillOf(referral, 'personal', reader);
  const texts: Record<EditField, string> = { ...values, value: moneyText(referral.value) };
  const marks = editFields.map((field) => [field, markOf(texts[field])] as const);
  return Object.fromEntries(marks) as EditMarks;
}

/** An amount as it is compared: apart from how somebody writes it. */
export function moneyText(money: Money | undefined): string {
  return money ? `${money.amount} ${money.currency}` : '';
}
