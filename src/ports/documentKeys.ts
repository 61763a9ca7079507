import type { DocumentDraft, IndexValue, ListQuery } from './documents.ts';

/** What is spelled as it is: nearly every name, id and term. */
const isPlain = /^[\x22-\x7d]*$/;

/**
 * One spelling of texts and index values for all stores: printable ASCII, reversible, and in the order of the
 * UTF-16 code units. So every store sorts alike, whatever its collation, and odd texts (NUL, lone surrogates) survive.
 * No key contains a space; `key + ' ' + key` therefore sorts by the first key, then by the second.
 */
export function encodeText(text: string): string {
  if (isPlain.test(text)) return text;
  let key = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit <= 0x21) key += `!${unit.toString(16).padStart(2, '0')}`;
    else if (unit < 0x7e) key += text[at];
    else key += `~${unit.toString(16).padStart(4, '0')}`;
  }
  return key;
}

/** The text that `encodeText` was given. */
export function decodeText(key: string): string {
  if (isPlain.test(key)) return key;
  return key.replace(/!(..)|~(....)/g, (_, low?: string, high?: string) =>
    String.fromCharCode(Number.parseInt(low ?? high ?? '', 16)),
  );
}

const signBit = 1n << 63n;
const allBits = (1n << 64n) - 1n;

/** The key of an index value: false, true, the numbers, then the texts. Throws `TypeError` for NaN. */
export function indexKey(value: IndexValue): string {
  if (typeof value === 'string') return `t${encodeText(value)}`;
  if (typeof value === 'boolean') return value ? 'b1' : 'b0';
  if (Number.isNaN(value)) throw new TypeError('NaN is no index value');
  const bits = new DataView(new ArrayBuffer(8));
  // -0 and 0 are the same number, so they must be the same key.
  bits.setFloat64(0, value === 0 ? 0 : value);
  const raw = bits.getBigUint64(0);
  const sortable = raw & signBit ? ~raw & allBits : raw | signBit;
  return `n${sortable.toString(16).padStart(16, '0')}`;
}

/** The index value that `indexKey` was given. */
export function indexValue(key: string): IndexValue {
  if (key.startsWith('t')) return decodeText(key.slice(1));
  if (key.startsWith('b')) return key === 'b1';
  const sortable = BigInt(`0x${key.slice(1)}`);
  const bits = new DataView(new ArrayBuffer(8));
  bits.setBigUint64(0, sortable & signBit ? sortable & ~signBit : ~sortable & allBits);
  return bits.getFloat64(0);
}

/** What stands before the first slash of a partition. */
export function organizationOf(partition: string): string {
  return partition.split('/', 1)[0] ?? partition;
}

/** The position in a list after which the next page begins, as `Page.cursor` carries it. */
export interface Position {
  /** Key of the order field, empty without one. */
  key: string;
  /** Key of the id. */
  id: string;
}

/** Spells a position as a cursor. */
export function encodeCursor(position: Position): string {
  return `${position.key} ${position.id}`;
}

/**
 * The cursor that stands at a document of a list ordered by a field with this value: the page after it begins behind
 * the document, in either direction, whether it is still there or not.
 */
export function cursorAt(value: IndexValue, id: string): string {
  return encodeCursor({ key: indexKey(value), id: encodeText(id) });
}

/** Reads a cursor; any text is some position, so a foreign one does no harm. */
export function decodeCursor(cursor: string): Position {
  const gap = cursor.indexOf(' ');
  return { key: cursor.slice(0, Math.max(gap, 0)), id: cursor.slice(gap + 1) };
}

const MOST_PARTITION = 400;
const MOST_ID = 200;

/**
 * Whether a document can be called so. Ids are made from what people send and type: a store that limits them need not
 * be asked for one that is longer than any.
 */
export function canExist(partition: string, id: string): boolean {
  return fits(partition, MOST_PARTITION) && fits(id, MOST_ID);
}

function fits(name: string, longest: number): boolean {
  return name.length >= 1 && name.length <= longest;
}

/** Throws `TypeError` when a draft breaks the port's rules: a mistake of the program, never of a person. */
export function checkDraft(draft: DocumentDraft): void {
  checkName('partition', draft.partition, MOST_PARTITION);
  checkName('id', draft.id, MOST_ID);
  checkName('kind', draft.kind, 200);
  for (const field of Object.keys(draft.index ?? {})) checkField(field);
  for (const moment of [draft.dueAt, draft.expiresAt, draft.lease?.until]) checkMoment(moment);
  // Looked at, not written out: it may be large, and the store writes it out anyway.
  if (['undefined', 'function', 'symbol'].includes(typeof draft.body))
    throw new TypeError('a document needs a body that is JSON');
}

/** Throws `TypeError` when a query breaks the port's rules. */
export function checkQuery(query: ListQuery): void {
  if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > 1000) {
    throw new TypeError(`a page has 1 to 1000 documents, not ${query.limit}`);
  }
  if (query.effort !== undefined && !(query.effort >= 1)) throw new TypeError(`no effort: ${query.effort}`);
  for (const field of Object.keys(query.where ?? {})) checkField(field);
  if (query.orderBy) checkField(query.orderBy.field);
}

/** Throws `TypeError` unless a moment is ISO 8601 in UTC with milliseconds, the only spelling that sorts as text. */
export function checkMoment(moment: string | undefined): void {
  if (moment === undefined) return;
  const time = Date.parse(moment);
  if (Number.isNaN(time) || new Date(time).toISOString() !== moment) {
    throw new TypeError(`not a moment in UTC with milliseconds: ${moment}`);
  }
}

function checkName(what: string, name: string, longest: number): void {
  if (fits(name, longest)) return;
  throw new TypeError(`a ${what} has 1 to ${longest} characters: ${name}`);
}

function checkField(field: string): void {
  if (!/^[A-Za-z][A-Za-z0-9_]{0,49}$/.test(field))
    throw new TypeError(`not a name of an index field: ${field}`);
}
