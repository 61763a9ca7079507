import type { DraftOf } from '#ports/documents.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    share: ShareRecord;
  }
}

/** Who may make how many of the calls that Teams takes in one tenant; by process. */
export interface ShareRecord {
  holders: Readonly<Record<string, Holder>>;
}

/** The part of one process. */
export interface Holder {
  /** Calls within the stretch in which Teams counts. */
  calls: number;
  /** How many it would make if it could. */
  wanted: number;
  /** Grows with each time it says so: who sees the same for too long knows that it is gone. */
  stamp: number;
}

/** What a process keeps while it needs little, for which it asks seldom. */
export const BASE = 4;
/** Milliseconds for which a part holds, and for which that much of it does. */
export const TERM = 10_000;
export const BASE_TERM = 120_000;

/** What others hold, as far as it still holds: `unchanged` says for how long an entry has been seen as it is. */
export function stillHeld(
  holders: ShareRecord['holders'],
  unchanged: (id: string, holder: Holder) => number,
): Record<string, Holder> {
  const held: Record<string, Holder> = {};
  for (const [id, holder] of Object.entries(holders)) {
    const lasted = unchanged(id, holder);
    if (lasted >= BASE_TERM) continue;
    const few = Math.min(BASE, holder.calls);
    held[id] = lasted >= TERM ? { ...holder, calls: few, wanted: few } : holder;
  }
  return held;
}

/**
 * Who gets how much of `total`: nobody more than they want, and nobody less than another one who wants more. The same for
 * all who reckon with the same.
 */
export function fairShares(wanted: Readonly<Record<string, number>>, total: number): Record<string, number> {
  const byNeed = Object.entries(wanted).sort(([a, few], [b, many]) => few - many || (a < b ? -1 : 1));
  let left = total;
  return Object.fromEntries(
    byNeed.map(([id, needs], place) => {
      const share = Math.min(needs, Math.floor(left / (byNeed.length - place)));
      left -= share;
      return [id, share];
    }),
  );
}

/** The document of a tenant's calls, in a group of its own beside the organization's documents. */
export function shareDraft(organization: string, tenantId: string, record: ShareRecord): DraftOf<'share'> {
  return { ...sharePlace(organization, tenantId), kind: 'share', schema: 1, body: record };
}

/** Where that document is. */
export function sharePlace(organization: string, tenantId: string): { partition: string; id: string } {
  return { partition: `${organization}/sending`, id: `share:${tenantId}` };
}
