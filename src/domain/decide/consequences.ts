import { correspondents, sharedViews, silentPeer } from '#domain/engagement/engagement.ts';
import { type News, newsBetween } from '#domain/news/news.ts';
import type { Actor, Referral } from '#domain/referral/referral.ts';
import { outward } from '#domain/referral/standing.ts';
import type { TimelineChange, TimelineEntry } from '#domain/referral/timelineEntry.ts';
import { sendable } from '#domain/sync/decideSync.ts';
import { unsyncedAfter } from '#domain/sync/tracking.ts';
import { same } from '#domain/values/canonical.ts';
import type { Instant } from '#domain/values/instant.ts';
import { changesBetween, recentWith } from './timeline.ts';

/**
 * What follows from a change. `referral.changed`: something that people see is different, so cards are edited.
 * `referral.expired`: time ran out here. `engagement.tell`: other parties must hear of it. `timeline.add`: it is kept.
 * `news.tell`: people must be told; `revision` is the one that the step made. `sync.send`: there is something that
 * Partner Center must hear, where it is connected.
 */
export type ReferralEvent =
  | { type: 'referral.changed' }
  | { type: 'referral.expired' }
  | { type: 'engagement.tell' }
  | { type: 'timeline.add'; entry: TimelineEntry }
  | { type: 'news.tell'; revision: number; news: readonly News[] }
  | { type: 'sync.send' };

/** By what a decision becomes final. */
export const FINAL = 'deal.final';

/** Who changed a deal, when and by what. */
export interface Cause {
  what: string;
  by: Actor;
  at: Instant;
  /** What was said by it, which no difference between the states shows: notes. */
  said?: readonly TimelineChange[] | undefined;
  /** What was taken back by it. */
  undone?: string | undefined;
}

/**
 * All that follows from the step of a deal from one state to the next, for every way in which it can change: told to
 * the other parties where what they see of it is different, kept in the timeline, and told to our people (CR-51 to
 * CR-53), and brought to Partner Center. `before` is undefined for a deal that is new. A decision that can still be taken
 * back is told at home alone.
 */
export function consequences<S extends Referral>(
  before: Referral | undefined,
  after: S,
  { said = [], ...cause }: Cause,
): { state: S; events: ReferralEvent[] } {
  const { changes, people } = changesBetween(before, after);
  const entry: TimelineEntry = { revision: after.revision, ...cause, changes: [...said, ...changes] };
  const named = Object.keys(people).length > 0 ? { ...after, people } : after;
  const [was, is] = [before && outward(before), outward(after)];
  const unsynced = unsyncedAfter(was, is, cause);
  const unsaid = isUnsaid(before, after, cause);
  const state = {
    ...named,
    recent: unsaid ? before?.recent : recentWith(before?.recent, entry),
    ...(!same(unsynced, after.unsynced) && { unsynced }),
  };
  const events: ReferralEvent[] = unsaid ? [] : [{ type: 'timeline.add', entry }];
  if (mustTell(before, after)) events.push({ type: 'engagement.tell' });
  const news = newsBetween(was, is);
  if (news.length > 0) events.push({ type: 'news.tell', revision: after.revision, news });
  if (!same(before?.unsynced, unsynced) && sendable(state).length > 0) events.push({ type: 'sync.send' });
  return { state, events };
}

/** Whether a party does not know yet what this record would tell it now. */
export function mustTell(earlier: Referral | undefined, now: Referral): boolean {
  const [before, after] = [earlier && outward(earlier), outward(now)];
  const telling = sharedViews(after);
  const told = before && sharedViews(before);
  const known = new Map(before && correspondents(before).map((party) => [party.referralId, party]));
  return correspondents(after).some((party) => {
    const earlier = known.get(party.referralId);
    if (party.role === 'peer') {
      return !same(told && earlier ? told(earlier) : silentPeer, telling(party));
    }
    // Whoever invites takes for granted that a new record is undecided.
    if (!told || !earlier) return party.role === 'invited' || after.stage === 'closed';
    return !same(told(earlier), telling(party));
  });
}

/**
 * Of what nobody reads in a timeline: that both sides say the same is what everybody takes for granted, and a decision that
 * became final stands there since it was made.
 */
function isUnsaid(before: Referral | undefined, after: Referral, { what, by }: Cause): boolean {
  if (what === FINAL) return true;
  if (!before || by.kind !== 'partner-center' || what === 'sync.refuse') return false;
  const { unsynced: _1, revision: _2, ...was } = before;
  const { unsynced: _3, revision: _4, ...is } = after;
  return same(was, is);
}
