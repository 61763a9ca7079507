import type { Instant, LocalDate } from '#domain/values/instant.ts';

/** A moment as the wall clock of a time zone shows it. */
export interface LocalTime {
  date: LocalDate;
  /** Minutes after midnight. */
  minutes: number;
  /** ISO: 1 = Monday. */
  weekday: number;
}

/** Wall clocks of the world. An unknown zone counts as UTC. */
export interface Calendar {
  toLocal(instant: Instant, timeZone: string): LocalTime;
  toInstant(date: LocalDate, minutes: number, timeZone: string): Instant;
  addDays(date: LocalDate, days: number): LocalDate;
}
