import { decodeText, encodeText, indexKey, indexValue, organizationOf } from '#ports/documentKeys.ts';
import type { DocumentDraft, Lease, StoredDocument } from '#ports/documents.ts';

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

/** The document of a row; what the draft left out stays out. */
export function toDocument<B>(row: Row): StoredDocument<B> {
  const keys: Record<string, string> = JSON.parse(row.keys);
  const terms: string[] = JSON.parse(row.terms);
  const lease: Lease | undefined = row.lease === null ? undefined : JSON.parse(row.lease);
  const index = Object.entries(keys).map(([field, key]) => [field, indexValue(key)]);
  return {
    partition: decodeText(row.partition),
    id: decodeText(row.id),
    kind: decodeText(row.kind),
    schema: row.schema,
    etag: row.etag,
    ...(row.due_at !== null && { dueAt: row.due_at }),
    ...(lease && { lease }),
    ...(row.expires_at !== null && { expiresAt: row.expires_at }),
    ...(index.length > 0 && { index: Object.fromEntries(index) }),
    ...(terms.length > 0 && { terms: terms.map(decodeText) }),
    body: JSON.parse(row.body),
  };
}
