import { DateTime, IANAZone } from 'luxon';
import type { Calendar } from '#ports/calendar.ts';

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

function known(timeZone: string): string {
  return IANAZone.isValidZone(timeZone) ? timeZone : 'utc';
}
