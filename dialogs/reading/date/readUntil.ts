import { fold } from '#dialogs/reading/fold.ts';
import type { LocalDate } from '#domain/values/instant.ts';
import { plusDays, plusMonths } from './calendar.ts';
import { countPattern, numberOf, units } from './dateWords.ts';
import type { DateContext } from './findDates.ts';
import { type DateReading, judgeDate, readDate } from './readDate.ts';
import { dayOfWeek } from './weekdays.ts';

const leading =
  "for|for the next|für|für die nächsten|i|på|under|на|в течение|per|per i prossimi|per le prossime|di|per l'";
const unit = units.map(({ words }, index) => `(?<u${index}>${words})`).join('|');
const stretch = new RegExp(
  `^(?:(?:${leading}) ?)?(?<less>-)? ?(?<count>${countPattern})?[ -]?(?:${unit})(?: lang| framåt)?[.!]?$`,
  'iu',
);
const short = /^(?<count>\d{1,4})(?:(?<u0>d)|(?<u1>w))$/iu;
const weekend =
  /^(?:(?:over|for|über|für|över|på|на|per|nel|durante)? ?(?:the|das|il)? ?)?(?:(?:übers )?wochenende|weekend|helgen|выходные|fine settimana)[.!]?$|^(?:这个|本)?周末$/iu;

/** What is longer is no time, and not read at all. */
const LONGEST = 200;

/**
 * Until which day, as people say how long something shall rest: `for 3 days`, `eine Woche`, `三天`, `over the weekend`,
 * or a day as `readDate` reads it. No time at all, or less, is past.
 */
export function readUntil(text: string, context: DateContext): DateReading {
  const { today } = context;
  if (text.length > LONGEST) return { ok: false, code: 'close-date-unreadable' };
  const folded = fold(text.normalize('NFC')).trim();
  if (weekend.test(folded)) return judgeDate(mondayAfter(today), today);
  const found = (stretch.exec(folded) ?? short.exec(folded))?.groups;
  if (!found) return readDate(text, context);
  const count = found.count === undefined ? 1 : numberOf(found.count);
  if (found.less || count === 0) return { ok: false, code: 'close-date-past' };
  const { days, months } = units.find((_one, index) => found[`u${index}`]) ?? {};
  const date = days ? plusDays(today, count * days) : plusMonths(today, count * (months ?? 0));
  return judgeDate(date, today);
}

function mondayAfter(day: LocalDate): LocalDate {
  return plusDays(day, 7 - dayOfWeek(day));
}
