import type { Referral } from '#domain/referral/referral.ts';
import type { DealSource } from './dealSource.ts';

/** Rows of a page (CR-17). */
const PAGE = 10;

/** Which page is wanted: behind a position, before one, or the one that begins with a deal; else the first. */
export interface PagePosition {
  after?: string | undefined;
  before?: string | undefined;
  /** The deal that the page began with when it was shown. */
  first?: Referral | undefined;
}

/** One page of a list; positions, not numbers, so that deals that come or go meanwhile shift nothing. */
export interface DealPage {
  deals: Referral[];
  /** `after` of the next page. */
  next?: string | undefined;
  /** `before` of the previous page. */
  previous?: string | undefined;
  /** The page is short because the search was given up for now; `next` looks further. */
  further: boolean;
}

/** Reads a page of a list. One before which there is less than a page is the first page. */
export async function readPage(source: DealSource, position: PagePosition = {}): Promise<DealPage> {
  if (position.before !== undefined) return pageBefore(source, position.before);
  if (position.first) return pageFrom(source, position.first);
  return pageAfter(source, position.after);
}

/** The deals before and behind a deal in the order of a list, whether it still belongs to it or not. */
export async function neighboursOf(
  source: DealSource,
  referral: Referral,
): Promise<{ previous?: Referral | undefined; next?: Referral | undefined }> {
  const position = source.positionOf(referral);
  if (position === undefined) return {};
  const [before, behind] = await Promise.all([
    source.read(1, position, true),
    source.read(1, position, false),
  ]);
  return { previous: before.deals[0]?.referral, next: behind.deals[0]?.referral };
}

async function pageAfter(source: DealSource, after: string | undefined): Promise<DealPage> {
  const { deals, cursor } = await source.read(PAGE, after, false);
  return {
    deals: deals.map(({ referral }) => referral),
    next: cursor,
    previous: after === undefined ? undefined : (deals[0]?.cursor ?? after),
    further: cursor !== undefined && deals.length < PAGE,
  };
}

async function pageBefore(source: DealSource, before: string): Promise<DealPage> {
  const { deals, cursor } = await source.read(PAGE, before, true);
  if (deals.length < PAGE && cursor === undefined) return pageAfter(source, undefined);
  return {
    deals: deals.map(({ referral }) => referral).toReversed(),
    next: deals[0]?.cursor ?? before,
    previous: cursor,
    further: deals.length < PAGE,
  };
}

/** The page that begins with a deal, or where it would stand. */
async function pageFrom(source: DealSource, first: Referral): Promise<DealPage> {
  const position = source.positionOf(first);
  if (position === undefined) return pageAfter(source, undefined);
  const { deals } = await source.read(1, position, true);
  return pageAfter(source, deals[0]?.cursor);
}
