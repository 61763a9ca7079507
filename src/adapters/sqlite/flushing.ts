import { closeSync, fdatasync, openSync } from 'node:fs';
import { promisify } from 'node:util';
import { UnavailableError } from '#ports/errors.ts';

const toDisk = promisify(fdatasync);

/** How what was committed is brought to the disk. */
export interface Flushing {
  /** Resolves when all that was committed before is there. Throws `UnavailableError`: it may be there, or not. */
  flush(): Promise<void>;
  close(): void;
}

/** Where SQLite waits by itself, or nothing is kept. */
export const noFlushing: Flushing = { flush: async () => undefined, close: () => undefined };

/**
 * SQLite itself waits for the disk in the middle of a commit, and everybody in this process with it. So it writes its log
 * without waiting, and the log is flushed beside the event loop before anybody is told that a write holds. The log is
 * opened at the first commit, when it is there; it stays the same file for as long as a connection is open.
 */
export function logFlushing(file: string): Flushing {
  let log: number | undefined;
  return {
    async flush() {
      try {
        log ??= openSync(`${file}-wal`, 'r+');
        await toDisk(log);
      } catch (cause) {
        throw new UnavailableError('store-unavailable', { cause });
      }
    },
    close: () => {
      if (log !== undefined) closeSync(log);
    },
  };
}
