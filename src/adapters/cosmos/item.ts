import { randomBytes } from 'node:crypto';
import { decodeText, encodeText, indexKey, indexValue, organizationOf } from '#ports/documentKeys.ts';
import type { DocumentDraft, Lease, StoredDocument } from '#ports/documents.ts';
import { type History, toEtag } from './history.ts';

/** A document as Cosmos DB holds it; texts, values and terms as keys. */
export interface Item extends History {
  id: string;
  /** The partition key. */
  partition: string;
  organization: string;
  kind: string;
  schema: number;
  dueAt?: string;
  lease?: Lease;
  expiresAt?: string;
  /** Seconds after the last write; Cosmos DB removes the item then. */
  ttl?: number;
  /** The index fields, for equality. */
  match: Record<string, string>;
  /** Partition, value and id of each index field, and without the value under `idOrder`: one range of one index is a page. */
  sort: Record<string, string>;
  terms: string[];
  body?: unknown;
  /** JSON of a body with texts that a server or a library on the way may refuse, repair or lose. */
  bodyText?: string;
  _etag?: string;
}

/** Name of the sort field for lists without an order; no index field begins so. */
export const idOrder = '_id';

/** NUL, lone surrogates, and a key that a copy through assignment loses. */
const fragile = /\\u(0000|d[89a-f])|"__proto__":/i;

/** Clocks differ; a document must not go before its time, and going later is allowed. */
const slackSeconds = 300;
const longestTtl = 2 ** 31 - 1;

/** The item of a draft; `now` in milliseconds since 1970 turns `expiresAt` into a time to live. */
export function toItem(draft: DocumentDraft, history: History, now: number): Item {
  const [partition, id] = [encodeText(draft.partition), encodeText(draft.id)];
  const match = Object.entries(draft.index ?? {}).map(([field, value]) => [field, indexKey(value)] as const);
  const json = JSON.stringify(draft.body);
  return {
    id: itemId(draft.id),
    partition,
    organization: encodeText(organizationOf(draft.partition)),
    kind: encodeText(draft.kind),
    schema: draft.schema,
    ...(draft.dueAt !== undefined && { dueAt: draft.dueAt }),
    ...(draft.lease && { lease: { ...draft.lease } }),
    ...(draft.expiresAt !== undefined && { expiresAt: draft.expiresAt, ttl: ttl(draft.expiresAt, now) }),
    match: Object.fromEntries(match),
    sort: Object.fromEntries([
      [idOrder, `${partition} ${id}`],
      ...match.map(([field, key]) => [field, `${partition} ${key} ${id}`]),
    ]),
    terms: [...new Set(draft.terms)].map(encodeText),
    ...(fragile.test(json) ? { bodyText: json } : { body: JSON.parse(json) }),
    ...history,
  };
}

/** The document of an item, under another etag than the item's where the item has none yet. */
export function toDocument<B>(item: Item, etag = toEtag(item._etag ?? '', item)): StoredDocument<B> {
  const index = Object.entries(item.match).map(([field, key]) => [field, indexValue(key)]);
  return {
    partition: decodeText(item.partition),
    id: textOf(item.id),
    kind: decodeText(item.kind),
    schema: item.schema,
    etag,
    ...(item.dueAt !== undefined && { dueAt: item.dueAt }),
    ...(item.lease && { lease: item.lease }),
    ...(item.expiresAt !== undefined && { expiresAt: item.expiresAt }),
    ...(index.length > 0 && { index: Object.fromEntries(index) }),
    ...(item.terms.length > 0 && { terms: item.terms.map(decodeText) }),
    body: (item.bodyText === undefined ? item.body : JSON.parse(item.bodyText)) as B,
  };
}

/**
 * The id in letters that mean nothing in a URL, because the SDK puts it there as it is, and Cosmos DB forbids some.
 * At most 1000 of the 1023 bytes allowed.
 */
export function itemId(id: string): string {
  const safe = id.replace(
    /[^A-Za-z0-9_.-]/g,
    (unit) => `~${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  // A URL of '.' or '..' is another URL.
  return safe.replace(/^\./, '~002e');
}

function textOf(id: string): string {
  return id.replace(/~(....)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function ttl(expiresAt: string, now: number): number {
  const seconds = Math.ceil((Date.parse(expiresAt) - now) / 1000);
  return Math.min(Math.max(seconds, 0) + slackSeconds, longestTtl);
}

/** A name for one write, to know it again. */
export function newWriteId(): string {
  return randomBytes(6).toString('base64url');
}
