import { byPerson } from '#domain/referral/mergeTeam.ts';
import type { EditableFields } from '#domain/referral/snapshot.ts';
import { same } from '#domain/values/canonical.ts';
import type { Customer } from '#domain/values/parts.ts';
import { foldText } from '#domain/values/searchTerms.ts';

/** What tells one deal of a company from another where no id is common to both sides. */
export type DealMarks = Pick<EditableFields, 'name' | 'value' | 'closeDate' | 'crmId' | 'notes' | 'team'> & {
  customer: Pick<Customer, 'name'>;
};

/**
 * How sure it is that two records are the same deal, as far as one can tell without an id. 2: customer, name, value and
 * close date are the same. 1: it is likely if one of them was changed since: customer and name, or all but the name, with
 * notes and team. 0: they are not; a CRM id that both have and that is another decides it alone.
 */
export function likeness(one: DealMarks, other: DealMarks): 0 | 1 | 2 {
  if (one.crmId && other.crmId && one.crmId !== other.crmId) return 0;
  if (plain(one.customer.name) !== plain(other.customer.name)) return 0;
  const named = plain(one.name) === plain(other.name);
  const sized = same(one.value, other.value) && one.closeDate === other.closeDate;
  if (named && sized) return 2;
  return named || (sized && one.notes === other.notes && same(keysOf(one), keysOf(other))) ? 1 : 0;
}

function plain(text: string): string {
  return foldText(text).trim();
}

function keysOf({ team }: DealMarks): string[] {
  return [...byPerson(team).keys()].sort();
}
