const EVERY = 60_000;

/**
 * Tells of something that strangers can make happen as often as they like: the first time at once, then at most once a
 * minute for each reason, with how often it has happened since.
 */
export function createOccasional(
  tell: (reason: string, count: number) => void,
  now: () => number = Date.now,
): (reason: string) => void {
  const told = new Map<string, { at: number; since: number }>();
  return (reason) => {
    const before = told.get(reason);
    const since = (before?.since ?? 0) + 1;
    if (before && now() - before.at < EVERY) {
      before.since = since;
      return;
    }
    told.set(reason, { at: now(), since: 0 });
    tell(reason, since);
  };
}
