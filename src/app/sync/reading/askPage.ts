import type { ReferralPage, ReferralQuery } from '#ports/partnerCenterApi.ts';
import type { Reading } from './readDeps.ts';

/** One page of a list, which is counted as asked for. Throws like `PartnerCenterApi.list`. */
export async function askPage(
  { api, organization, onRead }: Reading,
  query: Exclude<ReferralQuery, { kind: 'created' }>,
  after?: string,
): Promise<ReferralPage> {
  const page = await api.list(query, after);
  onRead({ organization: organization.id, kind: 'asked', what: query.kind, rows: page.referrals.length });
  return page;
}
