import type { Instant, LocalDate } from '#domain/values/instant.ts';
import type { Actor, Money } from '#domain/values/parts.ts';

/** The fields of a registration that a reviewer can ask to be put right, in the order of the form (CR-47). */
export const registrationFields = [
  'marketplace',
  'marketplaceDate',
  'azure',
  'term',
  'value',
  'solutionValue',
  'signed',
  'start',
  'end',
  'tenant',
  'pricing',
] as const;
export type RegistrationField = (typeof registrationFields)[number];

/** What is registered of a won deal (CR-47). Days are those of the contract. */
export interface RegistrationForm {
  /** The incentive-eligible solution it is about, as it stood in the deal. */
  solution: { id: string; name: string; ipCosell: boolean };
  /** Whether it is a transaction in Microsoft's marketplace, and when that is expected. */
  marketplace: boolean;
  marketplaceDate?: LocalDate | undefined;
  /** Whether the solution is deployed on Azure. */
  azure: boolean;
  term: 'perpetual' | 'finite';
  /** Total contract value. */
  value: Money;
  /** The solution's part of it, in the same currency. */
  solutionValue: number;
  signed: LocalDate;
  start: LocalDate;
  /** None of a perpetual contract. */
  end?: LocalDate | undefined;
  /** In whose tenant it is deployed. */
  tenant: 'customer' | 'partner';
  pricing: 'pay-as-you-go' | 'other';
}

/** One time that the form was handed in; numbered from 1. `by` is known to its own company only. */
export interface Submission {
  number: number;
  at: Instant;
  by?: Actor | undefined;
}

/** The partner's part of a registration: the newest form, and each time that it was handed in. */
export interface RegistrationFiling {
  form: RegistrationForm;
  submissions: readonly Submission[];
}

export const reviewKinds = ['approve', 'take', 'pass', 'fail', 'ask'] as const;
/** `take`: into review. `ask`: for action, which hands it back to the partner. */
export type ReviewKind = (typeof reviewKinds)[number];

/** One decision of Microsoft's on one submission. `by` is known to Microsoft only. */
export interface ReviewDecision {
  submission: number;
  kind: ReviewKind;
  at: Instant;
  by?: Actor | undefined;
  reason?: string | undefined;
  /** What has to be put right. */
  fields?: readonly RegistrationField[] | undefined;
}

/** Where a registration stands (CR-48). */
export const registrationStates = [
  'pending',
  'approved',
  'review-pending',
  'action-required',
  'passed',
  'failed',
  'closed',
] as const;
export type RegistrationState = (typeof registrationStates)[number];

/** One step of a registration: where it came to, when, by which side, and why. */
export interface RegistrationStep {
  state: RegistrationState;
  at: Instant;
  side: 'partner' | 'microsoft';
  by?: Actor | undefined;
  reason?: string | undefined;
  fields?: readonly RegistrationField[] | undefined;
}

/** Where a registration stands, how it came there, and how it ended once it is closed. */
export interface RegistrationStanding {
  state: RegistrationState;
  outcome?: 'approved' | 'passed' | 'failed' | undefined;
  /** The newest submission. */
  submission: number;
  /** Oldest first, never empty. */
  history: readonly RegistrationStep[];
}

/** So often a registration is handed back at most: a record must stay small. */
export const MOST_ROUNDS = 10;

/**
 * Where a registration stands (CR-48), from the partner's filing and Microsoft's decisions alone: neither side ever
 * writes what the other decides, so the order in which they hear of each other can't matter. Review and validation are
 * for IP co-sell solutions only; for every other, approval closes the matter (CR-46). A decision that does not
 * fit the state it meets counts for nothing.
 */
export function registrationStanding(
  filing: RegistrationFiling,
  decisions: readonly ReviewDecision[],
): RegistrationStanding {
  const history: RegistrationStep[] = [];
  let state: RegistrationState | undefined;
  let outcome: RegistrationStanding['outcome'];
  const step = (next: RegistrationStep) => {
    history.push(next);
    state = next.state;
  };
  for (const { number, at, by } of filing.submissions) {
    if (state !== undefined && state !== 'action-required') break;
    step({ state: state === undefined ? 'pending' : 'review-pending', at, side: 'partner', by });
    for (const decision of decisions) {
      if (decision.submission !== number || !reviewsPossible(filing.form, state).includes(decision.kind))
        continue;
      const { kind, submission: _, ...why } = decision;
      step({ state: reached[kind], side: 'microsoft', ...why });
      if (kind === 'pass' || kind === 'fail') outcome = kind === 'pass' ? 'passed' : 'failed';
      if (kind === 'approve' && !filing.form.solution.ipCosell) outcome = 'approved';
      if (outcome) step({ state: 'closed', at: decision.at, side: 'microsoft' });
    }
  }
  const submission = filing.submissions.at(-1)?.number ?? 0;
  return { state: state ?? 'pending', outcome, submission, history };
}

const reached = {
  approve: 'approved',
  take: 'review-pending',
  pass: 'passed',
  fail: 'failed',
  ask: 'action-required',
} as const;

/** What Microsoft can decide on a registration in a state (CR-46, CR-48); nothing while it is the partner's turn or over. */
export function reviewsPossible(
  { solution }: Pick<RegistrationForm, 'solution'>,
  state: RegistrationState | undefined,
): readonly ReviewKind[] {
  if (state === 'pending') return solution.ipCosell ? ['approve', 'take'] : ['approve'];
  if (state === 'approved') return solution.ipCosell ? ['take'] : [];
  return state === 'review-pending' ? ['pass', 'fail', 'ask'] : [];
}
