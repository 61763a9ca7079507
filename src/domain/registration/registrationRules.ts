import { partyOf, standingOf } from '#domain/engagement/takingPart.ts';
import { dealTypeOf, hasMicrosoft } from '#domain/referral/dealType.ts';
import { MICROSOFT, type Party } from '#domain/referral/party.ts';
import type { ClosedOutcome, Referral, Solution } from '#domain/referral/referral.ts';
import { isEligibleSolution } from '#domain/referral/solutions.ts';
import { type Instant, plusHours } from '#domain/values/instant.ts';
import type { RegistrationPolicy } from '#domain/values/options.ts';

/** What a deal must fulfil to be registered: the first three always (CR-44), the others by an organization's policy (CR-49). */
export type RegistrationCondition = 'invited' | 'accepted' | 'solution' | 'value' | 'hours' | 'account';

/** How one condition stands. */
export interface ConditionStanding {
  condition: RegistrationCondition;
  /** Undefined where it can't be known here: Partner Center knows it, and nobody is stopped by it. */
  met: boolean | undefined;
  /** Since when it is met; of `hours` from when on. Absent where that is not known. */
  since?: Instant | undefined;
  /** Of `accepted`: how Microsoft stands instead. */
  microsoft?: 'not-invited' | 'undecided' | ClosedOutcome | undefined;
  /** Of `solution`: those that make the deal eligible. */
  solutions?: readonly Solution[] | undefined;
  /** Of `value` (US dollars) and `hours`. */
  threshold?: number | undefined;
}

/** Whether a deal can be registered once it is won. */
export interface RegistrationOutlook {
  /** As it is, it never can: it is private, or a solution assessment (CR-44). */
  never?: 'private' | 'assessment' | undefined;
  conditions: readonly ConditionStanding[];
}

export interface OutlookContext {
  /** Now; of a closed deal the moment it was closed counts. */
  at: Instant;
  /** Absent: CR-44 alone. */
  policy?: RegistrationPolicy | undefined;
}

/**
 * Each condition of a registration with how it stands and since when (CR-44, CR-49), for a deal in any state. A
 * solution assessment never can, and has no conditions; a private deal can't as long as it is private.
 */
export function registrationOutlook(referral: Referral, context: OutlookContext): RegistrationOutlook {
  const type = dealTypeOf(referral);
  if (type === 'assessment') return { never: 'assessment', conditions: [] };
  const solutions = eligibleSolutions(referral);
  const party = partyOf(referral, MICROSOFT);
  const conditions: ConditionStanding[] = [
    invited(referral, party),
    accepted(referral, party),
    { condition: 'solution', met: solutions.length > 0, solutions },
    ...byPolicy(referral, context),
  ];
  return { ...(type === 'private' && { never: 'private' as const }), conditions };
}

/** Whether a deal fulfils all that is asked of it; what can't be known here stops nobody (CR-44). */
export function isEligible({ never, conditions }: RegistrationOutlook): boolean {
  return !never && conditions.every(({ met }) => met !== false);
}

/**
 * The conditions that a deal would miss for good if it were won now, so that people are warned before (CR-27, CR-42).
 * Empty where nothing is lost by it: the deal is eligible, or has no incentive-eligible solution, so that it would not
 * be registered anyway.
 */
export function spoiledByWinning(referral: Referral, context: OutlookContext): readonly ConditionStanding[] {
  const outlook = registrationOutlook(referral, context);
  if (outlook.never === 'assessment' || eligibleSolutions(referral).length === 0) return [];
  return outlook.conditions.filter(({ met }) => met === false);
}

/** The solutions of a deal that it can be registered for: those of one's own company alone (CR-63). */
export function eligibleSolutions({ solutions = [] }: Pick<Referral, 'solutions'>): readonly Solution[] {
  return solutions.filter(isEligibleSolution);
}

/** When Microsoft came in, as far as it is known here: the contract must not be older (CR-47). */
export function microsoftInvitedAt(referral: Referral): Instant | undefined {
  return invited(referral, partyOf(referral, MICROSOFT)).since;
}

function invited(referral: Referral, party: Party | undefined): ConditionStanding {
  if (!party && !isAsked(referral)) return { condition: 'invited', met: false };
  // What Microsoft sent, it is in since then.
  const sent = sentByMicrosoft(referral, party) ? referral.createdAt : undefined;
  const since = party?.invited?.at ?? referral.microsoftInvitedAt ?? sent;
  return { condition: 'invited', met: true, since };
}

function accepted(referral: Referral, party: Party | undefined): ConditionStanding {
  const condition = 'accepted' as const;
  if (!party && !isAsked(referral)) return { condition, met: false, microsoft: 'not-invited' };
  if (sentByMicrosoft(referral, party) && (party?.view?.stage ?? 'received') === 'received') {
    return { condition, met: true, since: referral.createdAt };
  }
  // Without a record of Microsoft's in this deployment its answer is known in Partner Center only.
  if (!party) return { condition, met: undefined };
  const { stage, outcome, since } = standingOf(party);
  if (stage === 'accepted' || outcome === 'won') return { condition, met: true, since: since || undefined };
  return { condition, met: false, microsoft: outcome ?? 'undecided' };
}

/** What Microsoft may only see it was not invited to (CR-12). */
function isAsked(referral: Referral): boolean {
  const { partnerLed } = referral;
  return hasMicrosoft(partnerLed ? { ...referral, partnerLed: undefined, microsoft: undefined } : referral);
}

function sentByMicrosoft({ direction, sender }: Referral, party: Party | undefined): boolean {
  if (party && party.role !== 'peer') return party.role === 'inviter';
  return direction === 'inbound' && sender?.organizationId?.toLowerCase() === MICROSOFT;
}

function byPolicy(referral: Referral, { at, policy }: OutlookContext): ConditionStanding[] {
  if (!policy) return [];
  const { value, createdAt, customer } = referral;
  const inDollars = value?.currency === 'USD' ? value.amount >= policy.minimumValueUsd : undefined;
  const until = referral.stage === 'closed' ? referral.closedAt : at;
  const since = plusHours(createdAt, policy.hoursBeforeWon);
  const managed = customer.microsoftAccountId ? true : undefined;
  return [
    { condition: 'value', met: value ? inDollars : false, threshold: policy.minimumValueUsd },
    { condition: 'hours', met: until >= since, since, threshold: policy.hoursBeforeWon },
    ...(policy.managedByMicrosoft ? [{ condition: 'account' as const, met: managed }] : []),
  ];
}
