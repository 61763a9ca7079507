import type { Instant } from '#domain/values/instant.ts';
import type { Calendar } from '#ports/calendar.ts';
import type { WorkingHours } from '#ports/organizations.ts';

/** Working hours of one recipient: the organization's hours on the recipient's own clock. */
export function hoursOf(
  organization: { workingHours: WorkingHours },
  timeZone: string | undefined,
): WorkingHours {
  return timeZone ? { ...organization.workingHours, timeZone } : organization.workingHours;
}

/** The moment itself where people work then, else the next start of a working day. */
export function nextWorkingMoment(calendar: Calendar, at: Instant, hours: WorkingHours): Instant {
  const local = calendar.toLocal(at, hours.timeZone);
  const works = hours.days.includes(local.weekday);
  if (works && local.minutes >= hours.start && local.minutes < hours.end) return at;
  if (works && local.minutes < hours.start)
    return calendar.toInstant(local.date, hours.start, hours.timeZone);
  return startOfWorkingDay(calendar, local.date, 1, hours);
}

/**
 * When a reminder that is due at `at` goes out (CR-54): the next working moment, or, where that would come only
 * after the expiry, the start of the last working day before it.
 */
export function reminderMoment(
  calendar: Calendar,
  at: Instant,
  expiresAt: Instant,
  hours: WorkingHours,
): Instant {
  const next = nextWorkingMoment(calendar, at, hours);
  if (next < expiresAt) return next;
  const day = calendar.toLocal(expiresAt, hours.timeZone).date;
  const last = startOfWorkingDay(calendar, calendar.addDays(day, 1), -1, hours);
  return last < expiresAt ? last : startOfWorkingDay(calendar, day, -1, hours);
}

/** The start of the first working day after (`step` 1) or before (-1) a day. */
export function startOfWorkingDay(
  calendar: Calendar,
  day: string,
  step: 1 | -1,
  hours: WorkingHours,
): Instant {
  let date = day;
  for (let days = 0; days < 7; days++) {
    date = calendar.addDays(date, step);
    const start = calendar.toInstant(date, hours.start, hours.timeZone);
    if (hours.days.includes(calendar.toLocal(start, hours.timeZone).weekday)) return start;
  }
  return calendar.toInstant(calendar.addDays(day, step), hours.start, hours.timeZone);
}
