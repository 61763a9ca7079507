/**
 * Time that passes only while everybody waits: the next one to be woken sets it. `stalls`: so long the process does
 * something else each time it was to be woken, one after the other.
 */
export function virtualTime(stalls: readonly number[] = []) {
  let now = 0;
  let sleepers: { until: number; wake: () => void }[] = [];
  let scheduled = false;
  const left = [...stalls];
  const next = () => {
    scheduled = false;
    const [first] = sleepers.sort((one, other) => one.until - other.until);
    if (!first) return;
    now = Math.max(now, first.until) + (left.shift() ?? 0);
    const due = sleepers.filter(({ until }) => until <= now);
    sleepers = sleepers.filter(({ until }) => until > now);
    for (const { wake } of due) wake();
    plan();
  };
  const plan = () => {
    if (scheduled || sleepers.length === 0) return;
    scheduled = true;
    setImmediate(next);
  };
  return {
    now: () => now,
    pause: (milliseconds: number, enough?: AbortSignal) =>
      new Promise<void>((resolve) => {
        const sleeper = { until: now + milliseconds, wake: resolve };
        sleepers.push(sleeper);
        enough?.addEventListener('abort', () => {
          sleepers = sleepers.filter((one) => one !== sleeper);
        });
        plan();
      }),
  };
}
