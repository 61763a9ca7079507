import { DatabaseSync } from 'node:sqlite';
import { isBusy } from './connection.ts';

/**
 * Writes the file anew, without free pages, and empties its write-ahead log: what was removed or replaced before stands in
 * neither any more. Needs room for a second copy beside it; other processes may have the file open, their writes wait
 * meanwhile. `patience` (ms) bounds the wait for them. False: they were busy with it for longer, and traces may be left.
 */
export function compactFile(file: string, patience = 30_000): boolean {
  const db = new DatabaseSync(file, { timeout: patience });
  try {
    db.exec('PRAGMA secure_delete = ON; VACUUM;');
    return db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.busy === 0;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  } finally {
    db.close();
  }
}
