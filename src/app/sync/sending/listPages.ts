import type { WireObject } from '#ports/partnerCenter.ts';
import type { PartnerCenterApi, ReferralPage, ReferralQuery } from '#ports/partnerCenterApi.ts';

const MOST_PAGES = 50;
const MOST_STARTS = 3;

/**
 * Goes over a list page by page until `look` answers with something; from the beginning again where one can't go on.
 * Undefined where the list ended without; `unsure` where one can't see the whole of it. Throws UnavailableError like
 * Partner Center.
 */
export async function lookThrough<T>(
  api: PartnerCenterApi,
  query: ReferralQuery,
  look: (rows: readonly WireObject[]) => Promise<T | 'end' | undefined>,
): Promise<T | 'unsure' | undefined> {
  for (let starts = 0; starts < MOST_STARTS; starts++) {
    let page: ReferralPage | undefined = await api.list(query);
    for (let pages = 0; page && pages < MOST_PAGES; pages++) {
      const found = await look(page.referrals);
      if (found === 'end') return undefined;
      if (found !== undefined) return found;
      if (page.next === undefined) return page.incomplete ? 'unsure' : undefined;
      page = await nextPage(api, query, page.next);
    }
  }
  return 'unsure';
}

/** Undefined where the list can't be gone on with from there. */
async function nextPage(
  api: PartnerCenterApi,
  query: ReferralQuery,
  after: string,
): Promise<ReferralPage | undefined> {
  try {
    return await api.list(query, after);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
