import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as turn } from 'node:timers/promises';
import { groupCommit } from '#adapters/sqlite/groupCommit.ts';
import type { Connection } from '#adapters/sqlite/statements.ts';
import { UnavailableError } from '#ports/errors.ts';

describe('Writes that come together', () => {
  let db: DatabaseSync;
  let flushed: { resolve(): void; reject(error: unknown): void }[];
  let connection: Connection;

  beforeEach(() => {
    db = new DatabaseSync(':memory:');
    db.exec('CREATE TABLE kept (what TEXT PRIMARY KEY)');
    flushed = [];
    connection = {
      ...{ db, checkFile: () => undefined, sql: (text) => db.prepare(text), snapshot: (read) => read() },
      flush: () => new Promise<void>((resolve, reject) => flushed.push({ resolve, reject })),
      close: () => db.close(),
    };
  });
  afterEach(() => db.close());

  const keep = (what: string) => () => {
    db.prepare('INSERT INTO kept VALUES (?)').run(what);
    return what;
  };
  const all = () =>
    db
      .prepare('SELECT what FROM kept ORDER BY what')
      .all()
      .map(({ what }) => what);
  /** Until the writes wait for the disk for the time of that number. */
  const waiting = async (times: number) => {
    while (flushed.length < times) await turn();
  };

  it('given writes that are committed, then nobody is told before all of it is on the disk', async () => {
    const { commit } = groupCommit(connection, 1_000);
    const told: string[] = [];
    const writes = ['a', 'b'].map((what) => commit(keep(what)).then((one) => told.push(one)));
    await waiting(1);
    await turn();
    assert.deepEqual([all(), told], [['a', 'b'], []]);
    flushed[0]?.resolve();
    await Promise.all(writes);
    assert.deepEqual([told, flushed.length], [['a', 'b'], 1]);
  });

  it('given a write that comes while others wait for the disk, then it waits for the disk itself', async () => {
    const { commit } = groupCommit(connection, 1_000);
    const first = commit(keep('a'));
    await waiting(1);
    let told = false;
    const second = commit(keep('b')).then(() => {
      told = true;
    });
    flushed[0]?.resolve();
    await first;
    await waiting(2);
    assert.equal(told, false);
    flushed[1]?.resolve();
    await second;
  });

  it('given a disk that fails, then all who wait are told, and the next write tries again', async () => {
    const { commit } = groupCommit(connection, 1_000);
    const refused = Promise.all(
      ['a', 'b'].map((what) => assert.rejects(commit(keep(what)), UnavailableError)),
    );
    await waiting(1);
    flushed[0]?.reject(new UnavailableError('store-unavailable'));
    await refused;
    const next = commit(keep('c'));
    await waiting(2);
    flushed[1]?.resolve();
    assert.equal(await next, 'c');
  });

  it('given one among others that throws half way, then nothing of it holds and all of the others', async () => {
    const { commit } = groupCommit(connection, 1_000);
    const failing = () => {
      keep('half')();
      throw new Error('a bug');
    };
    const outcomes = Promise.allSettled([commit(keep('a')), commit(failing), commit(keep('b'))]);
    await waiting(1);
    flushed[0]?.resolve();
    assert.deepEqual(
      (await outcomes).map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
    assert.deepEqual(all(), ['a', 'b']);
  });
});
