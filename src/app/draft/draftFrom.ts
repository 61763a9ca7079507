import type { DealEntries } from '#domain/draft/draft.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { LocalDate } from '#domain/values/instant.ts';

/**
 * What a new deal takes over from an earlier one, which stays as it is: customer, team, solutions and value; the close
 * date unless it has passed, the location only where the person may create for it. Never the help that was wanted, nor the
 * customer's consent: both are given for one deal (CR-20, CR-25).
 */
export function entriesFrom(
  referral: Referral,
  context: { today: LocalDate; locations: readonly string[] },
): DealEntries {
  const { customer, closeDate, location } = referral;
  const [contact] = customer.contacts;
  const entries: DealEntries = {
    customer: { ...customer, contacts: [] },
    customerContact: contact,
    name: referral.name,
    location: location !== undefined && context.locations.includes(location) ? location : undefined,
    value: referral.value,
    closeDate: closeDate !== undefined && closeDate >= context.today ? closeDate : undefined,
    team: referral.team.length > 0 ? referral.team : undefined,
    solutions: referral.solutions?.length ? referral.solutions : undefined,
    assessmentPlace: referral.assessmentPlace,
  };
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}
