import assert from 'node:assert/strict';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openConnection } from '#adapters/sqlite/connection.ts';
import { groupCommit } from '#adapters/sqlite/groupCommit.ts';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { migrations } from '#adapters/sqlite/schema.ts';
import { create } from '#adapters/sqlite/writing.ts';
import { ConfigError, UnavailableError } from '#ports/errors.ts';
import { draft, written } from '#test/contracts/documentStore.samples.ts';

describe('A store in an SQLite file', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cosell-sqlite-'));
    file = join(folder, 'store.db');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('given documents, when closed and opened again, then they are all there with the same etags', async () => {
    const first = openSqliteStore({ file });
    const document = written(await first.create(draft('org', 'r1', { index: { stage: 'received' } })));
    await first.close();
    const second = openSqliteStore({ file });
    assert.deepEqual(await second.read('org', 'r1'), document);
    assert.deepEqual(
      (await second.list({ partition: 'org', where: { stage: 'received' }, limit: 1 })).documents,
      [document],
    );
    written(await second.replace(draft('org', 'r1'), document.etag));
    await second.close();
  });

  it('given writes under way, when closed, then they are finished first', async () => {
    const first = openSqliteStore({ file });
    const writing = Promise.all([1, 2, 3].map((id) => first.create(draft('org', `r${id}`))));
    await first.close();
    assert.ok((await writing).every(({ ok }) => ok));
    const second = openSqliteStore({ file });
    assert.equal((await second.list({ partition: 'org', limit: 9 })).documents.length, 3);
    await second.close();
  });

  it('given a closed store, when used, then `UnavailableError`', async () => {
    const store = openSqliteStore({ file });
    await store.close();
    await store.close();
    await assert.rejects(store.read('org', 'r1'), UnavailableError);
    await assert.rejects(store.create(draft('org', 'r1')), UnavailableError);
    await assert.rejects(store.ping(), UnavailableError);
  });

  it('given its file is removed or replaced while it is open, then nothing is acknowledged any more, and it says so', async () => {
    const store = openSqliteStore({ file });
    written(await store.create(draft('org', 'r1')));
    await store.ping();
    await rename(file, `${file}.away`);
    await assert.rejects(store.create(draft('org', 'r2')), UnavailableError);
    await assert.rejects(store.ping(), UnavailableError);
    await writeFile(file, '');
    await assert.rejects(store.ping(), UnavailableError);
    await rename(`${file}.away`, file);
    await store.ping();
    assert.equal(await store.read('org', 'r2'), undefined);
    await store.close();
  });

  it('given another process that keeps the file, so that nothing can be written, then it is not ready', async () => {
    const store = openSqliteStore({ file, patience: 20 });
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    await assert.rejects(store.ping(), UnavailableError);
    other.exec('ROLLBACK');
    await store.ping();
    other.close();
    await store.close();
  });

  it('given a file, when opened, then its log waits for the disk before the file does (NORMAL), and `flush` for the log', async () => {
    const { db, flush, close } = openConnection(file, []);
    assert.deepEqual({ ...db.prepare('PRAGMA journal_mode').get() }, { journal_mode: 'wal' });
    assert.deepEqual({ ...db.prepare('PRAGMA synchronous').get() }, { synchronous: 1 });
    assert.deepEqual({ ...db.prepare('PRAGMA user_version').get() }, { user_version: migrations.length });
    await flush();
    close();
  });

  it('given a file of a later version, no database, or a folder in its place, when opened, then `ConfigError`', async () => {
    const later = new DatabaseSync(file);
    later.exec(`PRAGMA user_version = ${migrations.length + 1}`);
    later.close();
    assert.throws(() => openSqliteStore({ file }), ConfigError);
    await writeFile(
      join(folder, 'text'),
      'This is no database, and long enough to be sure of it. '.repeat(50),
    );
    assert.throws(() => openSqliteStore({ file: join(folder, 'text') }), ConfigError);
    assert.throws(() => openSqliteStore({ file: join(folder, 'text', 'store.db') }), ConfigError);
    assert.throws(() => openSqliteStore({ file: folder }), ConfigError);
  });

  it('given documents of before, when opened with one more ordering, then it covers them and those that come', async () => {
    const put = (n: number) =>
      draft('org', `r${n}`, { index: { stage: n % 2 ? 'odd' : 'even', created: n } });
    const before = openSqliteStore({ file });
    const standing = written(await before.create(put(2)));
    await before.create(put(1));
    await before.create(put(6));
    await before.create(draft('org', 'without'));
    const after = openSqliteStore({ file, orderings: [{ where: 'stage', orderBy: 'created' }] });
    // The process that knows nothing of the ordering goes on writing.
    await before.create(put(4));
    await before.replace({ ...put(2), index: { stage: 'even', created: 9 } }, standing.etag);
    const { documents } = await after.list({
      partition: 'org',
      where: { stage: 'even' },
      orderBy: { field: 'created', direction: 'ascending' },
      limit: 9,
    });
    assert.deepEqual(
      documents.map(({ id }) => id),
      ['r4', 'r6', 'r2'],
    );
    await Promise.all([before.close(), after.close()]);
    await openSqliteStore({ file, orderings: [{ where: 'stage', orderBy: 'created' }] }).close();
  });

  it('given writes at once of which one breaks the rules, then only that one fails', async () => {
    const store = openSqliteStore({ file });
    const results = await Promise.allSettled([
      store.create(draft('org', 'r1')),
      store.create(draft('org', '')),
      store.create(draft('org', 'r2')),
    ]);
    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
    assert.equal((await store.list({ partition: 'org', limit: 9 })).documents.length, 2);
    await store.close();
  });

  it('given a full disk, when written, then `UnavailableError`, and what was acknowledged stays readable', async () => {
    const connection = openConnection(file, []);
    const { commit } = groupCommit(connection, 100);
    connection.db.exec('PRAGMA max_page_count = 40');
    const note = 'x'.repeat(20_000);
    const writes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, at) =>
        commit(() => create(connection, draft('org', `a${at}`, { body: { note } }))),
      ),
    );
    const small = await commit(() => create(connection, draft('org', 'small')));
    const reasons = writes.flatMap((write) => (write.status === 'rejected' ? [write.reason] : []));
    assert.ok(reasons.length > 0 && reasons.every((reason) => reason instanceof UnavailableError));
    assert.equal(small.ok, true);
    connection.db.close();
    const store = openSqliteStore({ file });
    const kept = writes.length - reasons.length + 1;
    assert.equal((await store.list({ partition: 'org', limit: 99 })).documents.length, kept);
    await store.close();
  });

  it('given expired documents, when asked what is due, then they are removed, and no others', async () => {
    const store = openSqliteStore({ file });
    const expiresAt = '2031-01-01T00:00:00.000Z';
    await store.create(draft('org', 'expires', { expiresAt, index: { stage: 'x' }, terms: ['x'] }));
    await store.create(draft('org', 'stays', { index: { stage: 'x' }, terms: ['x'] }));
    const limits = { total: 1, perOrganization: 1 };
    await store.due('2030-12-31T23:59:59.999Z', limits);
    assert.ok(await store.read('org', 'expires'));
    await store.due(expiresAt, limits);
    assert.equal(await store.read('org', 'expires'), undefined);
    for (const filter of [{}, { where: { stage: 'x' } }, { terms: ['x'] }]) {
      const { documents } = await store.list({ partition: 'org', ...filter, limit: 9 });
      assert.deepEqual(
        documents.map(({ id }) => id),
        ['stays'],
      );
    }
    await store.close();
  });
});
