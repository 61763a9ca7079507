import type { Referral } from '#domain/referral/referral.ts';
import { type Instant, plusHours } from '#domain/values/instant.ts';

/** What the morning's message tells, the most urgent first. Each deal stands in one of them. */
export const digestSections = [
  'expiring',
  'waiting',
  'registration',
  'refused',
  'overdue',
  'unanswered',
  'quiet',
] as const;
export type DigestSection = (typeof digestSections)[number];

/** A deal that needs somebody, and why. */
export interface DigestRow {
  section: DigestSection;
  referral: Referral;
}

/** What needs one person, as far as a message shows it. */
export interface DigestPart {
  /** In the order of the sections. */
  rows: readonly DigestRow[];
  /** How many there are in all. */
  total: number;
  /** There are more than that, or may be. */
  more: boolean;
}

/** What a message of the morning tells. */
export interface DigestDay extends DigestPart {
  /** The reader muted some of it, and so did everybody else who could answer. */
  despite: boolean;
  /** What waits for colleagues for whom the reader stands in. */
  forOthers: readonly (DigestPart & { name: string; until: Instant })[];
}

/** From so many hours before its expiry on a referral is said to expire. */
const EXPIRING_HOURS = 72;
/** Nobody is asked why a partner is silent on the day after it was invited. */
const ANSWER_HOURS = 72;
/** A won deal that nobody registered is brought up for so long, in hours: later it can't be registered (CR-49). */
export const REGISTER_HOURS = 60 * 24;
/** What would have fewer hours left on the next working morning is told today. */
const ENOUGH_HOURS = 4;

/** Where an undecided referral stands in the message. */
export function sectionOfWaiting({ expiresAt }: Pick<Referral, 'expiresAt'>, now: Instant): DigestSection {
  return expiresAt <= plusHours(now, EXPIRING_HOURS) ? 'expiring' : 'waiting';
}

/** Whether an invitation has waited long enough to be brought up. */
export function waitsLong(since: Instant, now: Instant): boolean {
  return since <= plusHours(now, -ANSWER_HOURS);
}

/**
 * Whether a working morning is the last on which somebody can be told of an undecided referral in time (CR-54): on the next
 * one it would be over, or as good as. Once for each referral: what the morning before was the last one for is not told again.
 */
export function isLastChance(
  { expiresAt, createdAt }: Pick<Referral, 'expiresAt' | 'createdAt'>,
  mornings: { before: Instant; now: Instant; next: Instant },
): boolean {
  const isOverBy = (morning: Instant) => plusHours(morning, ENOUGH_HOURS) > expiresAt;
  if (expiresAt <= mornings.now || !isOverBy(mornings.next)) return false;
  return createdAt > mornings.before || !isOverBy(mornings.now);
}

/** A message of `most` rows: of each section the first, then as many as there is room for; `more`: not all was counted. */
export function digestPart(found: readonly DigestRow[], most: number, more: boolean): DigestPart {
  const ordered = digestSections.flatMap((section) => found.filter((row) => row.section === section));
  const first = ordered.filter((row, at) => ordered[at - 1]?.section !== row.section);
  const chosen = [...new Set([...first, ...ordered])].slice(0, most);
  return { rows: ordered.filter((row) => chosen.includes(row)), total: found.length, more };
}
