import { randomUUID } from 'node:crypto';
import { checkDraft, encodeText } from '#ports/documentKeys.ts';
import type { DocumentDraft, WriteResult } from '#ports/documents.ts';
import { type EntryOwner, reindex } from './entries.ts';
import { type Row, toDocument, toRow } from './rows.ts';
import type { Connection } from './statements.ts';

type Held = Row & EntryOwner;

/** Creates a document inside the running transaction. */
export function create<B>(connection: Connection, draft: DocumentDraft<B>): WriteResult<B> {
  checkDraft(draft);
  const row = toRow(draft, newEtag());
  if (known(connection, row.partition, row.id)) return { ok: false, reason: 'exists' };
  return save(connection, row, undefined);
}

/** Replaces a document inside the running transaction. */
export function replace<B>(connection: Connection, draft: DocumentDraft<B>, etag: string): WriteResult<B> {
  checkDraft(draft);
  const row = toRow(draft, newEtag());
  const before = known(connection, row.partition, row.id);
  if (!before) return { ok: false, reason: 'missing' };
  if (before.etag !== etag) return { ok: false, reason: 'conflict' };
  return save(connection, row, before);
}

/** Removes a document inside the running transaction. */
export function remove(connection: Connection, partition: string, id: string, etag: string): WriteResult {
  const before = held(connection, encodeText(partition), encodeText(id));
  if (!before) return { ok: false, reason: 'missing' };
  if (before.etag !== etag) return { ok: false, reason: 'conflict' };
  discard(connection, before);
  return { ok: true, document: toDocument(before) };
}

/** Removes what expired before `now`, at most `limit` documents, inside the running transaction. */
export function sweep(connection: Connection, now: string, limit: number): void {
  const expired = connection
    .sql('SELECT * FROM documents WHERE expires_at <= ? ORDER BY expires_at LIMIT ?')
    .all(now, limit) as unknown as Held[];
  for (const row of expired) discard(connection, row);
}

/** Takes a damaged document from the agenda inside the running transaction, so that it holds up nothing; it stays as it is. */
export function setAside(connection: Connection, { partition, id, etag }: Row): void {
  connection
    .sql('UPDATE documents SET due_at = NULL, lease = NULL WHERE partition = ? AND id = ? AND etag = ?')
    .run(partition, id, etag);
}

function held(connection: Connection, partition: string, id: string): Held | undefined {
  const row = connection.sql('SELECT * FROM documents WHERE partition = ? AND id = ?').get(partition, id);
  return row as unknown as Held | undefined;
}

/** What a write asks of the document before: all but its body, which may be large. */
function known(
  connection: Connection,
  partition: string,
  id: string,
): (EntryOwner & Pick<Row, 'etag'>) | undefined {
  const row = connection
    .sql('SELECT etag, scope, keys, terms FROM documents WHERE partition = ? AND id = ?')
    .get(partition, id);
  return row as unknown as (EntryOwner & Pick<Row, 'etag'>) | undefined;
}

function save<B>(connection: Connection, row: Row, before: EntryOwner | undefined): WriteResult<B> {
  const scope = scopeOf(connection, row.partition, row.kind);
  connection
    .sql(
      `INSERT INTO documents VALUES (:partition, :id, :kind, :scope, :organization, :schema, :etag, :due_at, :lease,
         :expires_at, :keys, :terms, :body)
       ON CONFLICT DO UPDATE SET kind = :kind, scope = :scope, schema = :schema, etag = :etag, due_at = :due_at,
         lease = :lease, expires_at = :expires_at, keys = :keys, terms = :terms, body = :body`,
    )
    .run({ ...row, scope });
  reindex(connection, row.id, before, { scope, keys: row.keys, terms: row.terms });
  return { ok: true, document: toDocument(row) };
}

function discard(connection: Connection, row: Held): void {
  reindex(connection, row.id, row, undefined);
  connection.sql('DELETE FROM documents WHERE partition = ? AND id = ?').run(row.partition, row.id);
}

function scopeOf(connection: Connection, partition: string, kind: string): number {
  const known = connection
    .sql('SELECT scope FROM scopes WHERE partition = ? AND kind = ?')
    .get(partition, kind);
  if (known) return Number(known.scope);
  const made = connection.sql('INSERT INTO scopes (partition, kind) VALUES (?, ?)').run(partition, kind);
  return Number(made.lastInsertRowid);
}

function newEtag(): string {
  return randomUUID();
}
