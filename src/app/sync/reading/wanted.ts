import type { ConnectionRecord, Wanted } from '#app/sync/connectionRecord.ts';
import { type Instant, plusSeconds } from '#domain/values/instant.ts';

/** So many single records are read one by one; where more are wanted, the list of changes brings them with fewer requests. */
export const FEW_WANTED = 8;
/** More are not kept: the list of changes has them. */
const MOST_WANTED = 50;

/**
 * The connection with records that are to be read; one that is wanted already is wanted anew, since it may have changed
 * since. Where there are too many to be read one by one, it is looked for changes now instead.
 */
export function withWanted(
  record: ConnectionRecord,
  ids: readonly string[],
  { at, related }: { at: Instant; related: boolean },
): ConnectionRecord {
  if (ids.length === 0) return record;
  const wanted = new Map((record.wanted ?? []).map((one) => [one.id, one]));
  for (const id of ids) {
    const known = wanted.get(id);
    if (!known && wanted.size >= MOST_WANTED) continue;
    const whole = related || known?.related;
    // Never the same moment again: by it one knows whether it was wanted anew while it was being read.
    const next = known?.at === at ? plusSeconds(at, 0.001) : at;
    wanted.set(id, { id, at: next, attempts: 0, ...(whole && { related: true as const }) });
  }
  const many = wanted.size > FEW_WANTED;
  // While reading fails it is not the time yet.
  const soon = many && !record.failing && record.nextPoll > at ? { nextPoll: at } : {};
  return { ...record, ...soon, wanted: [...wanted.values()] };
}

/** The connection without one that was read; kept is one that was wanted anew meanwhile. */
export function withoutWanted(record: ConnectionRecord, done: readonly Wanted[]): ConnectionRecord {
  if (!record.wanted || done.length === 0) return record;
  const left = record.wanted.filter(({ id, at }) => !done.some((one) => one.id === id && one.at === at));
  return { ...record, wanted: left.length > 0 ? left : undefined };
}
