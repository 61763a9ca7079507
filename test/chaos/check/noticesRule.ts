import { type Evidence, noticesIn, type StoredNotice } from './evidence.ts';
import type { StoredThing } from './stored.ts';

/** What ends without anybody's fault. */
const ends = ['delivered', 'silenced', 'gone', 'blocked', 'failed'];

/** Every message that was to be sent came to one end, and one that never reached anybody has a reason that was seen. */
export function noticesRule(evidence: Evidence): string[] {
  return noticesIn(evidence.stored).flatMap(({ document, notice }) => {
    const problem = problemOf(document, notice, evidence);
    return problem ? [`notice ${document.partition} ${document.id}: ${problem}`] : [];
  });
}

function problemOf(
  { dueAt, leased }: StoredThing,
  { type, delivery, copies }: StoredNotice,
  { messages }: Evidence,
): string | undefined {
  const { state, reason = '' } = delivery;
  // It is planned for a day that is still to come.
  if (type === 'last-reminder' && state === 'waiting' && dueAt && !leased) return undefined;
  if (!ends.includes(state)) return `it ended in no state: ${state}, ${reason}`;
  if (leased) return 'somebody still holds it';
  if (dueAt) return `it ended as ${state} and is due at ${dueAt}`;
  if (state === 'delivered' && copies.length === 0) return 'it is delivered and stands nowhere';
  // Nobody leaves or blocks anything here: only what the deal itself brings about may end so.
  if (state === 'failed' || state === 'blocked') return `it ended as ${state}: ${reason}`;
  if (state === 'gone' && type === 'referral-card') return `a card ended as gone: ${reason}`;
  const missing = copies.filter(({ activityId }) => !messages.some(({ id }) => id === activityId));
  if (missing.length > 0) return `it is said to stand where nothing stands: ${missing[0]?.activityId}`;
  return undefined;
}
