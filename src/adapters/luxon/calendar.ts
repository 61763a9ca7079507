import { DateTime, IANAZone } from 'luxon';
import { kept } from '#domain/values/kept.ts';
import type { Calendar } from '#ports/calendar.ts';

/** No zone has a longer name. */
const LONGEST_NAME = 60;

/** Wall clocks from the time zone data of the runtime. */
export const calendar: Calendar = {
  toLocal(instant, timeZone) {
    const local = DateTime.fromISO(instant, { zone: known(timeZone) });
    return {
      date: local.toFormat('yyyy-MM-dd'),
      minutes: local.hour * 60 + local.minute,
      weekday: local.weekday,
    };
  },
  toInstant(date, minutes, timeZone) {
    const midnight = DateTime.fromISO(date, { zone: known(timeZone) });
    const local = midnight.set({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
    return local.toJSDate().toISOString();
  },
  addDays(date, days) {
    return DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
  },
};

/** The library makes a formatter for each question whether a zone is one. */
const zoneOf = kept(1_000, (timeZone) => (IANAZone.isValidZone(timeZone) ? timeZone : 'utc'));

function known(timeZone: string): string {
  return timeZone.length > LONGEST_NAME ? 'utc' : zoneOf(timeZone);
}
