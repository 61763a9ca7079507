import type { Referral } from '#domain/referral/referral.ts';
import type { EditableFields, ReferralSnapshot } from '#domain/referral/snapshot.ts';
import { type SyncField, syncFields, type Unsynced } from '#domain/referral/unsynced.ts';
import type { Instant } from '#domain/values/instant.ts';
import {
  inOrder,
  isPlain,
  type PlainField,
  sameField,
  theirsOf,
  unsyncedItem,
  withTheirs,
} from './differences.ts';
import { ownership } from './ownership.ts';

/** One delivery beside the one before it. */
export interface Delivered {
  snapshot: ReferralSnapshot;
  lastReceived: EditableFields;
  /** What of it this system wrote there itself: that it moved is no change of somebody else's. */
  wrote?: readonly SyncField[] | undefined;
  at: Instant;
}

/**
 * What still differs once a delivery was taken in; `state` is the record after it. A field that somebody moved there as
 * well is a conflict. That anything was delivered says that the deal is there: what was `deal` before is from then on
 * what really differs. What is closed there can't be changed any more.
 */
export function stillUnsynced(state: Referral, delivered: Delivered): readonly Unsynced[] | undefined {
  const arrived = unsyncedItem(state, 'deal') !== undefined;
  const found = syncFields.map((field): Unsynced | undefined => {
    const item = turnedUp(unsyncedItem(state, field));
    if (isPlain(field)) return plainItem(state, field, item, arrived, delivered);
    if (field === 'decision') return item || arrived ? decisionItem(state, item, delivered) : undefined;
    return field !== 'deal' && item && isOpen(field, delivered) ? item : undefined;
  });
  return inOrder(found.filter((item) => item !== undefined));
}

/** What was looked for there in vain can be told again. */
function turnedUp(item: Unsynced | undefined): Unsynced | undefined {
  if (item?.refused?.code !== 'missing') return item;
  const { refused: _, ...rest } = item;
  return rest;
}

function plainItem(
  state: Referral,
  field: PlainField,
  item: Unsynced | undefined,
  arrived: boolean,
  { snapshot, lastReceived, wrote = [], at }: Delivered,
): Unsynced | undefined {
  const known = item !== undefined || arrived || wrote.includes(field);
  if (!known || snapshot.status.stage === 'closed') return undefined;
  if (sameField(field, state, snapshot.facts)) return undefined;
  const there = theirsOf(field, snapshot.facts);
  const base = { field, since: item?.since ?? at, ...(there && { there }) };
  // What was ticked off as entered is known to stand there, though no delivery said so yet.
  const expected = item ? withTheirs(state, field, item.there) : lastReceived;
  const moved = [lastReceived, expected].every((known) => !sameField(field, snapshot.facts, known));
  const isNews = moved && !arrived && !wrote.includes(field);
  const asks = ownership[field].both === 'ask' && (isNews || item?.conflict);
  if (asks) return { ...base, conflict: true };
  return item?.refused ? { ...base, refused: item.refused } : base;
}

function decisionItem(
  state: Referral,
  item: Unsynced | undefined,
  { snapshot: { status }, at }: Delivered,
): Unsynced | undefined {
  if (sameStanding(state, status)) return undefined;
  const kept: Unsynced = item ?? { field: 'decision', since: at };
  // It ended otherwise there, and nobody can change that.
  if (status.stage !== 'closed' || kept.refused) return kept;
  return { ...kept, refused: { code: 'closed-there', at } };
}

/** Whether a delivery leaves open what no value says. */
function isOpen(field: SyncField, { snapshot: { facts } }: Delivered): boolean {
  // Nothing was handed in there, or it was handed back.
  if (field === 'registration') {
    return ['none', 'actionrequired'].includes((facts.registration ?? 'None').toLowerCase());
  }
  return field !== 'partnerLed' || !facts.microsoft;
}

/** Whether Partner Center says that the record stands where it stands here. */
function sameStanding(state: Referral, status: ReferralSnapshot['status']): boolean {
  if (state.stage !== status.stage) return false;
  if (state.stage !== 'closed' || status.stage !== 'closed') return true;
  return state.outcome === status.outcome || state.outcome === 'withdrawn';
}
