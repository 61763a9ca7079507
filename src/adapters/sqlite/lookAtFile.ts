import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { encodeText } from '#ports/documentKeys.ts';
import type { AnyDocumentStore, Count } from '#ports/documents.ts';
import { type Row, toDocument } from './rows.ts';
import { migrations } from './schema.ts';

/** What stands in a store's file, and nothing of it changed: not even the files beside it that reading makes. */
export interface FileSight {
  bytes: number;
  /** Of the write-ahead log; undefined where nobody has the file open, or nobody closed it. */
  logBytes: number | undefined;
  /** Why it can't be used, in words; what follows is then not known. */
  useless?: string;
  /** The version of its layout, and that of the program. */
  layout?: { file: number; program: number };
  /** What is damaged, in SQLite's words; `unread` where the file is too large to be read through. */
  damage?: string | 'unread' | undefined;
  documents?: number;
  /** How many of them can't be read, although the file is whole. */
  unreadable?: number;
  /** What is to be done by now, counted as far as `MOST_DUE`, and since when the first waits. */
  due?: Count & { since: string | undefined };
  store?: Readable;
}

/** What a file that is looked at can be asked. */
type Readable = Pick<AnyDocumentStore, 'read' | 'count' | 'close'>;

/** No more than this is counted. */
const MOST_DUE = 1_000;
/** Reading it through takes a second for each hundred megabytes or so. */
const MOST_BYTES = 2_000_000_000;

/** Looks at a file; undefined where there is none. `store` must be closed. */
export function lookAtFile(file: string, now: Date): FileSight | undefined {
  if (!existsSync(file)) return undefined;
  const logBytes = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size;
  const sight: FileSight = { bytes: statSync(file).size, logBytes };
  if (sight.bytes === 0) return sight;
  let db: DatabaseSync | undefined;
  try {
    db = openUntouched(file, logBytes !== undefined);
    const layout = { file: numberIn(db, 'PRAGMA user_version'), program: migrations.length };
    if (layout.file > layout.program) return { ...sight, layout, ...closed(db) };
    const damage = sight.bytes > MOST_BYTES ? 'unread' : damageOf(db);
    const unreadable =
      damage === undefined ? numberIn(db, 'SELECT count(*) FROM documents WHERE NOT json_valid(body)') : 0;
    return { ...sight, layout, damage, unreadable, ...contentsOf(db, now), store: storeIn(db) };
  } catch (error) {
    db?.close();
    return { ...sight, useless: (error as Error).message };
  }
}

function closed(db: DatabaseSync): Record<string, never> {
  db.close();
  return {};
}

/**
 * Where nobody writes, reading would leave a log behind that belongs to whoever read; said to be unchangeable, the file
 * alone is read.
 */
function openUntouched(file: string, isWritten: boolean): DatabaseSync {
  const url = pathToFileURL(file);
  if (!isWritten) url.searchParams.set('immutable', '1');
  return new DatabaseSync(url, { readOnly: true, timeout: 10_000 });
}

function damageOf(db: DatabaseSync): string | undefined {
  const found = String(db.prepare('PRAGMA quick_check(1)').get()?.quick_check);
  return found === 'ok' ? undefined : found;
}

function contentsOf(db: DatabaseSync, now: Date): Pick<FileSight, 'documents' | 'due'> {
  const moment = now.toISOString();
  const waiting = 'FROM documents WHERE due_at IS NOT NULL AND due_at <= ?';
  const first = db.prepare(`SELECT min(due_at) AS since ${waiting}`).get(moment)?.since;
  const count = numberIn(db, `SELECT count(*) FROM (SELECT 1 ${waiting} LIMIT ${MOST_DUE + 1})`, moment);
  return {
    documents: numberIn(db, 'SELECT count(*) FROM documents'),
    due: {
      count: Math.min(count, MOST_DUE),
      more: count > MOST_DUE,
      since: typeof first === 'string' ? first : undefined,
    },
  };
}

function storeIn(db: DatabaseSync): Readable {
  const one = db.prepare('SELECT * FROM documents WHERE partition = ? AND id = ?');
  const counted = db.prepare(
    'SELECT count(*) FROM (SELECT 1 FROM documents WHERE partition = ? AND kind = ? LIMIT ?)',
  );
  return {
    // Of one kind: nothing else is counted here.
    count: async ({ partition, kind = '', limit }) => {
      const [value] = Object.values(counted.get(encodeText(partition), encodeText(kind), limit + 1) ?? {});
      const count = Number(value ?? 0);
      return { count: Math.min(count, limit), more: count > limit };
    },
    read: async <B>(partition: string, id: string) => {
      const row = one.get(encodeText(partition), encodeText(id));
      return row && toDocument<B>(row as unknown as Row);
    },
    close: async () => db.close(),
  };
}

function numberIn(db: DatabaseSync, sql: string, ...values: string[]): number {
  const [value] = Object.values(db.prepare(sql).get(...values) ?? {});
  return Number(value ?? 0);
}
