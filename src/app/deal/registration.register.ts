import {
  type DecideDeps,
  type DecideInput,
  type DecideOutcome,
  decideRecord,
} from '#app/referral/decideRecord.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { FormContext, RegistrationEntries } from '#domain/registration/registrationForm.ts';
import { microsoftInvitedAt } from '#domain/registration/registrationRules.ts';
import type { Instant, LocalDate } from '#domain/values/instant.ts';
import type { Organization } from '#ports/organizations.ts';

/**
 * Hands in the registration of a won deal, for the first time or once more after Microsoft asked for action
 * (CR-44 to CR-48). Needs entries without a problem: `registration-incomplete` is no answer for a person, so forms
 * judge them first, by the same context.
 */
export function registerDeal(
  deps: DecideDeps,
  input: DecideInput & { entries: RegistrationEntries; context: FormContext },
): Promise<DecideOutcome> {
  const { entries, context, personId: by } = input;
  return decideRecord(deps, 'registration.register', input, (at) => ({
    type: 'registration.register',
    by,
    at,
    entries,
    context,
  }));
}

/** By what a registration is judged (CR-47, CR-49); `dayOf`: the day of a moment where the person is who hands it in. */
export function registrationContext(
  referral: Referral,
  organization: Pick<Organization, 'options'>,
  today: LocalDate,
  dayOf: (at: Instant) => LocalDate,
): FormContext {
  const invited = microsoftInvitedAt(referral);
  const created = referral.createdAt;
  const first = referral.registrationFiling?.submissions[0]?.at;
  const earliest =
    invited !== undefined && invited > created
      ? { day: dayOf(invited), by: 'invitation' as const }
      : { day: dayOf(created), by: 'creation' as const };
  const registeredOn = first === undefined ? undefined : dayOf(first);
  return { today, registeredOn, earliest, policy: organization.options.registrationPolicy };
}
