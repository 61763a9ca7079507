import { randomUUID } from 'node:crypto';
import { type JsonObject, jsonAnswer, type StandInAnswer } from '#bot/demo/standIn/exchange.ts';
import type { Switches } from '#bot/demo/standIn/switches.ts';
import { invalid } from '#bot/demo/standIn/wireErrors.ts';
import { readFilter } from './filter.ts';
import {
  firstPlace,
  following,
  type ListSource,
  nextPosition,
  orderTicks,
  type Place,
  placeOfToken,
} from './paging.ts';
import { MSFT, ownerOf, type StandInRecord } from './records.ts';

/** One page of a list, as `$filter`, `$orderby`, `$top`, `$skip`, `$select` and `$skiptoken` say. */
export function listPage(source: ListSource, query: URLSearchParams): StandInAnswer {
  const token = query.get('$skiptoken');
  if (token !== null) source.turning();
  const place = token === null ? firstPlace(source, query) : placeOfToken(token);
  if (!place) return invalid('The query is not valid.');
  const filter = place.filter === '' ? { keeps: () => true } : readFilter(place.filter, source.switches);
  if ('problem' in filter) return invalid(filter.problem);
  const byEngagement = /engagementId/i.test(place.filter);
  const rows = ordered(
    source
      .readable()
      .filter((record) => listed(source, record, byEngagement) && filter.keeps(record.referral)),
    place.order,
    source.switches,
  );
  const rest = following(source, rows, place);
  const shown = rest.slice(0, Math.min(place.size, place.left ?? place.size));
  return jsonAnswer(200, {
    '@odata.context': `${source.base}/engagements/referrals/$metadata#Referrals`,
    ...countOf(source.switches, rows.length, shown.length),
    ...linkOf(source, rest, shown, place, query),
    value: shown.map((record) => row(record, place.select, source.switches)),
  });
}

function listed({ switches, now }: ListSource, record: StandInRecord, byEngagement: boolean): boolean {
  if (switches.newInLists === 'late' && record.listedFrom > now) return false;
  if (ownerOf(record) !== MSFT) return true;
  return switches.msftCopies === 'always' || (switches.msftCopies === 'by-engagement' && byEngagement);
}

function ordered(rows: StandInRecord[], order: string, { ties }: Switches): StandInRecord[] {
  const turn = /desc$/i.test(order) ? -1 : 1;
  const tie = new Map(
    rows.map(({ referral }) => [referral, ties === 'shuffled' ? randomUUID() : String(referral.id)]),
  );
  return rows
    .map((record) => ({ record, key: orderTicks(record, order) }))
    .sort((one, other) => {
      if (one.key !== other.key) return one.key < other.key ? -turn : turn;
      const [first, second] = [tie.get(one.record.referral) ?? '', tie.get(other.record.referral) ?? ''];
      return first < second ? -1 : 1;
    })
    .map(({ record }) => record);
}

function countOf({ count }: Switches, all: number, page: number): JsonObject {
  return count === 'absent' ? {} : { '@odata.count': count === 'all' ? all : page };
}

function linkOf(
  source: ListSource,
  rest: StandInRecord[],
  shown: StandInRecord[],
  place: Place,
  query: URLSearchParams,
): JsonObject {
  const left = place.left === null ? null : place.left - shown.length;
  const last = shown.at(-1);
  const { nextLink } = source.switches;
  if (!last || rest.length <= shown.length || left === 0 || nextLink === 'absent') return {};
  const next = { ...place, left, ...nextPosition(source, rest, shown.length, last, place) };
  const options = new URLSearchParams(query);
  options.set('$skiptoken', Buffer.from(JSON.stringify(next)).toString('base64url'));
  const address = {
    right: `${source.base}/engagements/referrals`,
    'http-without-engagements': `${source.base.replace(/^https:/, 'http:')}/referrals`,
    typo: `${source.base}/engagments/referrals`,
    'other-host': 'https://api.partner.microsoft-ppe.com/v1.0/engagements/referrals',
  }[nextLink];
  return { '@odata.nextLink': `${address}?${options}` };
}

function row({ referral }: StandInRecord, select: string, { rowETag }: Switches): JsonObject {
  const wanted =
    select === ''
      ? undefined
      : new Set(
          select
            .toLowerCase()
            .split(',')
            .map((name) => name.trim()),
        );
  const kept = Object.entries(referral).filter(
    ([name]) => (rowETag === 'present' || name !== 'eTag') && (!wanted || wanted.has(name.toLowerCase())),
  );
  return Object.fromEntries(kept);
}
