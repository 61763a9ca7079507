import { keyDigest } from '../../bot/http/intakeKeys.ts';
import type { Solution } from '../../src/domain/referral.ts';

/** A partner that starts deals, one that is invited, and Microsoft. */
export const trio = {
  contoso: { name: 'Contoso', tenant: '00000000-0000-4000-8000-0000000000aa', mail: 'contoso.example' },
  fabrikam: { name: 'Fabrikam', tenant: '00000000-0000-4000-8000-0000000000bb', mail: 'fabrikam.example' },
  msft: { name: 'Microsoft', tenant: '00000000-0000-4000-8000-0000000000cc', mail: 'microsoft.example' },
} as const;
export type OneOfThree = keyof typeof trio;

/** The intake key of one of them. */
export function keyOf(organization: OneOfThree): string {
  return `${organization}-intake-key-000000`;
}

/** What an organizations file says of the three; each has one admin, by the first part of the e-mail. */
export function threeOrganizations(
  admins: Readonly<Record<OneOfThree, string>>,
  solutions: Partial<Record<OneOfThree, readonly Solution[]>> = {},
): { organizations: object[] } {
  const organizations = Object.entries(trio).map(([id, { name, tenant, mail }], number) => ({
    id,
    name,
    partnerCenterId: id === 'msft' ? id : `${id}-in-partner-center`,
    tenantIds: [tenant],
    intakeKeyDigests: [keyDigest(keyOf(id as OneOfThree))],
    locations: [{ mpnId: `100000${number}`, name: `${name} HQ`, country: 'US' }],
    members: [{ email: `${admins[id as OneOfThree]}@${mail}`, role: 'referrals-admin' }],
    solutions: solutions[id as OneOfThree] ?? [],
    workingHours: { timeZone: 'Europe/Berlin' },
  }));
  return { organizations };
}
