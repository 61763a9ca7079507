import type { DealEntries } from '#domain/draft/draft.ts';
import { type HelpKind, helpKinds, NO_HELP, type Referral } from '#domain/referral/referral.ts';
import type { LocalDate } from '#domain/values/instant.ts';

/**
 * What a new deal takes over from an earlier one, which stays as it is: customer, team, solutions, value and kind of
 * help; the close date unless it has passed, the location only where the person may create for it.
 */
export function entriesFrom(
  referral: Referral,
  context: { today: LocalDate; locations: readonly string[] },
): DealEntries {
  const { customer, closeDate, location, assistance } = referral;
  const [contact] = customer.contacts;
  const entries: DealEntries = {
    customer: { ...customer, contacts: [] },
    customerContact: contact,
    // Agreed for this very person, but only where it was to sharing with Microsoft (CR-20).
    consent: contact && referral.consent,
    name: referral.name,
    location: location !== undefined && context.locations.includes(location) ? location : undefined,
    value: referral.value,
    closeDate: closeDate !== undefined && closeDate >= context.today ? closeDate : undefined,
    team: referral.team.length > 0 ? referral.team : undefined,
    solutions: referral.solutions?.length ? referral.solutions : undefined,
    assessmentPlace: referral.assessmentPlace,
    // What Microsoft asked of us on a deal it sent is no wish of ours.
    assistance: referral.direction === 'outbound' && isHelp(assistance) ? assistance : undefined,
  };
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}

function isHelp(code: string | undefined): code is HelpKind | typeof NO_HELP {
  return code === NO_HELP || helpKinds.some((kind) => kind === code);
}
