import { formatList, formatTime, intlLocale, type Reader } from '#cards/format.ts';
import { dateTimeFormat } from '#cards/intl.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { DigestChoice } from '#domain/digest/digestChoice.ts';

/** When a morning's message comes, in one of these sentences. */
export const digestTimeTexts = {
  why: { workdays: 'digest.why', days: 'digest.why.days' },
  now: { workdays: 'digest.set.workdays', days: 'digest.set.days' },
  done: { workdays: 'digest.done.workdays', days: 'digest.done.days' },
} satisfies Record<string, Record<'workdays' | 'days', TextKey>>;

/** Days and time of somebody's mornings; `at`: minutes after midnight, the organization's where none were chosen. */
export function digestTimes(
  which: keyof typeof digestTimeTexts,
  { days }: Pick<DigestChoice, 'days'>,
  at: number,
  reader: Reader,
): string {
  const { language } = reader;
  const time = clockTime(at, reader);
  if (!days) return say(language, digestTimeTexts[which].workdays, { time });
  const names = formatList(
    days.map((day) => weekdayName(day, reader, 'short')),
    reader,
  );
  return say(language, digestTimeTexts[which].days, { days: names, time });
}

/** A time of day, as the reader's locale writes it. */
export function clockTime(minutes: number, reader: Reader): string {
  const at = new Date(minutes * 60_000).toISOString();
  return formatTime(at, { ...reader, timeZone: 'UTC' });
}

/** The name of an ISO weekday. */
export function weekdayName(day: number, reader: Reader, length: 'short' | 'long'): string {
  // The first of January 2024 was a Monday.
  const at = Date.UTC(2024, 0, day);
  return dateTimeFormat(intlLocale(reader), { weekday: length, timeZone: 'UTC' }).format(at);
}
