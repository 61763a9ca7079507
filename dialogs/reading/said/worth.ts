import { settledDates } from '#dialogs/reading/date/dateQuestions.ts';
import { findDates } from '#dialogs/reading/date/findDates.ts';
import { readDate } from '#dialogs/reading/date/readDate.ts';
import { fold } from '#dialogs/reading/fold.ts';
import { readMoney } from '#dialogs/reading/readMoney.ts';
import type { LocalDate } from '#domain/values/instant.ts';
import type { SaidContext } from './said.ts';

/** A figure, or the beginning of a word for a great number. */
const amount =
  /\d|[一二两三四五六七八九十百千万亿]|mil|mio|mln|mrd|bn|thousand|tausend|tusen|hundred|hundert|hundra|cent|grand|тыс|млн|сто|миллион|quarter|viertel/iu;

/** More than a million: one of them. */
const million = /^миллион(?:а|ом)?(?!\p{L})/iu;

/** An amount and nothing else; the currency only where it is said, because a deal has one already. */
export function readWorth(
  text: string,
  { language, locale, currency }: SaidContext,
): { amount: number; currency: string | undefined } | undefined {
  if (!amount.test(text) || /%/.test(text)) return undefined;
  const read = readMoney(text.replace(million, '1 $&'), { language, locale, currency });
  if (!read.ok) return undefined;
  return { amount: read.amount, currency: read.currencies.length > 0 ? read.currency : undefined };
}

/** Whether an amount is written so that it is nothing else: with a unit, a currency or thousands apart. */
export function isMarkedWorth(text: string): boolean {
  return (
    /\d[\d.,]*\s?\p{L}|\p{L}\s?\d|\p{Sc}|\d[.,' ]\d{3}(?!\d)|^\d{4,}$|[万亿千百]/u.test(text) &&
    !/^(?:19|20)\d\d$/.test(text)
  );
}

/**
 * Whether a text has a figure or the beginning of a word for a time, so that it is worth looking for a date in it: most
 * names have neither, and looking takes long.
 */
export function mayBeDate(text: string): boolean {
  return timely.test(text);
}

const timely =
  /\d|(?<!\p{L})(?:jan|gen|feb|fev|m[aä]r|apr|ma[iyjg]|jun|giu|jul|lug|aug|ago|sep|set|o[ck]t|ott|nov|de[cz]|dic|янв|фев|мар|апр|ма[йяе]|июн|июл|авг|сен|окт|ноя|дек)|day|tag|montag|mittwoch|dag|giorn|week|woche|veck|settim|month|monat|månad|manad|mes[ei]|quart|kvart|trimestre|year|jahr|år|ar(?!\p{L})|ann[oi]|today|tomorrow|heut|morgen|oggi|domani|luned|marted|mercoled|gioved|venerd|sabato|domenica|end|ende|slut|fine|eo[ymq]|сегодня|завтра|недел|месяц|квартал|год|день|дн|понедел|вторник|сред|четверг|пятниц|суббот|воскрес|конц|конец|[年月日号周天季初末底]/iu;

/** A day and nothing else, the past included: whether it can be a close date is judged where it is used. */
export function readDayAlone(text: string, context: SaidContext): LocalDate | undefined {
  if (!mayBeDate(text)) return undefined;
  const read = readDate(text, context);
  if (read.ok) return read.date;
  if (read.code === 'close-date-unreadable') return undefined;
  const folded = fold(text.normalize('NFC'));
  return settledDates(folded, findDates(folded, context))[0]?.date;
}
