import { dealStatusText } from '#cards/deal/dealWords.ts';
import { formatDay, type Reader } from '#cards/format.ts';
import { formatMoney } from '#cards/money/formatMoney.ts';
import { clip, oneLine } from '#cards/outside.ts';
import { say } from '#cards/say.ts';
import type { Referral } from '#domain/referral/referral.ts';

/** A deal as one row of what a search from the compose box finds; only who searches sees it. */
export interface DealPreview {
  title: string;
  text: string;
}

/** Clients read these as markup: what could begin a mark of it becomes a sign that looks like it. */
function plain(text: string): string {
  return oneLine(text).replaceAll('<', '‹').replaceAll('>', '›');
}

export function dealPreview(referral: Referral, reader: Reader): DealPreview {
  const { language } = reader;
  const { customer, name, value, closeDate } = referral;
  return {
    title: [clip(plain(customer.name), 80) || '…', value ? plain(formatMoney(value, reader)) : '']
      .filter(Boolean)
      .join(' · '),
    text: [
      clip(plain(name), 100),
      dealStatusText(referral, language),
      closeDate ? say(language, 'find.row.closes', { date: formatDay(closeDate, reader) }) : '',
    ]
      .filter(Boolean)
      .join(' · '),
  };
}
