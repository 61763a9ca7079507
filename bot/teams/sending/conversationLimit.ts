/** Calls in a stretch of time, in milliseconds. */
const windows = [
  { calls: 7, within: 1_000 },
  { calls: 8, within: 2_000 },
  { calls: 60, within: 30_000 },
  { calls: 1_800, within: 3_600_000 },
] as const;
const LONGEST = 3_600_000;
/** What was not written to longest is forgotten first, and Teams is the judge of it. */
const MOST_CONVERSATIONS = 20_000;

export interface ConversationLimit {
  /** Takes one call and answers 0, or takes nothing and answers for how many milliseconds there is none. */
  take(conversationId: string): number;
}

/**
 * What Teams takes in one conversation, in sliding windows: no stretch of that length ever has more, wherever it begins.
 * Counts this process only; two that write to one conversation at once are judged by Teams, whose 429 is obeyed.
 */
export function createConversationLimit(now: () => number): ConversationLimit {
  const calls = new Map<string, number[]>();
  return {
    take(conversationId) {
      const at = now();
      const made = (calls.get(conversationId) ?? []).filter((one) => one > at - LONGEST);
      const rest = Math.max(0, ...windows.map((window) => restOf(made, window, at)));
      if (rest === 0) made.push(at);
      calls.delete(conversationId);
      calls.set(conversationId, made);
      if (calls.size > MOST_CONVERSATIONS) for (const oldest of calls.keys().take(1)) calls.delete(oldest);
      return rest;
    },
  };
}

/** How long until one more call fits into a window: until the one that fills it has left it. */
function restOf(made: readonly number[], window: (typeof windows)[number], at: number): number {
  const filling = made.at(-window.calls);
  return filling === undefined ? 0 : Math.max(0, Math.ceil(filling + window.within - at));
}
