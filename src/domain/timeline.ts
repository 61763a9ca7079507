import { same } from './canonical.ts';
import { statusOf } from './dealList.ts';
import { standingOf } from './engagement.ts';
import type { Instant } from './instant.ts';
import type { Actor, Contact, Money, Referral, Solution } from './referral.ts';
import type { RegistrationState } from './registration.ts';
import { filedRegistrations, ownRegistration } from './registrationView.ts';
import { contactKey } from './team.ts';

/** A value before or after a change, as it is shown later in the reader's language. People stand there by reference. */
export type TimelineValue =
  | { kind: 'text'; text: string }
  | { kind: 'day'; day: string }
  | { kind: 'money'; money: Money }
  | { kind: 'percent'; percent: number }
  | { kind: 'status'; status: string }
  | { kind: 'registration'; state: RegistrationState }
  | { kind: 'people'; refs: readonly string[] }
  | { kind: 'names'; names: readonly string[] };

/** One field of a deal that changed. */
export interface TimelineChange {
  field: TimelineField;
  /** The organization whose standing changed, where it is about a party; `name` is how it is called. */
  party?: { organization: string; name: string } | undefined;
  from?: TimelineValue | undefined;
  to?: TimelineValue | undefined;
}

export const timelineFields = [
  'status',
  'party',
  'salesStage',
  'name',
  'value',
  'closeDate',
  'notes',
  'crmId',
  'campaignId',
  'assistance',
  'holder',
  'teamAdded',
  'teamRemoved',
  'solutionsAdded',
  'solutionsRemoved',
  'registration',
] as const;
export type TimelineField = (typeof timelineFields)[number];

/** One change of a deal: who, when, what, from what to what. Kept for good, as a document of its own. */
export interface TimelineEntry {
  /** Revision of the deal that the change made: their order, and their id. */
  revision: number;
  at: Instant;
  by: Actor;
  /** The command, or what happened. */
  what: string;
  changes: readonly TimelineChange[];
}

/** People who are named by reference, so that a person can be erased without breaking history. */
export type People = Readonly<Record<string, Contact>>;

/** The longest text that an entry keeps of a field. */
const LONGEST = 300;

/** What is different between two states of a deal, in a fixed order; `people` with everybody whom it names. */
export function changesBetween(
  before: Referral | undefined,
  after: Referral,
): { changes: TimelineChange[]; people: People } {
  const people: Record<string, Contact> = { ...after.people };
  const refsOf = (contacts: readonly Contact[]) => contacts.map((one) => refOf(people, one));
  const changes: TimelineChange[] = [];
  const add = (field: TimelineField, from: TimelineValue | undefined, to: TimelineValue | undefined) => {
    if (!same(from, to)) changes.push({ field, from, to });
  };
  const status = (one: Referral | undefined) => one && ({ kind: 'status', status: statusOf(one) } as const);
  add('status', status(before), status(after));
  changes.push(...partyChanges(before, after));
  changes.push(...registrationChanges(before, after));
  if (!before) return { changes, people };
  const percent = ({ salesStage }: Referral) =>
    salesStage === undefined ? undefined : ({ kind: 'percent', percent: salesStage } as const);
  add('salesStage', percent(before), percent(after));
  const money = ({ value }: Referral) => value && ({ kind: 'money', money: value } as const);
  add('name', text(before.name), text(after.name));
  add('value', money(before), money(after));
  const day = ({ closeDate }: Referral) =>
    closeDate ? ({ kind: 'day', day: closeDate } as const) : undefined;
  add('closeDate', day(before), day(after));
  for (const field of ['notes', 'crmId', 'campaignId', 'assistance'] as const) {
    add(field, text(before[field]), text(after[field]));
  }
  const holder = (one: Referral): TimelineValue | undefined => {
    const found = one.team.filter(({ email }) => email !== undefined && email.toLowerCase() === one.holder);
    return found.length > 0 ? { kind: 'people', refs: refsOf(found) } : undefined;
  };
  add('holder', holder(before), holder(after));
  const missingIn = (team: readonly Contact[], other: readonly Contact[]) =>
    other.filter((one) => !team.some((member) => contactKey(member) === contactKey(one)));
  const people_ = (contacts: readonly Contact[]): TimelineValue | undefined =>
    contacts.length > 0 ? { kind: 'people', refs: refsOf(contacts) } : undefined;
  add('teamAdded', undefined, people_(missingIn(before.team, after.team)));
  add('teamRemoved', people_(missingIn(after.team, before.team)), undefined);
  const names = (
    solutions: readonly Solution[],
    other: readonly Solution[] = [],
  ): TimelineValue | undefined => {
    const found = solutions.filter(({ id }) => !other.some((one) => one.id === id)).map(({ name }) => name);
    return found.length > 0 ? { kind: 'names', names: found } : undefined;
  };
  add('solutionsAdded', undefined, names(after.solutions ?? [], before.solutions));
  add('solutionsRemoved', names(before.solutions ?? [], after.solutions), undefined);
  return { changes, people };
}

/** Parties that came in, or stand elsewhere than before. */
function partyChanges(before: Referral | undefined, after: Referral): TimelineChange[] {
  return (after.parties ?? []).flatMap((party): TimelineChange[] => {
    if (party.role === 'peer') return [];
    const earlier = before?.parties?.find(
      ({ organization, referralId }) =>
        organization === party.organization && referralId === party.referralId,
    );
    const value = (one: typeof party): TimelineValue => {
      const { stage, outcome } = standingOf(one);
      const percent = one.view?.stage === 'accepted' ? one.view.salesStage : undefined;
      if (percent !== undefined) return { kind: 'percent', percent };
      return { kind: 'status', status: outcome ?? stage };
    };
    const [from, to] = [earlier && value(earlier), value(party)];
    if (same(from, to)) return [];
    const { organization, name } = party;
    return [{ field: 'party', party: { organization, name }, from, to }];
  });
}

/** Where a registration stands now: our own, or on Microsoft's record each partner's (CR-48). */
function registrationChanges(before: Referral | undefined, after: Referral): TimelineChange[] {
  const value = (
    standing: { state: RegistrationState; outcome?: RegistrationState | undefined } | undefined,
  ) => standing && ({ kind: 'registration', state: standing.outcome ?? standing.state } as const);
  const change = (
    from: TimelineValue | undefined,
    to: TimelineValue | undefined,
    party?: TimelineChange['party'],
  ) => (same(from, to) ? [] : [{ field: 'registration' as const, ...(party && { party }), from, to }]);
  const earlier = before ? filedRegistrations(before) : [];
  return [
    ...change(value(before && ownRegistration(before)), value(ownRegistration(after))),
    ...filedRegistrations(after).flatMap(({ party: { organization, name }, ...standing }) => {
      const known = earlier.find(({ party }) => party.organization === organization);
      return change(value(known), value(standing), { organization, name });
    }),
  ];
}

function text(value: string | undefined): TimelineValue | undefined {
  return value ? { kind: 'text', text: [...value].slice(0, LONGEST).join('') } : undefined;
}

/** The reference of a person, a new one for somebody who was not named yet. */
function refOf(people: Record<string, Contact>, contact: Contact): string {
  const known = Object.entries(people).find(([, one]) => contactKey(one) === contactKey(contact));
  if (known) return known[0];
  const ref = `p${Object.keys(people).length + 1}`;
  people[ref] = { name: contact.name, email: contact.email };
  return ref;
}
