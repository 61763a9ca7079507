import { stageOf } from '#domain/deal/decideProgress.ts';
import { unansweredSince } from '#domain/engagement/unanswered.ts';
import {
  actionSince,
  dealStatuses,
  dealStatusOf,
  isPending,
  registrationFilterOf,
} from '#domain/list/dealList.ts';
import { dueDay, lastHappened } from '#domain/list/dueDay.ts';
import { partnerNames } from '#domain/list/fitsFilters.ts';
import { dealTypeOf } from '#domain/referral/dealType.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { pendingOf } from '#domain/referral/undoable.ts';
import { syncState } from '#domain/sync/syncStanding.ts';
import { foldText, searchTerms, wholeWordTerms, wordsOf } from '#domain/values/searchTerms.ts';
import type { IndexValue, Ordering } from '#ports/documents.ts';
import { quarterOf, worthBand } from './dealBands.ts';

/** Raised whenever what stands in the index changes; older documents are indexed anew at start. */
export const INDEX_SCHEMA = 5;

/** Names longer than this sort by their beginning. */
const SORTED = 40;
/** Folding reads a text this far. */
const PIECE = 2_000;
const MOST_NOTES = 8_000;
const MOST_WORDS = 600;

/** The prefixes of a deal's terms: what is found by what. */
const prefixes = {
  ...{ name: 'n:', customer: 'c:', notes: 't:', solution: 's:', partner: 'p:' },
  team: 'team:',
} as const;

/**
 * The orders in which lists are shown, each within what somebody may see: a shelf (direction and status) for the
 * admins of the whole company, its part of one location, and its part with one person in the team.
 */
export const dealOrderings: readonly Ordering[] = (
  [
    'created',
    'name',
    'customer',
    'status',
    'due',
    'happened',
    'expires',
    'action',
    'unsynced',
    'unanswered',
  ] as const
).flatMap((orderBy) => [
  { where: 'shelf', orderBy },
  { where: 'place', orderBy },
  { terms: prefixes.team, orderBy },
]);

/** The shelf of the deals of one direction and status. */
export function directionAndStatus(direction: string, status: string): string {
  return `${direction}:${status}`;
}

/** The part of a shelf that belongs to a location. */
export function atLocation(shelf: string, location: string): string {
  return `${shelf}:${location}`;
}

/** The term of the deals of a shelf that have this address in their team. */
export function teamTerm(shelf: string, address: string): string {
  return `${prefixes.team}${shelf}:${address.toLowerCase()}`;
}

/** The terms of a word that is searched for (CR-16); a deal that fits carries one of them. */
export function searchGroup(term: string): string[] {
  return [prefixes.name + term, prefixes.customer + term, prefixes.notes + term];
}

/** The term of a word of the customer's name. */
export function customerTerm(term: string): string {
  return prefixes.customer + term;
}

/** The term of a word of a solution's name or id. */
export function solutionTerm(term: string): string {
  return prefixes.solution + term;
}

/** The term of a word of the name of a party that takes part. */
export function partnerTerm(term: string): string {
  return prefixes.partner + term;
}

/** What a deal is filtered and ordered by (CR-15, CR-17). Fields that a deal has not got leave it out of that order. */
export function dealIndex(referral: Referral): Record<string, IndexValue> {
  const { direction, location, customer, engagementId } = referral;
  const status = dealStatusOf(referral);
  const shelf = directionAndStatus(direction, status);
  const action = actionSince(referral)?.since;
  const [oldest] = referral.unsynced ?? [];
  const happened = lastHappened(referral);
  const { value, closeDate } = referral;
  const sync = syncState(referral);
  const unanswered = unansweredSince(referral);
  return {
    stage: referral.stage,
    direction,
    created: referral.createdAt,
    shelf,
    ...(location !== undefined && { location, place: atLocation(shelf, location) }),
    ...(customer.country !== undefined && { country: customer.country }),
    ...(engagementId !== undefined && { engagement: engagementId.toLowerCase() }),
    type: dealTypeOf(referral),
    registration: registrationFilterOf(referral),
    name: sortKey(referral.name),
    customer: sortKey(customer.name),
    status: `${dealStatuses.indexOf(status)} ${referral.createdAt}`,
    due: dueKey(referral),
    ...(happened !== undefined && { happened, salesStage: stageOf(referral) }),
    ...(value && { worth: worthBand(value.amount), currency: value.currency }),
    ...(closeDate !== undefined && { closes: quarterOf(closeDate) }),
    ...(isPending(referral) && { expires: referral.expiresAt }),
    ...(action !== undefined && { action }),
    ...(oldest && { unsynced: oldest.since }),
    ...(sync && { sync }),
    ...(unanswered !== undefined && { unanswered }),
    ...(pendingOf(referral) && { undecided: 'yet' }),
    ...unlinkedIndex(referral),
  };
}

/**
 * The words that a deal is found by (CR-16): beginnings of those of its name, its customer and the first part of its
 * id, whole ones of its notes and solutions; and who is in its team.
 */
export function dealTerms(referral: Referral): string[] {
  const shelf = directionAndStatus(referral.direction, dealStatusOf(referral));
  const solutions = referral.solutions ?? [];
  const notes = [referral.notes, referral.senderNotes].flatMap((text) => pieces(text ?? ''));
  const [first = '', ...others] = referral.id.split('-');
  const terms = [
    ...referral.team.flatMap(({ email }) => (email ? [teamTerm(shelf, email)] : [])),
    ...[...searchTerms([referral.name, first]), ...wholeWordTerms(others)].map(
      (word) => prefixes.name + word,
    ),
    ...searchTerms([referral.customer.name]).map(customerTerm),
    ...wholeWordTerms([...solutions.flatMap(({ id, name }) => [id, name]), ...referral.wanted.solutions]).map(
      solutionTerm,
    ),
    ...searchTerms(partnerNames(referral)).map(partnerTerm),
    ...wholeWordTerms(notes)
      .slice(0, MOST_WORDS)
      .map((word) => prefixes.notes + word),
  ];
  return [...new Set(terms)];
}

/** Open deals by the day by which something has to happen, then those without one, then what is closed. */
function dueKey(referral: Referral): string {
  if (referral.stage === 'closed') return `closed ${referral.closedAt}`;
  return dueDay(referral) ?? 'none';
}

/**
 * Which records of ours a delivery under an unknown id may be the first one of: deals that were created here, by their
 * customer, and what an invitation made here, by its engagement.
 */
function unlinkedIndex(referral: Referral): Record<string, IndexValue> {
  if (referral.partnerCenterId !== undefined) return {};
  if (referral.createdBy) return { unlinked: unlinkedKey(referral.customer.name) };
  const { engagementId, parties } = referral;
  const invited = parties?.some(({ role }) => role === 'inviter');
  return invited && engagementId ? { engagement: engagementId.toLowerCase() } : {};
}

/** The value of `unlinked` under which deals with this customer stand. */
export function unlinkedKey(customer: string): string {
  return sortKey(customer);
}

/** A name as it is sorted: without case and accents, without signs before its first letter. */
function sortKey(name: string): string {
  const folded = foldText(name).replace(/^[^\p{L}\p{N}]+/u, '');
  return [...(folded || wordsOf(name).join(' '))].slice(0, SORTED).join('');
}

function pieces(text: string): string[] {
  const found: string[] = [];
  for (let from = 0; from < Math.min(text.length, MOST_NOTES); from += PIECE) {
    found.push(text.slice(from, from + PIECE));
  }
  return found;
}
