import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { ConfigError } from '#ports/errors.ts';
import { migrations } from './schema.ts';

/** What a file of the embedded store holds. */
export interface FileContents {
  documents: number;
}

/**
 * Copies a store's file to `target`, consistent to one moment, while a bot may write to it; for its owner's eyes only. The
 * copy is checked before it takes its name, so that `target` is never half of one. Throws `ConfigError` where the source is
 * missing, empty, damaged or no store of ours.
 */
export async function backUpFile(source: string, target: string): Promise<FileContents> {
  inspectFile(source);
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { force: true });
  const db = new DatabaseSync(source, { readOnly: true, timeout: 10_000 });
  try {
    // Made first, so that nobody else can read it while it grows.
    closeSync(openSync(unfinished, 'wx', 0o600));
    await backup(db, unfinished);
    const contents = checkFile(unfinished);
    flush(unfinished);
    renameSync(unfinished, target);
    return contents;
  } finally {
    db.close();
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(unfinished + end, { force: true });
  }
}

/** What a file holds; throws `ConfigError` where it is no store of ours, or an empty one. */
export function inspectFile(file: string): FileContents {
  if (!existsSync(file)) throw new ConfigError([`there is no file ${file}`]);
  const db = openForReading(file);
  try {
    const version = Number(db.prepare('PRAGMA user_version').get()?.user_version ?? 0);
    if (version > migrations.length) {
      throw new ConfigError([`${file} was written by a later version of the program`]);
    }
    const documents = Number(db.prepare('SELECT count(*) AS count FROM documents').get()?.count ?? 0);
    if (documents === 0) throw new ConfigError([`${file} holds nothing`]);
    return { documents };
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause;
    throw new ConfigError([`${file} is no store of this bot: ${(cause as Error).message}`]);
  } finally {
    db.close();
  }
}

/** What a file holds, after every page of it was looked at; throws `ConfigError` where it is damaged. */
export function checkFile(file: string): FileContents {
  const contents = inspectFile(file);
  const db = openForReading(file);
  try {
    const found = db.prepare('PRAGMA integrity_check(1)').get()?.integrity_check;
    if (found !== 'ok') throw new ConfigError([`${file} is damaged: ${String(found)}`]);
    return contents;
  } finally {
    db.close();
  }
}

/** What stands in one file and not, or otherwise, in the other. */
export interface Loss {
  /** Documents that the backup does not have. */
  missing: number;
  /** Documents that it has as they were before. */
  older: number;
}

/** What would be lost if `copy` took the place of `file`. */
export function lossOf(file: string, copy: string): Loss {
  const db = openForReading(file);
  try {
    db.prepare('ATTACH DATABASE ? AS copy').run(copy);
    const count = (sql: string) => Number(db.prepare(sql).get()?.count ?? 0);
    const both = 'main.documents AS one LEFT JOIN copy.documents AS other USING (partition, id)';
    return {
      missing: count(`SELECT count(*) AS count FROM ${both} WHERE other.etag IS NULL`),
      older: count(`SELECT count(*) AS count FROM ${both} WHERE other.etag <> one.etag`),
    };
  } finally {
    db.close();
  }
}

/**
 * Puts a checked copy in the place of a store's file; what stood there is kept beside it under the name that is given back.
 * Throws `ConfigError` while anybody has the file open.
 */
export async function restoreFile(
  file: string,
  copy: string,
  aside: string,
): Promise<{ kept: string | undefined }> {
  checkFile(copy);
  const there = existsSync(file);
  if (there) {
    foldUp(file);
    renameSync(file, aside);
  }
  await backUpFile(copy, file);
  return { kept: there ? aside : undefined };
}

/** Brings the write-ahead log into the file, which works only for whoever is alone with it. */
function foldUp(file: string): void {
  const db = new DatabaseSync(file, { timeout: 1_000 });
  try {
    const mode = db.prepare('PRAGMA journal_mode = DELETE').get()?.journal_mode;
    if (mode !== 'delete') throw new Error(`journal mode ${String(mode)}`);
  } catch {
    throw new ConfigError([`${file} is in use: stop the bot and every command that works with it first`]);
  } finally {
    db.close();
  }
}

function openForReading(file: string): DatabaseSync {
  return new DatabaseSync(file, { readOnly: true, timeout: 10_000 });
}

function flush(file: string): void {
  chmodSync(file, 0o600);
  const handle = openSync(file, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
