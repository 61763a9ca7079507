import { MICROSOFT } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import {
  MOST_ROUNDS,
  type RegistrationField,
  type RegistrationFiling,
  type ReviewDecision,
  type ReviewKind,
  registrationFields,
  reviewsPossible,
} from '#domain/referral/registration.ts';
import { isSameSolution } from '#domain/referral/solutions.ts';
import type { Instant } from '#domain/values/instant.ts';
import {
  completeForm,
  type FormContext,
  mergedEntries,
  openInputs,
  type RegistrationEntries,
  registrationProblems,
} from './registrationForm.ts';
import { eligibleSolutions, isEligible, registrationOutlook } from './registrationRules.ts';
import { filedBy, ownRegistration } from './registrationView.ts';

interface ByPerson {
  by: string;
  at: Instant;
}

/** The registration of a won deal, from both sides. */
export type RegistrationCommand = ByPerson &
  (
    | { type: 'registration.register'; entries: RegistrationEntries; context: FormContext }
    | {
        type: 'registration.review';
        /** Whose registration, and which of its submissions was looked at. */
        partner: string;
        submission: number;
        decision: ReviewKind;
        reason?: string | undefined;
        fields?: readonly RegistrationField[] | undefined;
      }
  );

/** Why a registration stays as it is. */
export type RegistrationRejection =
  | 'registration-not-won'
  | 'registration-not-eligible'
  | 'registration-already'
  | 'registration-incomplete'
  | 'review-nothing'
  | 'review-not-now'
  | 'review-no-reason'
  | 'review-no-fields'
  | 'review-too-often';

export type RegistrationDecision =
  | { ok: true; state: Referral; changed: boolean }
  | { ok: false; rejection: RegistrationRejection };

type Command<T extends RegistrationCommand['type']> = Extract<RegistrationCommand, { type: T }>;

const refuse = (rejection: RegistrationRejection): RegistrationDecision => ({ ok: false, rejection });

/**
 * Decides on the registration of a won deal (CR-44 to CR-48): the one thing that may still happen to a closed deal
 * (CR-50), and it changes nothing else of it. Each side writes its own part and only when it is its turn.
 */
export function decideRegistration(state: Referral, command: RegistrationCommand): RegistrationDecision {
  return command.type === 'registration.register' ? register(state, command) : review(state, command);
}

/** Whether our company may hand in a registration now, for the first time or once more (CR-44, CR-48). */
export function mayRegister(
  referral: Referral,
  policy?: FormContext['policy'],
): RegistrationRejection | undefined {
  if (referral.stage !== 'closed' || referral.outcome !== 'won') return 'registration-not-won';
  const present = ownRegistration(referral);
  if (present) {
    const again = present.state === 'action-required' && present.filing !== undefined;
    const often = (present.filing?.submissions.length ?? 0) > MOST_ROUNDS;
    return again && !often ? undefined : 'registration-already';
  }
  if (referral.organization === MICROSOFT) return 'registration-not-eligible';
  const outlook = registrationOutlook(referral, { at: referral.closedAt, policy });
  return isEligible(outlook) ? undefined : 'registration-not-eligible';
}

/** The fields that are in question (CR-48): what Microsoft named; all, where Partner Center does not say which. */
export function askedFields(referral: Referral): readonly RegistrationField[] | undefined {
  const present = ownRegistration(referral);
  if (present?.state !== 'action-required' || !present.filing) return undefined;
  return present.history.at(-1)?.fields ?? registrationFields;
}

function register(
  state: Referral,
  { entries, context, by, at }: Command<'registration.register'>,
): RegistrationDecision {
  const rejection = mayRegister(state, context.policy);
  if (rejection) return refuse(rejection);
  const { registrationFiling: former } = state;
  const asked = askedFields(state);
  const merged =
    former && asked ? mergedEntries(entries, { form: former.form, asked }) : first(state, entries);
  if (registrationProblems(merged, context, openInputs(asked)).length > 0) {
    return refuse('registration-incomplete');
  }
  const submissions = former?.submissions ?? [];
  const number = submissions.length + 1;
  const registrationFiling: RegistrationFiling = {
    form: completeForm(merged),
    submissions: [...submissions, { number, at, by: { kind: 'person', personId: by } }],
  };
  return { ok: true, state: { ...state, registrationFiling }, changed: true };
}

/** What a solution is, the deal says and not the one who hands it in. */
function first(state: Referral, entries: RegistrationEntries): RegistrationEntries {
  const { solution } = entries;
  const chosen = solution && eligibleSolutions(state).find((one) => isSameSolution(one, solution));
  return {
    ...entries,
    solution: chosen && { id: chosen.id, name: chosen.name, ipCosell: chosen.ipCosell === true },
  };
}

function review(state: Referral, command: Command<'registration.review'>): RegistrationDecision {
  const { partner, submission, decision: kind, by, at } = command;
  const filed = filedBy(state, partner);
  if (!filed) return refuse('review-nothing');
  const possible = reviewsPossible(filed.filing.form, filed.state).includes(kind);
  if (!possible || submission !== filed.submission) return refuse('review-not-now');
  const reason = command.reason?.trim() || undefined;
  if ((kind === 'fail' || kind === 'ask') && !reason) return refuse('review-no-reason');
  const asks = kind === 'ask';
  const fields = asks ? registrationFields.filter((field) => command.fields?.includes(field)) : [];
  if (asks && fields.length === 0) return refuse('review-no-fields');
  if (asks && submission > MOST_ROUNDS) return refuse('review-too-often');
  const decision: ReviewDecision = {
    submission,
    kind,
    at,
    by: { kind: 'person', personId: by },
    reason,
    ...(asks && { fields }),
  };
  const { registrationReviews = {} } = state;
  const decisions = [...(registrationReviews[partner] ?? []), decision];
  const reviews = { ...registrationReviews, [partner]: decisions };
  return { ok: true, state: { ...state, registrationReviews: reviews }, changed: true };
}
