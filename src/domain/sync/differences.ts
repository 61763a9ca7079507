import { byPerson } from '#domain/referral/mergeTeam.ts';
import type { Contact, Money, Solution } from '#domain/referral/referral.ts';
import type { EditableFields } from '#domain/referral/snapshot.ts';
import { isTyped, withThoseThere } from '#domain/referral/solutions.ts';
import type { SyncField, Theirs, Unsynced } from '#domain/referral/unsynced.ts';
import { same } from '#domain/values/canonical.ts';

/** Fields that stand on both sides as values of one kind. */
export const plainFields = [
  'name',
  'value',
  'closeDate',
  'salesStage',
  'notes',
  'crmId',
  'campaignId',
  'team',
  'solutions',
] as const satisfies readonly SyncField[];
export type PlainField = (typeof plainFields)[number];

/** The plain fields of a record, whichever side it stands on. */
export type PlainFacts = Pick<EditableFields, PlainField>;

/** Whether a field has a value of its own on both sides. */
export function isPlain(field: SyncField): field is PlainField {
  return plainFields.some((one) => one === field);
}

/** What is known of a field that differs from Partner Center's; undefined where nothing is known to differ. */
export function unsyncedItem(
  { unsynced }: { unsynced?: readonly Unsynced[] | undefined },
  field: SyncField,
): Unsynced | undefined {
  return unsynced?.find((one) => one.field === field);
}

/** Whether two sides say the same of a field: teams person by person in any order, solutions by id. */
export function sameField(field: PlainField, one: PlainFacts, other: PlainFacts): boolean {
  if (field === 'team') return same(peopleOf(one.team), peopleOf(other.team));
  if (field === 'solutions') return same(idsOf(one.solutions), idsOf(other.solutions));
  if (field === 'value') return sameMoney(one.value, other.value);
  return same(one[field], other[field]);
}

/** What stands there of a field, as it is kept beside the difference; undefined where nothing does. */
export function theirsOf(field: PlainField, facts: PlainFacts): Theirs | undefined {
  if (field === 'solutions') {
    const solutions = facts.solutions?.filter((one) => !isTyped(one)) ?? [];
    return solutions.length > 0 ? { solutions } : undefined;
  }
  return facts[field] === undefined ? undefined : { [field]: facts[field] };
}

/**
 * The facts with what stands in Partner Center of a field. A deal always has a name; what was typed in by hand is
 * nothing that Partner Center could have taken away.
 */
export function withTheirs<F extends PlainFacts>(facts: F, field: PlainField, there: Theirs | undefined): F {
  switch (field) {
    case 'name':
      return { ...facts, name: there?.name ?? facts.name };
    case 'team':
      return { ...facts, team: there?.team ?? [] };
    case 'solutions':
      return { ...facts, solutions: withThoseThere(facts.solutions, there?.solutions ?? []) };
    default:
      return { ...facts, [field]: there?.[field] };
  }
}

/** The record in which nothing of these fields differs any more, as far as is known. */
export function withoutUnsynced<R extends { unsynced?: readonly Unsynced[] | undefined }>(
  record: R,
  fields: readonly SyncField[],
): R {
  const left = (record.unsynced ?? []).filter(({ field }) => !fields.includes(field));
  return { ...record, unsynced: inOrder(left) };
}

/** The oldest first; of one moment in the order in which they are told. */
export function inOrder(items: readonly Unsynced[]): readonly Unsynced[] | undefined {
  if (items.length === 0) return undefined;
  return items.toSorted((one, other) => (one.since < other.since ? -1 : one.since > other.since ? 1 : 0));
}

/** An amount that names no currency can't say that the currency is another one. */
function sameMoney(one: Money | undefined, other: Money | undefined): boolean {
  if (!one || !other) return one === other;
  const named = [one, other].every(({ currency }) => /^[A-Z]{3}$/.test(currency));
  return one.amount === other.amount && (!named || one.currency === other.currency);
}

function peopleOf(team: readonly Contact[]): unknown {
  return [...byPerson(team)].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** What was typed in by hand is nothing that Partner Center could know. */
function idsOf(solutions: readonly Solution[] | undefined): string[] {
  return (solutions ?? [])
    .filter((one) => !isTyped(one))
    .map(({ id }) => id.toLowerCase())
    .sort();
}
