import type { DigestChoice } from '#domain/digest/digestChoice.ts';
import type { Instant, LocalDate } from '#domain/values/instant.ts';
import type { Calendar } from '#ports/calendar.ts';
import type { WorkingHours } from '#ports/organizations.ts';

/** When the mornings of one person are. */
export interface Mornings {
  /** IANA name. */
  timeZone: string;
  /** Minutes after midnight. */
  at: number;
  /** ISO weekdays on which there is something to look at: working days, and those that were chosen. */
  days: readonly number[];
  /** Those of them on which the whole message is wanted. */
  whole: readonly number[];
  /** Minutes after midnight from which on it is too late for that day. */
  end: number;
}

/** A message that was held up is still of use for so many minutes, however early the working day ends. */
const STILL_OF_USE = 120;

/** Mornings as somebody chose them, within the hours of the organization on their own clock. */
export function morningsOf({ timeZone, start, end, days }: WorkingHours, choice: DigestChoice): Mornings {
  const at = choice.at ?? start;
  const chosen = choice.off ? [] : (choice.days ?? days);
  return {
    timeZone,
    at,
    days: [...new Set([...days, ...chosen])].sort(),
    whole: chosen,
    end: Math.max(end, at + STILL_OF_USE),
  };
}

/** The first morning after a moment; `told`: the day of which nothing is left to tell. */
export function nextMorning(
  calendar: Calendar,
  { timeZone, at, days }: Mornings,
  after: Instant,
  told?: LocalDate | undefined,
): Instant {
  const today = calendar.toLocal(after, timeZone).date;
  const mornings = eachDay.map((ahead) => {
    const date = calendar.addDays(today, ahead);
    return { date, moment: calendar.toInstant(date, at, timeZone) };
  });
  const found = mornings.find(
    ({ date, moment }) =>
      date !== told && moment > after && days.includes(calendar.toLocal(moment, timeZone).weekday),
  );
  // There is a working day in every week; without one, tomorrow is as good as any.
  return found?.moment ?? calendar.toInstant(calendar.addDays(today, 1), at, timeZone);
}

/** The last morning before a moment. */
export function morningBefore(
  calendar: Calendar,
  { timeZone, at, days }: Mornings,
  moment: Instant,
): Instant {
  const today = calendar.toLocal(moment, timeZone).date;
  const mornings = eachDay.map((back) => calendar.toInstant(calendar.addDays(today, -back), at, timeZone));
  const isOne = (one: Instant) => one < moment && days.includes(calendar.toLocal(one, timeZone).weekday);
  return mornings.find(isOne) ?? calendar.toInstant(calendar.addDays(today, -1), at, timeZone);
}

/** What a moment is to a person: the day, whether its morning is now, and whether the whole message is wanted that day. */
export function morningAt(
  calendar: Calendar,
  mornings: Mornings,
  now: Instant,
): { day: LocalDate; isMorning: boolean; whole: boolean } {
  const { date, minutes, weekday } = calendar.toLocal(now, mornings.timeZone);
  const isMorning = mornings.days.includes(weekday) && minutes >= mornings.at && minutes < mornings.end;
  return { day: date, isMorning, whole: mornings.whole.includes(weekday) };
}

/** A week and a day: today's morning may be over. */
const eachDay = [0, 1, 2, 3, 4, 5, 6, 7] as const;
