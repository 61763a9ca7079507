/** A moment as `YYYY-MM-DDTHH:MM:SS.mmmZ`; compares as text. */
export type Instant = string;

/** A calendar day without a time, `YYYY-MM-DD`. */
export type LocalDate = string;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The moment `hours` later (or earlier, when negative). */
export function plusHours(instant: Instant, hours: number): Instant {
  return new Date(Date.parse(instant) + hours * HOUR).toISOString();
}

/** The same day and hour so many calendar months earlier; the last day of a month that is too short for it. In UTC. */
export function monthsEarlier(instant: Instant, months: number): Instant {
  const at = new Date(instant);
  const day = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() - months);
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(day, last));
  return at.toISOString();
}

/** The moment `seconds` later. */
export function plusSeconds(instant: Instant, seconds: number): Instant {
  return new Date(Date.parse(instant) + seconds * 1_000).toISOString();
}

/** The earlier of the moments given, or nothing when none is given. */
export function earliest(instants: readonly (Instant | undefined)[]): Instant | undefined {
  return instants.filter((instant) => instant !== undefined).sort()[0];
}

/** The day so many days later (or earlier, when negative). */
export function daysLater(day: LocalDate, days: number): LocalDate {
  return new Date(midnight(day) + days * DAY).toISOString().slice(0, 10);
}

/** Days from one day to another, negative where the other is earlier; NaN where one is no day. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((midnight(to) - midnight(from)) / DAY);
}

function midnight(day: LocalDate): number {
  return Date.parse(`${day}T00:00:00.000Z`);
}
