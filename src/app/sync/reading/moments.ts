import type { Instant } from '#domain/values/instant.ts';

/** The newest of padded moments; empty where there is none. */
export function newestOf(padded: readonly string[]): string {
  return padded.toSorted().at(-1) ?? '';
}

/** A padded moment so many minutes before another one; nothing is before nothing. */
export function minutesBefore(padded: string, minutes: number): string {
  if (padded === '') return '';
  const before = new Date(Date.parse(asInstant(padded)) - minutes * 60_000);
  return `${before.toISOString().slice(0, -1)}0000Z`;
}

/** A padded moment in milliseconds, as everything else writes moments; empty where it is. */
export function asInstant(padded: string): Instant {
  return padded === '' ? '' : `${padded.slice(0, 23)}Z`;
}
