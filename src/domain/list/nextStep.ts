import { nextStage } from '#domain/deal/decideProgress.ts';
import { isUndecided } from '#domain/engagement/takingPart.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { ownRegistration } from '#domain/registration/registrationView.ts';
import type { Instant, LocalDate } from '#domain/values/instant.ts';
import type { RegistrationPolicy } from '#domain/values/options.ts';
import type { SalesStage } from '#domain/values/parts.ts';
import { actionSince, hasCome } from './dealList.ts';

/** What is next with a deal, or whom it waits for. */
export type NextStep =
  /** Our own answer, until then (CR-34). */
  | { next: 'decide'; until: Instant }
  /** The answer of these: to our invitation, or to a deal that we sent. */
  | { next: 'waits'; for: readonly string[] }
  /** Its close date has passed. */
  | { next: 'overdue' }
  /** The next stage (CR-40). */
  | { next: 'stage'; stage: SalesStage }
  /** Won or lost: there is no stage after this one. */
  | { next: 'finish' }
  /** What Partner Center asks, or did not take. */
  | { next: 'sync' }
  /** Its registration: to be handed in, changed, reviewed by us, or decided by Microsoft (CR-44 to CR-48). */
  | { next: 'register' | 'registration' | 'review' | 'registered' }
  | { next: 'nothing' };

/**
 * The one thing to do next with a deal, as `actionSince` tells it; where nothing is due, whom it waits for and which stage
 * comes. `policy`: what else the organization demands of a registration (CR-49).
 */
export function nextStep(
  referral: Referral,
  today: LocalDate,
  policy?: RegistrationPolicy | undefined,
): NextStep {
  const action = actionSince(referral, policy);
  if (action?.why === 'decide') return { next: 'decide', until: referral.expiresAt };
  if (action && hasCome(action.since, today)) return { next: action.why };
  const asked = (referral.parties ?? [])
    .filter((party) => party.role === 'invited' && isUndecided(party))
    .map(({ name }) => name);
  if (referral.stage === 'received') return { next: 'waits', for: asked };
  if (referral.stage === 'closed') {
    const state = ownRegistration(referral)?.state;
    return { next: state === 'pending' || state === 'review-pending' ? 'registered' : 'nothing' };
  }
  if (asked.length > 0) return { next: 'waits', for: asked };
  const stage = nextStage(referral);
  return stage === undefined ? { next: 'finish' } : { next: 'stage', stage };
}
