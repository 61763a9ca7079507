import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** An open file and its prepared statements. */
export interface Connection {
  db: DatabaseSync;
  /** Prepares once per text. */
  sql(text: string): StatementSync;
  /** Runs several reads against one state of the file. */
  snapshot<T>(read: () => T): T;
}
