import type { MarkedStage } from '#domain/deal/decideProgress.ts';
import type { DealType } from '#domain/referral/dealType.ts';
import type { ClosedOutcome, Referral } from '#domain/referral/referral.ts';
import { type Membership, may } from '#domain/referral/rights.ts';
import type { Unsynced } from '#domain/referral/unsynced.ts';
import { mayRegister } from '#domain/registration/decideRegistration.ts';
import {
  awaitsReview,
  filedRegistrations,
  nextToReview,
  ownRegistration,
  waitsSince,
} from '#domain/registration/registrationView.ts';
import type { Instant, LocalDate } from '#domain/values/instant.ts';
import type { RegistrationPolicy } from '#domain/values/options.ts';

/**
 * The own open deals and all that one may see, the lists that answer what a seller asks in the morning, the three of CR-13,
 * what is not in Partner Center yet, all that is closed (CR-62), and what Microsoft's reviewers have to decide (CR-48).
 */
export const dealLists = [
  'mine',
  'all',
  'action',
  'expiring',
  'inbound',
  'outbound',
  'favorites',
  'unsynced',
  'closed',
  'reviews',
] as const;
export type DealList = (typeof dealLists)[number];

/** Where a deal stands, in one word; `received` is undecided, or sent and not answered. */
export const dealStatuses = [
  'received',
  'accepted',
  'won',
  'lost',
  'declined',
  'expired',
  'error',
  'other',
  'withdrawn',
] as const;
export type DealStatus = 'received' | 'accepted' | ClosedOutcome;

/** What a list can be sorted by (CR-15); `due`: the day by which something has to happen. */
export const dealSorts = ['created', 'name', 'customer', 'status', 'due'] as const;
export type DealSort = (typeof dealSorts)[number];

/** A status to filter by; `open` and `closed` are several. */
export const statusFilters = ['open', 'closed', ...dealStatuses] as const;
export type StatusFilter = (typeof statusFilters)[number];

/** Partner Center's words for where a registration stands, in lower case; `none` where there is none. */
export const registrationStatuses = [
  'none',
  'pending',
  'reviewpending',
  'actionrequired',
  'approved',
  'passed',
  'failed',
  'closed',
] as const;
export type RegistrationStatus = (typeof registrationStatuses)[number];

/** A bound for what deals are worth; without a currency the number alone is compared. */
export interface Worth {
  amount: number;
  /** ISO 4217, capitals. */
  currency?: string | undefined;
}

/** What a list is narrowed to (CR-15); absent: not narrowed. */
export interface DealFilters {
  /** ISO 3166-1 alpha-2, capitals. */
  country?: string | undefined;
  /** Words of the customer's name, as far as they are typed. */
  customer?: string | undefined;
  type?: DealType | undefined;
  /** Words of a solution's name, or its id. */
  solution?: string | undefined;
  status?: StatusFilter | undefined;
  registration?: RegistrationStatus | undefined;
  /** Worth at least, and at most. */
  over?: Worth | undefined;
  under?: Worth | undefined;
  /** The close date lies within these days, both included. */
  closingFrom?: LocalDate | undefined;
  closingTo?: LocalDate | undefined;
  /** Accepted, and standing there in per cent (CR-40). */
  stage?: MarkedStage | undefined;
  /** Words of name, customer and notes, as they are searched for (CR-16). */
  words?: string | undefined;
  /** The name of a party that takes part; Microsoft is one. */
  partner?: string | undefined;
  /** Accepted, and past its close date. */
  overdue?: true | undefined;
  /** Accepted, and nothing happened for three weeks. */
  quiet?: true | undefined;
}

/** How a person wants to see a list; kept for each person and list (CR-15). */
export interface ListChoice {
  sort: DealSort;
  descending: boolean;
  filters: DealFilters;
}

/** Newest first, nothing left out (CR-15). */
export const usualChoice: ListChoice = { sort: 'created', descending: true, filters: {} };

/** What is open comes by the day by which something has to happen, all else the newest first (CR-15). */
export function usualOrder(
  list: DealList,
  { status }: Pick<DealFilters, 'status'> = {},
): Pick<ListChoice, 'sort' | 'descending'> {
  const open = status === undefined ? list === 'mine' || list === 'all' : openStatuses.includes(status);
  return open ? { sort: 'due', descending: false } : { sort: 'created', descending: true };
}

const openStatuses: readonly StatusFilter[] = ['open', 'received', 'accepted'];

/** Where a deal stands. */
export function dealStatusOf(referral: Referral): DealStatus {
  return referral.stage === 'closed' ? referral.outcome : referral.stage;
}

/** The statuses that a filter lets through. */
export function statusesOf(filter: StatusFilter | undefined): readonly DealStatus[] {
  if (filter === undefined) return dealStatuses;
  if (filter === 'open') return ['received', 'accepted'];
  if (filter === 'closed') return dealStatuses.slice(2);
  return [filter];
}

/** Whether a deal is an inbound one that nobody has decided. */
export function isPending(referral: Pick<Referral, 'stage' | 'direction'>): boolean {
  return referral.stage === 'received' && referral.direction === 'inbound';
}

/**
 * The registration status as it is filtered by: where it stands, or how it ended; on Microsoft's own record that of the one
 * that waits for it, else of the last. What Partner Center calls something else keeps its word.
 */
export function registrationFilterOf(referral: RegistrationFacts): string {
  const filed = filedRegistrations(referral);
  const standing = ownRegistration(referral) ?? filed.find(awaitsReview) ?? filed.at(-1);
  const outcome = standing?.outcome === 'approved' ? 'closed' : standing?.outcome;
  return plainWord(outcome ?? standing?.state ?? referral.registration ?? '') || 'none';
}

type RegistrationFacts = Pick<
  Referral,
  'organization' | 'parties' | 'registration' | 'registrationFiling' | 'registrationReviews'
>;

function plainWord(word: string): string {
  return word.toLowerCase().replace(/[\s_-]+/g, '');
}

/** The registration statuses that a filter lets through: what passed or failed is closed as well (CR-48). */
export function registrationsOf(filter: RegistrationStatus): readonly RegistrationStatus[] {
  return filter === 'closed' ? ['closed', 'passed', 'failed'] : [filter];
}

/** Why a deal wants somebody to act. */
export type ActionReason = 'decide' | 'overdue' | 'register' | 'registration' | 'review' | 'sync';

/** Since when a deal wants somebody to act, a day or an instant, and why. */
export interface WantedAction {
  since: string;
  why: ActionReason;
}

/**
 * Since when a deal wants somebody to act, and why; it may lie in the future. Of several reasons the one that comes
 * first: what Partner Center refused or asks about, and what the deal itself waits for. Undefined where nothing is to be
 * done. `policy`: what else the organization demands of a registration (CR-49).
 */
export function actionSince(referral: Referral, policy?: RegistrationPolicy): WantedAction | undefined {
  const stuck = referral.unsynced?.find(needsSomebody);
  const own = ownActionSince(referral, policy);
  if (!stuck || (own && own.since <= stuck.since)) return own;
  return { since: stuck.since, why: 'sync' };
}

/** Partner Center asks, or did not take it; what can't be sent at all is entered there by hand. */
function needsSomebody({ conflict, refused }: Unsynced): boolean {
  return conflict === true || (refused !== undefined && refused.code !== 'not-sendable');
}

/**
 * An undecided inbound one since it came, an accepted one since the day after its close date, a won one that can be
 * registered and is not since it was won (CR-46), a registration since it was handed back, or, on Microsoft's own record,
 * handed in (CR-48).
 */
function ownActionSince(referral: Referral, policy?: RegistrationPolicy): WantedAction | undefined {
  if (isPending(referral)) return { since: referral.createdAt, why: 'decide' };
  const waiting = nextToReview(referral);
  if (waiting) return { since: waitsSince(waiting), why: 'review' };
  if (referral.stage === 'accepted') {
    const since = referral.closeDate && dayAfter(referral.closeDate);
    return since ? { since, why: 'overdue' } : undefined;
  }
  const own = ownRegistration(referral);
  if (referral.stage === 'closed' && own?.state === 'action-required') {
    const since = own.elsewhere ? referral.closedAt : waitsSince(own);
    return { since, why: 'registration' };
  }
  if (referral.stage === 'closed' && !own && !mayRegister(referral, policy)) {
    return { since: referral.closedAt, why: 'register' };
  }
  return undefined;
}

/** Whether a moment that `actionSince` gives has come. */
export function hasCome(since: string, today: LocalDate): boolean {
  return since.slice(0, 10) <= today;
}

/** Whether a member sees a deal in a list; the same right as opening it (CR-2 to CR-4). */
export function mayFind(member: Membership | undefined, referral: Referral): boolean {
  return may(member, 'referral.view', referral);
}

function dayAfter(day: LocalDate): LocalDate | undefined {
  const at: Instant = `${day}T00:00:00.000Z`;
  const time = Date.parse(at);
  return Number.isNaN(time) ? undefined : new Date(time + 86_400_000).toISOString().slice(0, 10);
}
