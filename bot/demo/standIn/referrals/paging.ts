import { randomUUID } from 'node:crypto';
import { objectIn, parsedJson } from '#bot/demo/standIn/exchange.ts';
import { ticksOf } from '#bot/demo/standIn/stamps.ts';
import type { Switches } from '#bot/demo/standIn/switches.ts';
import type { StandInRecord } from './records.ts';

/** What a page is cut from. */
export interface ListSource {
  switches: Switches;
  /** What the caller may see, in no particular order. */
  readable(): StandInRecord[];
  now: number;
  pageSize: number;
  /** Ids as they were when somebody began to read; under `snapshot` alone. */
  snapshots: Map<string, string[]>;
  /** Called before each page after the first: what changes under the reader. */
  turning(): void;
  base: string;
}

export interface Place {
  filter: string;
  order: string;
  select: string;
  size: number;
  /** What `$top` still allows. */
  left: number | null;
  offset: number;
  after?: { value: string; id: string };
  snapshot?: string;
}

/** Where a query begins; undefined for one that is not valid. */
export function firstPlace({ pageSize, switches }: ListSource, query: URLSearchParams): Place | undefined {
  const top = query.get('$top');
  const skip = Number(query.get('$skip') ?? 0);
  const order = query.get('$orderby') ?? '';
  if (top !== null && !/^[1-9]\d*$/.test(top)) return undefined;
  if (!Number.isInteger(skip) || skip < 0) return undefined;
  if (!/^((updatedDateTime|createdDateTime)( (asc|desc))?)?$/i.test(order)) return undefined;
  const size = top === null ? pageSize : Math.min(Number(top), pageSize);
  const left = top === null || switches.top === 'page' ? null : Number(top);
  const [filter, select] = [query.get('$filter') ?? '', query.get('$select') ?? ''];
  return { filter, order, select, size, left, offset: skip };
}

/** Where a token says to go on. */
export function placeOfToken(token: string): Place | undefined {
  const place = parsedJson(Buffer.from(token, 'base64url').toString());
  const { filter, order, select, size, offset } = objectIn({ place }, 'place');
  const texts = [filter, order, select].every((one) => typeof one === 'string');
  const counts = [size, offset].every((one) => Number.isInteger(one));
  return texts && counts ? (place as Place) : undefined;
}

/** What rows are ordered by. */
export function orderTicks({ referral }: StandInRecord, order: string): bigint {
  const field = /^updated/i.test(order) ? 'updatedDateTime' : 'createdDateTime';
  return ticksOf(referral[field]) ?? 0n;
}

/** The rows from the place on. */
export function following(source: ListSource, rows: StandInRecord[], place: Place): StandInRecord[] {
  if (place.snapshot !== undefined) {
    const byId = new Map(source.readable().map((record) => [record.referral.id, record]));
    const ids = source.snapshots.get(place.snapshot)?.slice(place.offset) ?? [];
    return ids.flatMap((id) => byId.get(id) ?? []);
  }
  if (!place.after) return rows.slice(place.offset);
  const { value, id } = place.after;
  const turn = /desc$/i.test(place.order) ? -1n : 1n;
  return rows.filter((record) => {
    const ahead = (orderTicks(record, place.order) - BigInt(value)) * turn;
    return ahead > 0n || (ahead === 0n && String(record.referral.id) > id);
  });
}

/** Where the page after this one begins. */
export function nextPosition(
  source: ListSource,
  rest: StandInRecord[],
  shown: number,
  last: StandInRecord,
  place: Place,
): Partial<Place> {
  const { paging, ties } = source.switches;
  if (paging === 'snapshot') {
    const snapshot = place.snapshot ?? randomUUID();
    if (place.snapshot === undefined) {
      source.snapshots.set(
        snapshot,
        rest.map(({ referral }) => String(referral.id)),
      );
    }
    return { snapshot, offset: place.snapshot === undefined ? shown : place.offset + shown };
  }
  // Shuffled rows of one moment have no key to go on from.
  if (paging === 'offset' || ties === 'shuffled') return { offset: place.offset + shown };
  return { after: { value: String(orderTicks(last, place.order)), id: String(last.referral.id) } };
}
