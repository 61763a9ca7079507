import type { Call } from '#adapters/partner-center/api/call.ts';
import { type Failure, unavailable } from '#adapters/partner-center/api/errors.ts';
import { UnavailableError } from '#ports/errors.ts';
import type { PartnerCenterApi, ReferralPage } from '#ports/partnerCenterApi.ts';
import { type Cursor, cursorText, readCursor } from './cursor.ts';
import {
  afterPage,
  bringsNews,
  isKeyed,
  mayBeFull,
  newRows,
  nextWay,
  optionsText,
  vainName,
} from './goingOn.ts';
import { type ListPage, readListPage } from './listPage.ts';
import { oversteps, type ReferralList, referralListOf } from './referralList.ts';

/**
 * Lists, page by page, under each answer to points 1 to 6. The link of a page is gone on with where it holds something
 * to go on with; else by the moment that the page reached, by number, or by one page that is large enough, whichever
 * is taken. A page that brings nothing new leads on to the next way, and after the last one the list ends.
 */
export function createListing(call: Call, address: string, pageSize: number): PartnerCenterApi['list'] {
  /** Ways that were refused or ignored once: not tried again by this process. */
  const vain = new Set<string>();
  /** Which filter of a kind of list was taken last: the others are not tried before it. */
  const taken = new Map<string, number>();

  async function ask(query: ReferralList, cursor: Cursor): Promise<ListPage | Failure> {
    const options = optionsText(query, cursor, pageSize);
    const result = await call({ method: 'GET', url: `${address}?${options}` });
    if (result.ok) return readListPage(result.answer);
    const { failure } = result;
    if (failure.status === 403) throw new UnavailableError('not-allowed', { cause: failure.code });
    if (failure.kind === 'unauthorized') throw unavailable(failure);
    return failure;
  }

  async function begin(query: ReferralList): Promise<ReferralPage> {
    let refused: Failure | undefined;
    for (const filter of new Set([taken.get(query.kind) ?? 0, ...query.filters.keys()])) {
      const start = { version: 1, query: query.key, filter, offset: 0, pages: 0 } as const;
      const cursor: Cursor = { ...start, seen: [], way: 'link' };
      const found = await ask(query, cursor);
      if ('rows' in found) {
        taken.set(query.kind, filter);
        return handOn(query, cursor, found);
      }
      refused = found;
    }
    throw refused ? unavailable(refused) : new UnavailableError('partner-center-refuses');
  }

  async function goOn(query: ReferralList, start: Cursor): Promise<ReferralPage> {
    for (let step: Cursor | undefined = start; step; step = nextWay(query, step, pageSize, vain)) {
      const found = await ask(query, step);
      if (!('rows' in found) || isIgnored(query, step, found)) {
        if (isKeyed(step.way)) vain.add(vainName(step.way, query));
        continue;
      }
      if (found.rows.length === 0) {
        // A moment that was just read must bring at least its own record.
        if (isKeyed(step.way)) continue;
        return handOn(query, step, found);
      }
      if (bringsNews(found, step)) return handOn(query, step, found);
      if (!mayBeFull(found, step, pageSize)) return { referrals: [] };
    }
    return { referrals: [], incomplete: true };
  }

  function handOn(query: ReferralList, cursor: Cursor, page: ListPage): ReferralPage {
    const next = afterPage(query, cursor, page, pageSize, vain);
    const referrals = newRows(page, cursor).filter((row) => query.includes(row));
    return { referrals, ...(next && { next: cursorText(next) }) };
  }

  return async (asked, after) => {
    const query = referralListOf(asked);
    return after === undefined ? begin(query) : goOn(query, readCursor(after, query.key));
  };
}

/** Whether the moment to begin with was ignored: then the list begins from its beginning. */
function isIgnored({ order }: ReferralList, { way, edge }: Cursor, { rows }: ListPage): boolean {
  return isKeyed(way) && order !== undefined && edge !== undefined && oversteps(rows, order, edge);
}
