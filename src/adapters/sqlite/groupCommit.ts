import { setTimeout as sleep } from 'node:timers/promises';
import { asPortError, inTransaction, isBusy } from './connection.ts';
import type { Connection } from './statements.ts';

/** Runs a write in a transaction and resolves when it is on the disk. */
export type Commit = <T>(write: () => T) => Promise<T>;

interface Pending {
  run(): void;
  settle(): void;
  fail(error: unknown): void;
}

/**
 * Writes that come together share one transaction, so they share its fsync. Each has a savepoint of its own: one that
 * throws takes nothing with it. `patience` (ms) bounds the wait for another process; past it `UnavailableError`.
 */
export function groupCommit(
  connection: Connection,
  patience: number,
  largestGroup = 200,
): { commit: Commit; idle(): Promise<void> } {
  let pending: Pending[] = [];
  let working: Promise<void> | undefined;

  const work = async () => {
    await new Promise(setImmediate);
    while (pending.length > 0) {
      const group = pending.slice(0, largestGroup);
      pending = pending.slice(largestGroup);
      await runGroup(connection, group, patience);
    }
    working = undefined;
  };

  const commit: Commit = <T>(write: () => T) =>
    new Promise<T>((resolve, reject) => {
      let outcome: () => void = () => undefined;
      pending.push({
        run: () => {
          outcome = attempt(connection, write, resolve, reject);
        },
        settle: () => outcome(),
        fail: reject,
      });
      working ??= work();
    });

  return { commit, idle: async () => working };
}

function attempt<T>(
  connection: Connection,
  write: () => T,
  resolve: (value: T) => void,
  reject: (error: unknown) => void,
): () => void {
  connection.db.exec('SAVEPOINT one');
  try {
    const value = write();
    connection.db.exec('RELEASE one');
    return () => resolve(value);
  } catch (error) {
    // Some failures (disk full, I/O) end the whole transaction: then nobody's write holds.
    if (!connection.db.isTransaction) throw error;
    connection.db.exec('ROLLBACK TO one; RELEASE one');
    return () => reject(asPortError(error));
  }
}

async function runGroup(connection: Connection, group: readonly Pending[], patience: number): Promise<void> {
  const deadline = performance.now() + patience;
  for (;;) {
    try {
      connection.checkFile();
      // Without a pause inside: a read of this process never meets the open transaction.
      inTransaction(connection.db, () => {
        for (const write of group) write.run();
      });
      break;
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) {
        for (const write of group) write.fail(asPortError(error));
        return;
      }
      await sleep(5 + Math.random() * 20);
    }
  }
  for (const write of group) write.settle();
}
