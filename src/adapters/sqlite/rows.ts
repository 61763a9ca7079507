import { decodeText, encodeText, indexKey, indexValue, organizationOf } from '#ports/documentKeys.ts';
import type { DocumentDraft, Lease, StoredDocument } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';

/** A document as the table holds it: names, values and terms as keys, the rest as JSON. */
export interface Row {
  partition: string;
  id: string;
  kind: string;
  organization: string;
  schema: number;
  etag: string;
  due_at: string | null;
  lease: string | null;
  expires_at: string | null;
  keys: string;
  terms: string;
  body: string;
}

/** Which document it is. */
export interface DocumentNames {
  partition: string;
  id: string;
  kind: string;
}

/** Which document stands in a row, whatever became of the rest. */
export function rowNames({ partition, id, kind }: Row): DocumentNames {
  return { partition: decodeText(partition), id: decodeText(id), kind: decodeText(kind) };
}

/** The row of a draft. */
export function toRow(draft: DocumentDraft, etag: string): Row {
  const keys = Object.entries(draft.index ?? {}).map(([field, value]) => [field, indexKey(value)]);
  return {
    partition: encodeText(draft.partition),
    id: encodeText(draft.id),
    kind: encodeText(draft.kind),
    organization: encodeText(organizationOf(draft.partition)),
    schema: draft.schema,
    etag,
    due_at: draft.dueAt ?? null,
    lease: draft.lease ? JSON.stringify(draft.lease) : null,
    expires_at: draft.expiresAt ?? null,
    keys: JSON.stringify(Object.fromEntries(keys)),
    terms: JSON.stringify([...new Set(draft.terms)].map(encodeText)),
    body: JSON.stringify(draft.body),
  };
}

/**
 * The document of a row; what the draft left out stays out. What is large is read when it is first asked for: most rows
 * are looked at for their etag, or because they may be due.
 */
export function toDocument<B>(row: Row): StoredDocument<B> {
  const document = {
    partition: decodeText(row.partition),
    id: decodeText(row.id),
    kind: decodeText(row.kind),
    schema: row.schema,
    etag: row.etag,
    ...(row.due_at !== null && { dueAt: row.due_at }),
    ...(row.lease !== null && { lease: parsed(row.lease) as Lease }),
    ...(row.expires_at !== null && { expiresAt: row.expires_at }),
  };
  if (row.keys !== '{}') later(document, 'index', () => readKeys(row.keys));
  if (row.terms !== '[]') later(document, 'terms', () => (parsed(row.terms) as string[]).map(decodeText));
  later(document, 'body', () => parsed(row.body) as B);
  return document as typeof document & { body: B };
}

/**
 * The document of a row, or undefined where one of these parts of it is damaged: then the others are there all the same.
 * They are read now, because whoever gets it must not meet the damage later.
 */
export function wholeDocument<B>(
  row: Row,
  parts: readonly ('body' | 'index' | 'terms')[] = ['body'],
): StoredDocument<B> | undefined {
  try {
    const document = toDocument<B>(row);
    for (const part of parts) void document[part];
    return document;
  } catch (error) {
    if (error instanceof UnavailableError) return undefined;
    throw error;
  }
}

/** What stands in a row; a disk or a hand may have damaged it. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new UnavailableError('document-damaged', { cause });
  }
}

function later(document: object, name: string, read: () => unknown): void {
  let value: { is: unknown } | undefined;
  const get = () => {
    value ??= { is: read() };
    return value.is;
  };
  Object.defineProperty(document, name, { get, enumerable: true });
}

function readKeys(keys: string): StoredDocument['index'] {
  const entries = Object.entries(parsed(keys) as Record<string, string>);
  return Object.fromEntries(entries.map(([field, key]) => [field, indexValue(key)]));
}
