/** Calls in a stretch of time, in milliseconds. */
export interface Window {
  calls: number;
  within: number;
}

/** What Teams takes. */
export interface Takes {
  /** The stretch in which one app may make `TENANT_CALLS` in one tenant. */
  within: number;
  /** In one conversation. */
  conversation: readonly Window[];
}

export const TENANT_CALLS = 50;

/**
 * Microsoft's page "Rate limiting for agents" (8 October 2026): so many calls a second of one app in one tenant, and fewer to
 * one conversation. Each is counted in a stretch that is a little longer, because calls do not take equally long to arrive.
 */
export const published: Takes = {
  within: 1_025,
  conversation: [
    { calls: 7, within: 1_025 },
    { calls: 8, within: 2_025 },
    { calls: 60, within: 30_025 },
    { calls: 1_800, within: 3_600_025 },
  ],
};
/** For as long a call counts. */
export const COUNTS_FOR = 3_600_025;
/** What nobody waits for leaves a tenth to those who do. */
const UNHURRIED = 0.9;

/** Who counts: `sharers`: how many processes have a part of what Teams takes. `urgent`: somebody waits for the call. */
export interface ChatCount {
  windows: readonly Window[];
  sharers: number;
  urgent: boolean;
}

/**
 * Milliseconds until one more call fits into a conversation, 0 for now: until the one that fills a window has left it.
 * `last(n)`: when the nth call from the end was, or will be.
 */
export function restOf(
  last: (n: number) => number | undefined,
  at: number,
  { windows, sharers, urgent }: ChatCount,
): number {
  const part = (urgent ? 1 : UNHURRIED) / Math.max(1, sharers);
  const rests = windows.map(({ calls, within }) => {
    const filling = last(Math.max(1, Math.floor(calls * part)));
    return filling === undefined ? 0 : filling + within - at;
  });
  return Math.max(0, ...rests);
}
