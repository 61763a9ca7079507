import { same } from '#domain/values/canonical.ts';
import { mergeTeam } from './mergeTeam.ts';
import type { Money, Referral, Solution } from './referral.ts';
import { type EditableFields, editableFields, type ReferralSnapshot } from './snapshot.ts';
import { isTyped, withThoseThere } from './solutions.ts';

/**
 * The fields that sellers may change, after Partner Center told its own. One is taken over only when its own value moved,
 * so that what was typed on acceptance is not undone by a delivery about something else. What is known to differ, or was
 * just written there (`wrote`), stays until a person says which counts; of a team both changes stay. Where it is over
 * there, nothing can be changed there any more: Partner Center's value of what differs counts.
 */
export function mergeFields(
  state: Referral,
  { facts, status }: ReferralSnapshot,
  lastReceived: EditableFields,
  wrote: readonly string[],
): EditableFields {
  const ours = editableFields(state);
  const theirs = asTold(state, facts);
  const merged = threeWay(ours, facts, lastReceived);
  const isOver = status.stage === 'closed';
  const pick = <K extends keyof EditableFields>(key: K): EditableFields[K] => {
    if (isOver) return isUnsynced(state, key) ? theirs[key] : merged[key];
    const kept = wrote.includes(key) || (key !== 'team' && isUnsynced(state, key));
    return kept ? ours[key] : merged[key];
  };
  return {
    name: pick('name'),
    value: pick('value'),
    closeDate: pick('closeDate'),
    notes: pick('notes'),
    crmId: pick('crmId'),
    campaignId: pick('campaignId'),
    team: pick('team'),
    solutions: pick('solutions'),
    assistance: pick('assistance'),
    consent: pick('consent'),
    salesStage: pick('salesStage'),
  };
}

/** Nothing of a deal that was not there yet is known to be the same. */
function isUnsynced({ unsynced = [] }: Referral, key: keyof EditableFields): boolean {
  return unsynced.some(({ field }) => field === key || (field === 'deal' && key in tracked));
}

/** Fields that stand in `unsynced` by themselves; help and consent come with an invitation. */
const tracked: Readonly<Partial<Record<keyof EditableFields, true>>> = {
  name: true,
  value: true,
  closeDate: true,
  notes: true,
  crmId: true,
  campaignId: true,
  team: true,
  solutions: true,
  salesStage: true,
};

/** Partner Center's fields, with what it can't know from ours. */
function asTold(ours: EditableFields, incoming: EditableFields): EditableFields {
  return {
    ...editableFields(incoming),
    value: isSilent(incoming.value, ours.value) ? ours.value : incoming.value,
    solutions: incoming.solutions && withThoseThere(ours.solutions, incoming.solutions),
  };
}

function threeWay(ours: EditableFields, incoming: EditableFields, last: EditableFields): EditableFields {
  const pick = <K extends keyof EditableFields>(key: K): EditableFields[K] =>
    same(incoming[key], last[key]) ? ours[key] : incoming[key];
  return {
    name: pick('name'),
    value: mergeValue(ours.value, incoming.value, last.value),
    closeDate: pick('closeDate'),
    notes: pick('notes'),
    crmId: pick('crmId'),
    campaignId: pick('campaignId'),
    team: same(incoming.team, last.team) ? ours.team : mergeTeam(ours.team, incoming.team, last.team),
    solutions: mergeSolutions(ours.solutions, incoming.solutions, last.solutions),
    assistance: pick('assistance'),
    consent: pick('consent'),
    salesStage: pick('salesStage'),
  };
}

function mergeValue(ours: Money | undefined, incoming: Money | undefined, last: Money | undefined) {
  if (same(incoming, last)) return ours;
  return isSilent(incoming, last) && !same(ours, last) ? ours : incoming;
}

/** An amount that names no currency can't say that the currency is another one. */
function isSilent(incoming: Money | undefined, other: Money | undefined): boolean {
  const names = incoming === undefined || /^[A-Z]{3}$/.test(incoming.currency);
  return !names && incoming.amount === other?.amount;
}

/** By id, since Partner Center tells names and flags in another way. */
function mergeSolutions(
  ours: readonly Solution[] | undefined,
  incoming: readonly Solution[] | undefined,
  last: readonly Solution[] | undefined,
): readonly Solution[] | undefined {
  if (incoming === undefined) return ours;
  if (last === undefined) return ours ?? incoming;
  if (same(idsOf(incoming), idsOf(last)) && ours !== undefined) return ours;
  return withThoseThere(ours, incoming);
}

function idsOf(solutions: readonly Solution[]): string[] {
  return solutions
    .filter((one) => !isTyped(one))
    .map(({ id }) => id.toLowerCase())
    .sort();
}
