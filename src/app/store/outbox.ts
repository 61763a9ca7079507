import { earliest, type Instant } from '#domain/values/instant.ts';
import type { Lease } from '#ports/documents.ts';

/** Something that must still be done because of a change; it travels in the document whose change caused it. */
export interface OutboxEvent<T extends string = string> {
  id: string;
  type: T;
  at: Instant;
  /** How often it was tried. */
  attempts: number;
  /** Not before this moment. */
  nextAt: Instant;
  /** Set when it was given up: the reason, for the administrator. Such an event blocks nothing behind it. */
  setAside?: string | undefined;
}

/** How often something is tried that fails by itself. */
export const ATTEMPTS = 12;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 300_000;

/** Milliseconds to wait before the attempt after `attempts` failed ones: doubling from 1 s up to 5 min. */
export function backoff(attempts: number): number {
  return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.max(0, attempts - 1));
}

/**
 * The event after a failed attempt: later again, or set aside after the twelfth. `away`: it failed because something
 * outside is away; that is tried again for as long as it takes.
 */
export function failed<E extends OutboxEvent>(event: E, now: Date, reason: string, away = false): E {
  const attempts = event.attempts + 1;
  if (attempts >= ATTEMPTS && !away) return { ...event, attempts, setAside: reason };
  return { ...event, attempts, nextAt: new Date(now.getTime() + backoff(attempts)).toISOString() };
}

/** The events whose time has come. */
export function dueEvents<E extends OutboxEvent>(events: readonly E[], now: Date): E[] {
  return events.filter((event) => !event.setAside && event.nextAt <= now.toISOString());
}

/**
 * When a document must be looked at next: at its earliest event or agenda item, but while a lease runs not before
 * the lease ends, because its holder looks again before letting go.
 */
export function nextDue(
  events: readonly OutboxEvent[],
  agenda: readonly (Instant | undefined)[],
  lease: Lease | undefined,
): Instant | undefined {
  if (lease) return lease.until;
  return earliest([...events.filter((event) => !event.setAside).map((event) => event.nextAt), ...agenda]);
}

/** The lease that a document keeps when the work under `mine` is done: somebody else's, who took over, or none. */
export function leaseAfter(present: Lease | undefined, mine: Lease | undefined): Lease | undefined {
  return present?.owner === mine?.owner ? undefined : present;
}
