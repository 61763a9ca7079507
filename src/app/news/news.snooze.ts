import type { Instant, LocalDate } from '#domain/values/instant.ts';
import type { Calendar } from '#ports/calendar.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { addMute, type MuteInput } from './news.mute.ts';

/** How long: so many days, or until a day. */
export type SnoozeFor = { days: number } | { day: LocalDate };

export type SnoozeOutcome =
  | { ok: true; until: Instant }
  | { ok: false; problem: 'snooze-past' | 'snooze-far' };

const MORNING = 9 * 60;
const MOST_DAYS = 366;

/**
 * Snoozes a deal or everything for one person, until nine in the morning of a day on their own clock. Then they hear in
 * one message what they missed and is still true.
 */
export async function snoozeNews(
  deps: { store: DocumentStore; clock: Clock; calendar: Calendar; wake: () => void },
  input: MuteInput & { timeZone: string; how: SnoozeFor },
): Promise<SnoozeOutcome> {
  const { calendar, clock } = deps;
  const { timeZone, how, ...what } = input;
  const now = clock.now().toISOString();
  const today = calendar.toLocal(now, timeZone).date;
  const day = 'day' in how ? how.day : calendar.addDays(today, how.days);
  if (day > calendar.addDays(today, MOST_DAYS)) return { ok: false, problem: 'snooze-far' };
  const until = calendar.toInstant(day, MORNING, timeZone);
  if (until <= now) return { ok: false, problem: 'snooze-past' };
  await addMute(deps, what, { until });
  return { ok: true, until };
}
