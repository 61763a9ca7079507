import type { SignInAccount } from '#ports/signIn.ts';
import type { Sight } from './tryReading.ts';

/** What a token says of an account; only what is read here. */
interface Claims {
  amr?: unknown;
  roles?: unknown;
}

/** The claims of a token, where it is one that can be read; nothing is checked. */
function claimsOf(token: string): Claims {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? claims : {};
  } catch {
    return {};
  }
}

/** Who signed in and what may be said of it, line by line. */
export function accountWords(
  account: SignInAccount,
  token: string,
  compliant: boolean | undefined,
  sight: Sight,
): string[] {
  const { amr, roles } = claimsOf(token);
  const named = textsOf(roles).filter((role) => /referral/i.test(role));
  const factor = compliant ?? (Array.isArray(amr) ? textsOf(amr).includes('mfa') : undefined);
  return [
    `Signed in as ${account.name} <${account.username}>, tenant ${account.tenantId}`,
    `  Second factor: ${factor === undefined ? 'Partner Center does not say' : factor ? 'yes' : 'NO'}`,
    named.length > 0
      ? `  Role: ${named.join(', ')}`
      : '  Role: the sign-in does not say. It has to be Referrals admin for the entire organization; see Account settings > User management in Partner Center',
    `  Referrals that it sees: ${sight.count}${sight.more ? ' and more' : ''}${sight.newest ? `, the newest of ${sight.newest}` : ''}`,
    ...(sight.count === 0
      ? ['  None is either right, or the role reaches only some locations: compare with Partner Center']
      : []),
  ];
}

/** What does not fit the organization; each is a reason to look twice. */
export function warningsOf(
  organization: { name: string; partnerCenterId?: string | undefined; tenantIds: readonly string[] },
  account: SignInAccount,
  { organizationIds }: Sight,
): string[] {
  const { partnerCenterId } = organization;
  const others = organizationIds.filter((id) => id.toLowerCase() !== partnerCenterId?.toLowerCase());
  const isForeign =
    organization.tenantIds.length > 0 && !organization.tenantIds.includes(account.tenantId.toLowerCase());
  return [
    ...(isForeign ? [`The account is of none of the tenants of ${organization.name}.`] : []),
    ...(partnerCenterId && others.length > 0
      ? [
          `The referrals belong to ${others.join(', ')}, and ${organization.name} has partnerCenterId ${partnerCenterId}: every one of them would be refused. Correct the organizations file, or sign in with another account.`,
        ]
      : []),
  ];
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
