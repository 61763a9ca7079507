import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { kept } from '#domain/values/kept.ts';
import type { Ordering } from '#ports/documents.ts';
import { ConfigError, UnavailableError } from '#ports/errors.ts';
import { type Flushing, logFlushing, noFlushing } from './flushing.ts';
import { addOrdering } from './orderings.ts';
import { migrations } from './schema.ts';
import type { Connection } from './statements.ts';

/**
 * Opens the file, creates it and its folder if need be, and brings its layout and orderings up to date.
 * Throws `ConfigError` when that can't be done, or the file was written by a later version.
 */
export function openConnection(file: string, orderings: readonly Ordering[]): Connection {
  try {
    if (file !== ':memory:') mkdirSync(dirname(resolve(file)), { recursive: true });
    // Several processes may start at once: the first migrates, the others wait.
    const db = new DatabaseSync(file, { timeout: 10_000 });
    // 64 MB for pages: a deal has rows all over the indexes, and a write must not fetch them from the disk each time.
    db.exec('PRAGMA cache_size = -65536');
    const flushing = waitOutside(db, file);
    // And the pages go back to the file in larger lots, since many are changed again soon.
    db.exec('PRAGMA wal_autocheckpoint = 8000');
    // What is removed or replaced is overwritten, so that an erased person does not stay in free pages.
    db.exec('PRAGMA secure_delete = ON');
    const connection = connect(db, file, flushing);
    inTransaction(connection, () => {
      migrate(db, file);
      for (const ordering of orderings) addOrdering(connection, ordering);
      // No step of the layout: a program of before reads and keeps it as well.
      db.exec('CREATE INDEX IF NOT EXISTS documents_leased ON documents (due_at) WHERE lease IS NOT NULL');
    });
    // From here on a wait blocks the event loop, so it is short; the writer repeats without blocking.
    db.exec('PRAGMA busy_timeout = 50');
    return connection;
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause;
    throw new ConfigError([`the database file ${file} can't be opened: ${String(cause)}`]);
  }
}

/**
 * Has commits wait for the disk in `flush`. NORMAL is as safe for the rest: SQLite changes nothing in the file before the
 * log is on the disk. Where there is no log (nothing is kept, or the drive can't have one) SQLite waits itself.
 */
function waitOutside(db: DatabaseSync, file: string): Flushing {
  const mode = db.prepare('PRAGMA journal_mode = WAL').get()?.journal_mode;
  db.exec(`PRAGMA synchronous = ${mode === 'wal' ? 'NORMAL' : 'FULL'}`);
  return mode === 'wal' ? logFlushing(file) : noFlushing;
}

function connect(db: DatabaseSync, file: string, { flush, close }: Flushing): Connection {
  // The texts of `list` vary with its filters; a bound keeps odd callers from piling them up.
  const sql = kept(500, (text) => db.prepare(text));
  const identity = identityOf(file);
  return {
    db,
    flush,
    close: () => {
      if (!db.isOpen) return;
      db.close();
      close();
    },
    checkFile: () => {
      if (identityOf(file) !== identity) {
        const cause = new Error(`${file} was removed or replaced while it was open`);
        throw new UnavailableError('store-unavailable', { cause });
      }
    },
    sql,
    snapshot: (read) => {
      sql('BEGIN').run();
      try {
        return read();
      } finally {
        if (db.isTransaction) sql('ROLLBACK').run();
      }
    },
  };
}

/** Which file stands at a path; what was removed can still be written, and nobody would ever find it again. */
function identityOf(file: string): string | undefined {
  if (file === ':memory:') return file;
  const found = statSync(file, { throwIfNoEntry: false });
  return found && `${found.dev}:${found.ino}`;
}

/** Runs `work` between BEGIN IMMEDIATE and COMMIT; whatever goes wrong, no transaction stays open. */
export function inTransaction({ db, sql }: Pick<Connection, 'db' | 'sql'>, work: () => void): void {
  sql('BEGIN IMMEDIATE').run();
  try {
    work();
    sql('COMMIT').run();
  } finally {
    if (db.isTransaction) sql('ROLLBACK').run();
  }
}

function migrate(db: DatabaseSync, file: string): void {
  const from = Number(db.prepare('PRAGMA user_version').get()?.user_version ?? 0);
  if (from > migrations.length) {
    throw new ConfigError([`the database file ${file} was written by a later version of the program`]);
  }
  for (const step of migrations.slice(from)) db.exec(step);
  if (from < migrations.length) db.exec(`PRAGMA user_version = ${migrations.length}`);
}

/** Writes what stands there already: fails where nothing can be written. */
export function touch({ db }: Connection): void {
  db.exec(`PRAGMA user_version = ${migrations.length}`);
}

/**
 * Result codes of SQLite that come from the world, not from the program: busy, locked, memory, read-only, I/O, damaged,
 * full, can't open, protocol, no database.
 */
const transient = new Set([5, 6, 7, 8, 10, 11, 13, 14, 15, 26]);

/** Whether another process holds the file; asking again soon will do. */
export function isBusy(error: unknown): boolean {
  return resultCode(error) === 5;
}

/** `UnavailableError` for what comes from the world, the error itself for what comes from the program. */
export function asPortError(error: unknown): unknown {
  if (transient.has(resultCode(error)) || isClosed(error)) {
    return new UnavailableError('store-unavailable', { cause: error });
  }
  return error;
}

function resultCode(error: unknown): number {
  const extended = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0;
  return extended & 0xff;
}

function isClosed(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_INVALID_STATE';
}
