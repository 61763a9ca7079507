import type { Instant } from '#domain/values/instant.ts';
import type { News } from './news.ts';

/** How long somebody wants to hear nothing: until a moment, or, where it is absent, until they say otherwise. */
export interface Mute {
  since: Instant;
  until?: Instant | undefined;
}

/** What one person does not want to hear of: everything, or some deals. */
export interface Mutes {
  all?: Mute | undefined;
  deals: readonly ({ referralId: string } & Mute)[];
}

/** What a mute is about: one deal, or everything. */
export type MuteScope = { referralId: string } | 'all';

/** What the reader of a card muted: this deal, or everything. */
export interface ShownMute {
  of: 'deal' | 'all';
  /** Absent: until they unmute. */
  until?: string | undefined;
}

/** What did not reach somebody who snoozed, so that it can be told afterwards, as far as it is still true. */
export interface Missed {
  referralId: string;
  /** `card`: a deal that they would have been shown; `waits`: an answer is due; `expired`: nobody gave it. */
  what: 'card' | 'waits' | 'expired' | 'news';
  news?: readonly News[] | undefined;
}

/** More than anybody can mute one by one; the oldest makes room. */
const MOST_DEALS = 200;

export const noMutes: Mutes = { deals: [] };

/** The mute that holds for a deal now, the one that lasts longest; undefined where somebody hears of it. */
export function muteFor(
  silences: Mutes,
  referralId: string,
  now: Instant,
): (Mute & { of: 'all' | 'deal' }) | undefined {
  const deal = silences.deals.find((one) => one.referralId === referralId);
  const found = [
    ...(silences.all ? [{ of: 'all' as const, since: silences.all.since, until: silences.all.until }] : []),
    ...(deal ? [{ of: 'deal' as const, since: deal.since, until: deal.until }] : []),
  ].filter((one) => holds(one, now));
  const [one, other] = found;
  if (!one || !other) return one;
  return lasts(one) >= lasts(other) ? one : other;
}

/** The mutes with another one, which takes the place of an earlier one about the same. */
export function withMute(silences: Mutes, what: MuteScope, silence: Mute): Mutes {
  if (what === 'all') return { ...silences, all: silence };
  const others = silences.deals.filter(({ referralId }) => referralId !== what.referralId);
  return { ...silences, deals: [{ ...what, ...silence }, ...others].slice(0, MOST_DEALS) };
}

/** The mutes without one; `everything`: without any. */
export function withoutMute(silences: Mutes, what: MuteScope | 'everything'): Mutes {
  if (what === 'everything') return noMutes;
  if (what === 'all') return { deals: silences.deals };
  return { ...silences, deals: silences.deals.filter(({ referralId }) => referralId !== what.referralId) };
}

/** Those that hold now. */
export function presentMutes({ all, deals }: Mutes, now: Instant): Mutes {
  return {
    ...(all && holds(all, now) && { all }),
    deals: deals.filter((one) => holds(one, now)),
  };
}

/** When the first of them ends by itself. */
export function firstMuteEnd({ all, deals }: Mutes): Instant | undefined {
  const ends = [all, ...deals].flatMap((one) => one?.until ?? []);
  return ends.sort()[0];
}

/** What was missed with one thing more; the same again counts once. */
export function missedToo(missed: readonly Missed[], more: Missed, most: number): readonly Missed[] {
  const same = JSON.stringify(more);
  if (missed.some((one) => JSON.stringify(one) === same)) return missed;
  return [...missed, more].slice(-most);
}

function holds({ until }: Mute, now: Instant): boolean {
  return until === undefined || until > now;
}

/** As a text that sorts. */
function lasts({ until }: Mute): string {
  return until ?? '9999';
}
