/** Median, 95 % and the longest of some times in milliseconds, in words. */
export function distribution(times: readonly number[]): string {
  const one = (share: number) => quantile(times, share).toFixed(1);
  return `median ${one(0.5)} ms, 95 % ${one(0.95)} ms, longest ${one(1)} ms (n = ${times.length})`;
}

/** The time that a share of the times do not pass. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}
