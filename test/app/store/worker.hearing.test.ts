import assert from 'node:assert/strict';
import { hearingStore } from '#app/store/hearingStore.ts';
import type { Worker } from '#app/store/worker.ts';
import type { AnyDocumentStore, DocumentDraft, StoredDocument } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import { MONDAY, until } from '#test/support/app/runningApp.ts';
import { type BreakableStore, breakable } from '#test/support/store/breakableStore.ts';
import { held, turns, type WorkerBench, workerBench } from '#test/support/store/workerBench.ts';

describe('Worker: what its own process writes', () => {
  let bench: WorkerBench;
  let inner: BreakableStore;
  /** The store as the rest of the process has it. */
  let store: AnyDocumentStore;
  let worker: Worker;
  let calls: string[];
  let done: StoredDocument[];
  let looks: number;
  beforeEach(async () => {
    bench = workerBench();
    inner = breakable(bench.store);
    [calls, done, looks] = [[], [], 0];
    inner.fails = (operation) => {
      calls.push(operation);
      return false;
    };
    worker = bench.start('own', finish, { store: inner, onPoll: () => looks++ });
    store = hearingStore(inner, () => worker);
    await until('it looked', () => looks === 1);
    await turns(5);
    calls.length = 0;
  });
  afterEach(() => bench.close());

  const finish = async (claimed: StoredDocument) => {
    done.push(claimed);
    await store.replace({ ...claimed, dueAt: undefined, lease: undefined }, claimed.etag);
  };
  const task = (id: string, more: Partial<DocumentDraft> = {}): DocumentDraft => {
    return { partition: 'contoso', id, kind: 'task', schema: 1, dueAt: MONDAY, body: {}, ...more };
  };

  it('given something that is due at once, then the write leases it, and when it is woken the work begins without a look', async () => {
    const written = await store.create(task('a'));
    assert.ok(written.ok);
    assert.match(written.document.lease?.owner ?? '', /^own\//);
    assert.equal(written.document.dueAt, '2026-11-16T09:00:15.000Z');
    await turns(20);
    assert.equal(done.length, 0, 'whoever wrote it has more to say first');
    worker.wake();
    await until('it is done', async () => (await bench.read('a'))?.dueAt === undefined);
    assert.deepEqual(calls, ['create', 'replace']);
    assert.equal(looks, 1);
  });

  it('given nobody who wakes it, then it begins five seconds later', async () => {
    await store.create(task('a'));
    bench.clock.advance(4_999);
    await turns(20);
    assert.equal(done.length, 0);
    bench.clock.advance(1);
    await until('it is done', () => done.length === 1);
    assert.equal(looks, 1);
  });

  it('given something that falls due in a while, then it is leased then, without a look', async () => {
    await store.create(task('a', { dueAt: '2026-11-16T09:00:04.000Z' }));
    worker.wake();
    await turns(20);
    assert.equal((await bench.read('a'))?.lease, undefined);
    bench.clock.advance(3_999);
    await turns(20);
    assert.equal(done.length, 0);
    bench.clock.advance(1);
    await until('it is done', () => done.length === 1);
    assert.equal(looks, 1);
  });

  it('given something that is put off before its time, then it is not begun', async () => {
    const written = await store.create(task('a', { dueAt: '2026-11-16T09:00:04.000Z' }));
    assert.ok(written.ok);
    await store.replace(task('a', { dueAt: '2026-11-17T09:00:00.000Z' }), written.document.etag);
    bench.clock.advance(10_000);
    await turns(20);
    assert.equal(done.length, 0);
  });

  it('given work that leaves more to do at once, then it goes on with that', async () => {
    let rounds = 0;
    const again = async (claimed: StoredDocument) => {
      const dueAt = ++rounds < 3 ? MONDAY : undefined;
      await store.replace({ ...claimed, dueAt, lease: undefined }, claimed.etag);
    };
    await worker.stop();
    worker = bench.start('next', again, { store: inner, onPoll: () => looks++ });
    await until('it looked', () => looks === 2);
    await store.create(task('a'));
    worker.wake();
    await until('three rounds', () => rounds === 3);
    assert.equal(looks, 2);
  });

  it('given somebody who writes it once more before it is begun, then the work gets it as it is', async () => {
    const written = await store.create(task('a'));
    assert.ok(written.ok);
    await store.replace({ ...written.document, body: { second: true } }, written.document.etag);
    worker.wake();
    await until('it is done', () => done.length > 0);
    assert.deepEqual(done[0]?.body, { second: true });
    await until('it is written', async () => (await bench.read('a'))?.dueAt === undefined);
  });

  it('given a write that fails, then nothing is begun, and there is room for the next', async () => {
    await store.create(task('a', { dueAt: undefined }));
    assert.deepEqual(await store.create(task('a')), { ok: false, reason: 'exists' });
    inner.fails = (operation) => operation === 'create';
    for (let at = 0; at < 40; at++) await assert.rejects(store.create(task(`b${at}`)), UnavailableError);
    inner.fails = undefined;
    await store.create(task('c'));
    worker.wake();
    await until('the next is done', () => done.length > 0);
    assert.deepEqual(
      done.map(({ id }) => id),
      ['c'],
    );
  });

  it('given more than there is room for, then the rest is left to whoever has room, and all of it is done', async () => {
    const hold = held();
    await worker.stop();
    worker = bench.start(
      'slow',
      async (claimed) => {
        await hold.until;
        await finish(claimed);
      },
      { store: inner },
    );
    for (let at = 0; at < 80; at++) await store.create(task(`t${at}`));
    worker.wake();
    await turns(20);
    const { documents } = await bench.store.list({ partition: 'contoso', limit: 100 });
    assert.equal(documents.filter(({ lease }) => lease).length, 32);
    hold.release();
    await until('all is done', () => done.length === 80);
    assert.equal(new Set(done.map(({ id }) => id)).size, 80);
  });

  it('given what it leased and did not begin, when it is stopped, then that is done first', async () => {
    await store.create(task('a'));
    await worker.stop();
    assert.equal((await bench.read('a'))?.dueAt, undefined);
    const after = await store.create(task('b'));
    assert.equal(after.ok && after.document.lease, undefined);
  });

  it('given what another process has in hand, then it is left to that one, and so is what that one finished', async () => {
    const lease = { owner: 'other/1', until: '2026-11-16T09:00:10.000Z' };
    for (const id of ['finished', 'left']) await bench.store.create(task(id, { lease, dueAt: lease.until }));
    worker.look();
    await until('it looked', () => looks === 2);
    const finished = await bench.read('finished');
    assert.ok(finished);
    await bench.finish(finished);
    calls.length = 0;
    bench.clock.advance(9_999);
    await turns(20);
    assert.deepEqual(calls, []);
    bench.clock.advance(1);
    await until('it is taken over', () => done.length === 1);
    await turns(20);
    assert.deepEqual(
      done.map(({ id }) => id),
      ['left'],
    );
    // One look shows what is left of all that the other one had.
    assert.deepEqual(calls, ['due', 'replace', 'replace']);
  });
});
