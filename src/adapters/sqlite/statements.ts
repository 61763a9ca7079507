import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** An open file and its prepared statements. */
export interface Connection {
  db: DatabaseSync;
  /** Throws `UnavailableError` where the file no longer stands at its path: what is written to it would be lost. */
  checkFile(): void;
  /** Resolves when all that was committed is on the disk. Throws `UnavailableError`. */
  flush(): Promise<void>;
  /** Closes the file; nothing may be asked of the connection any more. */
  close(): void;
  /** Prepares once per text. */
  sql(text: string): StatementSync;
  /** Runs several reads against one state of the file. */
  snapshot<T>(read: () => T): T;
}
