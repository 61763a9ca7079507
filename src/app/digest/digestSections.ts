import { openPairs, type Scope, teamOf } from '#app/list/dealScope.ts';
import { type Sieve, storedDeals } from '#app/list/dealSource.ts';
import { directionAndStatus } from '#app/referral/dealIndex.ts';
import { type DigestRow, type DigestSection, REGISTER_HOURS, waitsLong } from '#domain/digest/digest.ts';
import { unansweredSince } from '#domain/engagement/unanswered.ts';
import { actionSince, hasCome } from '#domain/list/dealList.ts';
import { isQuiet } from '#domain/list/dueDay.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Membership } from '#domain/referral/rights.ts';
import { holderOf } from '#domain/referral/team.ts';
import { pendingOf } from '#domain/referral/undoable.ts';
import { type Instant, type LocalDate, plusHours } from '#domain/values/instant.ts';
import type { RegistrationPolicy } from '#domain/values/options.ts';
import { cursorAt } from '#ports/documentKeys.ts';
import type { DocumentStore } from '#ports/documents.ts';

/** Whose deals are looked through, and what day and moment it is for them. */
export interface Lookout {
  organization: string;
  member: Membership;
  now: Instant;
  today: LocalDate;
  policy?: RegistrationPolicy | undefined;
}

/** What was found of some sections; `more`: there is more than was looked at. */
export interface FoundRows {
  rows: DigestRow[];
  more: boolean;
}

/** Deals of one section that are looked at; a message shows a few of them. */
const MOST = 20;

const both = ['inbound', 'outbound'] as const;
const shelvesOf = (status: 'accepted' | 'won') =>
  both.map((direction) => directionAndStatus(direction, status));

/**
 * What the deals want of somebody in whose team they are, and whose they are: nobody else has them in hand. From the
 * index, a bounded number of each section, so that it costs the same however many deals there are.
 */
export async function workSections(deps: { store: DocumentStore }, lookout: Lookout): Promise<FoundRows> {
  const { member, now, today, policy } = lookout;
  const own = (referral: Referral) => isOwn(referral, member);
  const accepted = teamOf(member, shelvesOf('accepted'));
  const won = teamOf(member, shelvesOf('won'));
  const every = teamOf(member, [...openPairs, ...shelvesOf('won')]);
  const why = (referral: Referral) => actionSince(referral, policy)?.why;
  const asked = { ...won, where: { ...won.where, registration: 'actionrequired' } };
  const since = plusHours(now, -REGISTER_HOURS);
  const found = await Promise.all([
    section(deps, lookout, 'registration', asked, 'action', {
      keeps: (referral) => own(referral) && why(referral) === 'registration',
    }),
    section(deps, lookout, 'registration', won, 'action', {
      keeps: (referral) => own(referral) && why(referral) === 'register',
      from: since,
    }),
    section(deps, lookout, 'refused', { ...every, where: { ...every.where, sync } }, 'unsynced', {
      keeps: own,
    }),
    section(deps, lookout, 'overdue', accepted, 'action', {
      keeps: own,
      ends: (referral) => !hasCome(actionSince(referral)?.since ?? '', today),
    }),
    section(deps, lookout, 'unanswered', teamOf(member, openPairs), 'unanswered', {
      keeps: own,
      ends: (referral) => !waitsLong(unansweredSince(referral) ?? now, now),
    }),
    section(deps, lookout, 'quiet', accepted, 'happened', {
      keeps: own,
      ends: (referral) => !isQuiet(referral, today),
    }),
  ]);
  return { rows: once(found.flatMap(({ rows }) => rows)), more: found.some(({ more }) => more) };
}

/** A person says what is to become of it: Partner Center did not take it, or has another value. */
const sync = ['conflict', 'refused'];

async function section(
  { store }: { store: DocumentStore },
  { organization }: Lookout,
  name: DigestSection,
  scope: Scope,
  field: 'action' | 'happened' | 'unanswered' | 'unsynced',
  { from, ...sieve }: Sieve & { from?: Instant },
): Promise<FoundRows> {
  const orderBy = { field, direction: 'ascending' } as const;
  const source = storedDeals(store, { partition: organization, ...scope, orderBy }, sieve);
  const start = from === undefined ? undefined : cursorAt(from, '');
  const { deals, cursor } = await source.read(MOST, start, false);
  return {
    rows: deals.map(({ referral }) => ({ section: name, referral })),
    more: cursor !== undefined,
  };
}

/** A decision that can still be taken back is left alone, and so is what a colleague has in hand. */
function isOwn(referral: Referral, { addresses }: Membership): boolean {
  const holder = holderOf(referral)?.email?.toLowerCase();
  return pendingOf(referral) === undefined && (holder === undefined || addresses.includes(holder));
}

/** A deal that is overdue and quiet stands under what is more urgent. */
function once(rows: readonly DigestRow[]): DigestRow[] {
  return rows.filter((row, at) => rows.findIndex(({ referral }) => referral.id === row.referral.id) === at);
}
