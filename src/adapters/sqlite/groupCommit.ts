import { setTimeout as sleep } from 'node:timers/promises';
import { asPortError, inTransaction, isBusy } from './connection.ts';
import type { Connection } from './statements.ts';

/** Runs a write in a transaction and resolves when it is on the disk. It may run more than once: the last time counts. */
export type Commit = <T>(write: () => T) => Promise<T>;

interface Pending {
  /** `alone`: what it throws is its own affair and ends nobody else's write. */
  run(alone: boolean): void;
  settle(): void;
  fail(error: unknown): void;
}

/**
 * Writes that come together share one transaction, so they share the wait for the disk. One that throws takes nothing with
 * it: the group is run again, each with a savepoint of its own. `patience` (ms) bounds the wait for another process; past it `UnavailableError`.
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
        run: (alone) => {
          if (alone) {
            outcome = attempt(connection, write, resolve, reject);
            return;
          }
          const value = write();
          outcome = () => resolve(value);
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
  connection.sql('SAVEPOINT one').run();
  try {
    const value = write();
    connection.sql('RELEASE one').run();
    return () => resolve(value);
  } catch (error) {
    // Some failures (disk full, I/O) end the whole transaction: then nobody's write holds.
    if (!connection.db.isTransaction) throw error;
    connection.db.exec('ROLLBACK TO one; RELEASE one');
    return () => reject(asPortError(error));
  }
}

async function runGroup(connection: Connection, group: readonly Pending[], patience: number): Promise<void> {
  try {
    await committed(connection, group, patience);
    await connection.flush();
  } catch (error) {
    for (const write of group) write.fail(asPortError(error));
    return;
  }
  for (const write of group) write.settle();
}

async function committed(connection: Connection, group: readonly Pending[], patience: number): Promise<void> {
  const deadline = performance.now() + patience;
  // A savepoint costs as much as a small write, and hardly ever one throws.
  for (let alone = false; ; ) {
    try {
      connection.checkFile();
      // Without a pause inside: a read of this process never meets the open transaction.
      inTransaction(connection, () => {
        for (const write of group) write.run(alone);
      });
      return;
    } catch (error) {
      if (isBusy(error)) {
        if (performance.now() > deadline) throw error;
        await sleep(5 + Math.random() * 20);
      } else if (alone) throw error;
      else alone = true;
    }
  }
}
