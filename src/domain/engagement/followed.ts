import type { EngagementMessage, SharedView } from '#domain/referral/party.ts';
import type { Referral, Solution } from '#domain/referral/referral.ts';
import { same } from '#domain/values/canonical.ts';

const GAP = '\n\n';

/**
 * The record of an invited party with what its inviter changed of what it was shown (CR-60): value, date, solutions and
 * notes. What was changed here stays as it is here; what the inviter has now stands beside it, among the parties.
 */
export function withFollowed(state: Referral, before: SharedView | undefined, message: EngagementMessage) {
  const { view, from, to } = message;
  if (!before || state.stage === 'closed') return state;
  const mine = (solutions: readonly Solution[] | undefined) =>
    solutions?.map((one) => seenFrom(one, from, to.organization));
  const follow = <T>(present: T, earlier: T | undefined, now: T | undefined): T =>
    now !== undefined && same(present, earlier) ? now : present;
  const next = {
    ...state,
    value: follow(state.value, before.value, view.value),
    closeDate: follow(state.closeDate, before.closeDate, view.closeDate),
    solutions: follow(state.solutions, mine(before.solutions), mine(view.solutions)),
    senderNotes: followedNotes(state.senderNotes, before.dealNotes, view.dealNotes),
  };
  return same(next, state) ? state : next;
}

/** Why it was invited, and the notes of the deal, where they say something else. */
export function senderNotesOf(why: string | undefined, dealNotes: string | undefined): string | undefined {
  if (!dealNotes?.trim() || dealNotes.trim() === why?.trim()) return why;
  return why?.trim() ? why + GAP + dealNotes : dealNotes;
}

function followedNotes(shown: string | undefined, earlier: string | undefined, now: string | undefined) {
  if ((earlier ?? '') === (now ?? '')) return shown;
  const why = !earlier ? shown : shown === earlier ? undefined : cutOff(shown, GAP + earlier);
  return senderNotesOf(why, now);
}

function cutOff(text: string | undefined, end: string): string | undefined {
  return text?.endsWith(end) ? text.slice(0, -end.length) : text;
}

/** A solution as another party sees it: the sender's own is somebody else's there, and what is their own is their own (CR-30). */
export function seenFrom(
  solution: Solution,
  from: EngagementMessage['from'],
  organization: string,
): Solution {
  const { of, ...one } = solution;
  if (of === organization) return { ...one, kind: 'own' };
  if (one.kind !== 'own') return solution;
  return { ...one, kind: 'third-party', publisher: one.publisher ?? from.name, of: from.organization };
}
