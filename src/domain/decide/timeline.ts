import { stageOf } from '#domain/deal/decideProgress.ts';
import { standingOf } from '#domain/engagement/takingPart.ts';
import { dealStatusOf } from '#domain/list/dealList.ts';
import type { Party } from '#domain/referral/party.ts';
import { type People, referenceOf } from '#domain/referral/people.ts';
import type { Contact, Referral, Solution } from '#domain/referral/referral.ts';
import type { RegistrationState } from '#domain/referral/registration.ts';
import { contactKey } from '#domain/referral/team.ts';
import type {
  TimelineChange,
  TimelineEntry,
  TimelineField,
  TimelineValue,
} from '#domain/referral/timelineEntry.ts';
import { filedRegistrations, ownRegistration } from '#domain/registration/registrationView.ts';
import { same } from '#domain/values/canonical.ts';

/** The longest text that an entry keeps of a field. */
const LONGEST = 300;

/** What is different between two states of a deal, in a fixed order; `people` with everybody whom it names. */
export function changesBetween(
  before: Referral | undefined,
  after: Referral,
): { changes: TimelineChange[]; people: People } {
  const people: Record<string, Contact> = { ...after.people };
  const refsOf = (contacts: readonly Contact[]) => contacts.map((one) => referenceOf(people, one));
  const changes: TimelineChange[] = [];
  const add = (field: TimelineField, from: TimelineValue | undefined, to: TimelineValue | undefined) => {
    if (!same(from, to)) changes.push({ field, from, to });
  };
  const status = (one: Referral | undefined) =>
    one && ({ kind: 'status', status: dealStatusOf(one) } as const);
  add('status', status(before), status(after));
  changes.push(...partyChanges(before, after));
  changes.push(...registrationChanges(before, after));
  if (!before) return { changes, people };
  const percent = (one: Referral) => ({ kind: 'percent', percent: stageOf(one) }) as const;
  add('salesStage', percent(before), percent(after));
  const money = ({ value }: Referral) => value && ({ kind: 'money', money: value } as const);
  add('name', text(before.name), text(after.name));
  add('location', text(before.location), text(after.location));
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
    const found = solutions
      .filter(({ id }) => !other.some((one) => one.id === id))
      .map(({ name }) => cut(name));
    return found.length > 0 ? { kind: 'names', names: found } : undefined;
  };
  add('solutionsAdded', undefined, names(after.solutions ?? [], before.solutions));
  add('solutionsRemoved', names(before.solutions ?? [], after.solutions), undefined);
  return { changes, people };
}

/** Parties that came in, stand elsewhere than before, or have another part in the deal. */
function partyChanges(before: Referral | undefined, after: Referral): TimelineChange[] {
  return (after.parties ?? []).flatMap((party): TimelineChange[] => {
    // Who takes part from the first is no change.
    if (party.role === 'peer' && !before) return [];
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
    // Who invited us took part before we did.
    const firstWord =
      party.role === 'inviter' && !earlier?.view && (!party.view || party.view.stage === 'accepted');
    const { organization, name } = party;
    const named = { organization, name };
    const stands = firstWord || same(from, to) ? [] : [{ field: 'party' as const, party: named, from, to }];
    const more = [...partChanges(earlier, party), ...toldChanges(earlier, party)];
    return [...stands, ...more.map((change) => ({ ...change, party: named }))];
  });
}

/** Value and date of an invited party's part (CR-30), once there is something that they were before. */
function partChanges(earlier: Party | undefined, party: Party): TimelineChange[] {
  if (!earlier || party.role !== 'invited') return [];
  const money = ({ view, invitation }: Party): TimelineValue | undefined => {
    const value = view?.value ?? invitation?.value;
    return value && { kind: 'money', money: value };
  };
  const day = ({ view, invitation }: Party): TimelineValue | undefined => {
    const closeDate = view?.closeDate ?? invitation?.closeDate;
    return closeDate ? { kind: 'day', day: closeDate } : undefined;
  };
  const changes: TimelineChange[] = [
    { field: 'value', from: money(earlier), to: money(party) },
    { field: 'closeDate', from: day(earlier), to: day(party) },
  ];
  return changes.filter(({ from, to }) => !same(from, to));
}

/** What a party changed of what it shows us: its team, and what its notes are now (CR-60). */
function toldChanges(earlier: Party | undefined, { view }: Party): TimelineChange[] {
  const before = earlier?.view;
  if (!before || !view) return [];
  // That somebody came or went, not who: the board has their team, and what is erased over there must not stay here.
  const people = (team: readonly Contact[], other: readonly Contact[]): TimelineValue | undefined => {
    const differs = team.some((one) => !other.some((known) => contactKey(known) === contactKey(one)));
    return differs ? { kind: 'people', refs: [] } : undefined;
  };
  const changes: TimelineChange[] = [
    { field: 'teamAdded', from: undefined, to: people(view.team, before.team) },
    { field: 'teamRemoved', from: people(before.team, view.team), to: undefined },
    { field: 'notes', from: text(before.dealNotes), to: text(view.dealNotes) },
  ];
  return changes.filter(({ from, to }) => !same(from, to));
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
  return value ? { kind: 'text', text: cut(value) } : undefined;
}

function cut(value: string): string {
  return [...value].slice(0, LONGEST).join('');
}

const MOST_RECENT = 3;
const SHORT = 100;
const FEW = 3;

/** The last changes of a deal with one more, as its card shows them: shortened, because a record must stay small. */
export function recentWith(recent: readonly TimelineEntry[] = [], entry: TimelineEntry): TimelineEntry[] {
  const changes = entry.changes.slice(0, FEW).map((change): TimelineChange => {
    return { ...change, from: shortened(change.from), to: shortened(change.to) };
  });
  return [...recent, { ...entry, changes }].slice(-MOST_RECENT);
}

function shortened(value: TimelineValue | undefined): TimelineValue | undefined {
  const short = (one: string) => [...one].slice(0, SHORT).join('');
  switch (value?.kind) {
    case 'text':
    case 'note':
      return { ...value, text: short(value.text) };
    case 'people':
      return { ...value, refs: value.refs.slice(0, FEW) };
    case 'names':
      return { ...value, names: value.names.slice(0, FEW).map(short) };
    default:
      return value;
  }
}
