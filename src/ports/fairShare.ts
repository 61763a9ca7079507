import type { DueLimits } from './documents.ts';

/** Something that waits, of one organization, since a moment. */
export interface Waiting {
  organization: string;
  dueAt: string;
}

/**
 * The oldest of what waits, no more of one organization than its share, then spread: every organization's first,
 * every organization's second, ..., the organizations in a new random order each time.
 */
export function fairShare<W extends Waiting>(waiting: readonly W[], limits: DueLimits): W[] {
  const oldestFirst = [...waiting].sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
  const shares = new Map<string, W[]>();
  let taken = 0;
  for (const item of oldestFirst) {
    if (taken >= limits.total) break;
    const share = shares.get(item.organization) ?? [];
    if (share.length >= limits.perOrganization) continue;
    share.push(item);
    shares.set(item.organization, share);
    taken++;
  }
  return [...shares.values()]
    .map((share) => ({ share, lot: Math.random() }))
    .sort((a, b) => a.lot - b.lot)
    .flatMap(({ share }, lot) => share.map((item, turn) => ({ item, turn, lot })))
    .sort((a, b) => a.turn - b.turn || a.lot - b.lot)
    .map(({ item }) => item);
}
