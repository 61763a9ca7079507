import { createHash } from 'node:crypto';
import type { HttpAnswer } from '#adapters/partner-center/api/httpsClient.ts';
import { isWireObject, jsonOf, lowered, propertyOf } from '#adapters/partner-center/api/wireBody.ts';
import { UnavailableError } from '#ports/errors.ts';
import type { WireObject } from '#ports/partnerCenter.ts';
import { type NextOption, nextLinkOf, nextOptionOf } from './nextLink.ts';

/** One page of a list as it came. */
export interface ListPage {
  rows: readonly WireObject[];
  /** One short hash a row. */
  hashes: readonly string[];
  /** How its link says that the list goes on. */
  option?: NextOption | undefined;
  /** Of the page or of everything, where it says it at all: more than was read means that there is more. */
  count?: number | undefined;
}

const listNames = ['value', 'items', 'referrals', 'results'];

/** Reads a page. Throws `UnavailableError` where the answer is no list, such as a page of a proxy in between. */
export function readListPage(answer: Pick<HttpAnswer, 'status' | 'bytes'>): ListPage {
  if (answer.bytes.length === 0 && answer.status === 204) return { rows: [], hashes: [] };
  const body = jsonOf(answer);
  const list = Array.isArray(body) ? body : listIn(body);
  if (!list) throw new UnavailableError('partner-center-unreadable');
  const rows = list.filter(isWireObject);
  // Only the names beside the list are read in any case: a row that nests too deep must not cost the link.
  const beside = isWireObject(body) ? lowered(withoutList(body)) : {};
  const link = nextLinkOf(beside);
  const count = Number(beside['@odata.count'] ?? beside['odata.count'] ?? beside.count ?? beside.totalcount);
  return {
    rows,
    hashes: rows.map(hashOf),
    option: link === undefined ? undefined : nextOptionOf(link),
    ...(Number.isFinite(count) && { count }),
  };
}

function listIn(body: unknown): unknown[] | undefined {
  if (!isWireObject(body)) return undefined;
  const found = listNames.map((name) => propertyOf(body, name)).find(Array.isArray);
  return found as unknown[] | undefined;
}

function withoutList(body: WireObject): WireObject {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => typeof value !== 'object'));
}

function hashOf(row: WireObject): string {
  const id = propertyOf(row, 'id');
  const text = typeof id === 'string' ? id.toLowerCase() : Object.keys(row).join();
  return createHash('sha256').update(text).digest('base64url').slice(0, 6);
}
