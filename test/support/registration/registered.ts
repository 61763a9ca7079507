import type { Party, SharedView } from '#domain/referral/party.ts';
import type { ClosedReferral, Referral, Solution } from '#domain/referral/referral.ts';
import type { RegistrationFiling, RegistrationForm, ReviewDecision } from '#domain/referral/registration.ts';
import type { FormContext, RegistrationEntries } from '#domain/registration/registrationForm.ts';
import { accepted, closed } from '#test/support/referral/samples.ts';

export const AT = '2026-11-20T12:00:00.000Z';
const eligible: Solution = {
  id: 'SOL-1',
  name: 'Analytics',
  kind: 'own',
  incentive: true,
  ipCosell: true,
};

export const form: RegistrationForm = {
  solution: { id: 'SOL-1', name: 'Analytics', ipCosell: true },
  marketplace: false,
  azure: true,
  term: 'finite',
  value: { amount: 30_000, currency: 'USD' },
  solutionValue: 28_000,
  signed: '2026-11-10',
  start: '2026-11-15',
  end: '2027-11-14',
  tenant: 'customer',
  pricing: 'other',
};
export const entries: RegistrationEntries = { ...form, confirmed: true };
export const context: FormContext = {
  today: '2026-11-20',
  earliest: { day: '2026-11-04', by: 'invitation' },
};

/** A filing that was handed in so often; `ipCosell`: review and validation exist. */
export function filing(times = 1, ipCosell = true): RegistrationFiling {
  const submissions = Array.from({ length: times }, (_, index) => ({
    number: index + 1,
    at: `2026-11-2${index}T08:00:00.000Z`,
    by: { kind: 'person' as const, personId: 'tenant:anna' },
  }));
  return { form: { ...form, solution: { ...form.solution, ipCosell } }, submissions };
}

export function decision(kind: ReviewDecision['kind'], submission = 1): ReviewDecision {
  const ask = kind === 'ask' ? { fields: ['value' as const] } : {};
  return { kind, submission, at: `2026-11-2${submission}T09:00:00.000Z`, reason: 'Because', ...ask };
}

function party(organization: string, role: Party['role'], view: Partial<SharedView>): Party {
  return {
    role,
    organization,
    name: organization,
    referralId: `r-${organization}`,
    ...(role === 'invited' && {
      invited: { by: { kind: 'person', personId: 'p' }, at: '2026-11-04T08:00:00.000Z' },
    }),
    seq: 1,
    view: { stage: 'accepted', since: '2026-11-06T08:00:00.000Z', team: [], notes: [], ...view },
  };
}

/** The partner's won deal with Microsoft in it. */
export function wonDeal(
  changes: Partial<ClosedReferral> = {},
  review?: readonly ReviewDecision[],
): ClosedReferral {
  return closed({
    direction: 'outbound',
    outcome: 'won',
    reason: undefined,
    closingNotes: undefined,
    solutions: [eligible],
    parties: [party('msft', 'invited', review ? { review } : {})],
    ...changes,
  });
}

/** Microsoft's record of the same engagement. */
export function microsoftsDeal(
  registration: RegistrationFiling | undefined,
  decisions: readonly ReviewDecision[] = [],
  state: 'accepted' | 'won' | 'lost' = 'accepted',
): Referral {
  const base = {
    organization: 'msft',
    parties: [
      party('contoso', 'inviter', { stage: 'closed', outcome: 'won', ...(registration && { registration }) }),
    ],
    ...(decisions.length > 0 && { registrationReviews: { contoso: decisions } }),
  };
  return state === 'accepted' ? accepted(base) : closed({ ...base, outcome: state });
}
