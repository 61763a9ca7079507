import {
  type DecideDeps,
  type DecideInput,
  type DecideOutcome,
  decideRecord,
} from '#app/referral/decideRecord.ts';
import type { RegistrationField, ReviewKind } from '#domain/referral/registration.ts';

/** One reviewer's decision on one submission. */
export interface ReviewInput extends DecideInput {
  /** Whose registration, and which of its submissions was looked at. */
  partner: string;
  submission: number;
  decision: ReviewKind;
  reason?: string | undefined;
  fields?: readonly RegistrationField[] | undefined;
}

/** Decides on a partner's registration at Microsoft (CR-46, CR-48); the partner hears of it through the outbox. */
export function reviewRegistration(deps: DecideDeps, input: ReviewInput): Promise<DecideOutcome> {
  const { partner, submission, decision, reason, fields, personId: by } = input;
  return decideRecord(deps, 'registration.review', input, (at) => ({
    type: 'registration.review',
    by,
    at,
    partner,
    submission,
    decision,
    reason,
    fields,
  }));
}
