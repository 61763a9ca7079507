import { randomUUID } from 'node:crypto';
import type { PartnerCenterAccess } from '#bot/composeConnections.ts';
import type { PartnerCenterConfig } from '#bot/config/partnerCenterSettings.ts';

/** What an account sees in Partner Center, as far as a first look tells. */
export interface Sight {
  /** Referrals on the first page; `more` behind it. */
  count: number;
  more: boolean;
  /** When the newest was created, as Partner Center writes it. */
  newest?: string | undefined;
  /** Organizations whose records these are. */
  organizationIds: readonly string[];
}

/** Looks at the first page of what was created. Throws UnavailableError where the account may not. */
export async function tryReading(access: PartnerCenterAccess, token: string): Promise<Sight> {
  const page = await access.apiWith(async () => token).list({ kind: 'created' });
  const moments = page.referrals
    .map(({ createdDateTime }) => createdDateTime)
    .filter((one) => typeof one === 'string');
  const owners = page.referrals
    .map(({ organizationId }) => organizationId)
    .filter((one) => typeof one === 'string');
  return {
    count: page.referrals.length,
    more: page.next !== undefined,
    newest: moments.sort().at(-1),
    organizationIds: [...new Set(owners)],
  };
}

/**
 * Whether Partner Center finds the sign-in to have a second factor, asked without being refused for it; undefined where it
 * does not say.
 */
export async function isMfaCompliant(
  { http }: PartnerCenterAccess,
  { apiUrl }: PartnerCenterConfig,
  token: string,
): Promise<boolean | undefined> {
  const id = randomUUID();
  const { headers } = await http.send({
    method: 'GET',
    url: `${apiUrl}/engagements/referrals?$top=1`,
    headers: {
      Accept: 'application/json',
      Authorization: `Bearer ${token}`,
      ValidateMfa: 'true',
      'client-request-id': id,
      'MS-CorrelationId': id,
    },
  });
  const said = headers.ismfacompliant?.toLowerCase();
  return said === 'true' ? true : said === 'false' ? false : undefined;
}
