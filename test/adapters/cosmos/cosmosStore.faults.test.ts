import assert from 'node:assert/strict';
import { setImmediate as later } from 'node:timers/promises';
import { openCosmosStore } from '#adapters/cosmos/openCosmosStore.ts';
import type { AnyDocumentStore, StoredDocument } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import { draft, organization, written } from '#test/contracts/documentStore.samples.ts';
import { type BehindProxy, behindProxy, duration } from '#test/support/store/behindProxy.ts';
import type { Fault, Operation } from '#test/support/store/faultProxy.ts';

const throttled: Fault = { status: 429, headers: { 'x-ms-retry-after-ms': '30' } };

const faults: Record<string, Fault> = {
  '429 with a pause': throttled,
  '503': { status: 503 },
  '449': { status: 449 },
  '408': { status: 408 },
  '410': { status: 410 },
  '500': { status: 500 },
  'a gateway that answers with nothing': { status: 502, body: '' },
  'a gateway that answers with a page': { status: 502, body: '<html>Bad gateway</html>' },
  'a socket dropped before the commit': {},
  'a socket dropped after the commit': { afterCommit: true },
  '503 after the commit': { status: 503, afterCommit: true },
  '408 after the commit': { status: 408, afterCommit: true },
  '449 after the commit': { status: 449, afterCommit: true },
  'an empty answer after the commit': { status: 502, body: '', afterCommit: true },
};

describe('Cosmos DB behind a faulty network', () => {
  let set: BehindProxy;
  let org: string;
  let impatient: AnyDocumentStore;
  before(async () => {
    set = await behindProxy();
    impatient = await openCosmosStore({ ...set.proxy, database: set.database, patience: 1_500 });
  });
  after(async () => {
    await impatient.close();
    await set.close();
  });
  beforeEach(() => {
    set.proxy.calm();
    org = organization();
  });

  const standing = async (id = 'r1'): Promise<StoredDocument> =>
    written<unknown>(await set.store.create(draft(org, id)));

  for (const [name, fault] of Object.entries(faults)) {
    for (const times of [1, 3]) {
      it(`given ${name}, ${times} times, when written, then it is done and the writer knows`, async () => {
        const before = { replaced: await standing('replaced'), removed: await standing('removed') };
        for (const operation of ['create', 'replace', 'remove'] as const)
          set.proxy.inject(operation, fault, times);
        const creating = set.store.create(draft(org, 'created'));
        const removing = set.store.remove(org, 'removed', before.removed.etag);
        // What is asked at the same moment goes together.
        await later();
        const replacing = set.store.replace(
          draft(org, 'replaced', { body: { note: 'second' } }),
          before.replaced.etag,
        );
        const [created, replaced, removed] = await Promise.all([creating, replacing, removing]);
        assert.deepEqual(await set.other.read(org, 'created'), written(created));
        assert.deepEqual(await set.other.read(org, 'replaced'), written(replaced));
        assert.deepEqual(removed, { ok: true, document: before.removed });
        assert.equal(await set.other.read(org, 'removed'), undefined);
        for (const one of [created, replaced].map(written)) written(await set.store.replace(one, one.etag));
      });
    }

    it(`given ${name}, when read, listed or asked what is due, then the answer is right`, async () => {
      const dueAt = '1990-01-01T00:00:00.000Z';
      const document = written<unknown>(await set.store.create(draft(org, 'r1', { dueAt })));
      // The SDK repeats reads after a dropped socket by itself, a second later each time.
      const times = fault.status ? 2 : 1;
      set.proxy.inject('read', fault, times);
      set.proxy.inject('query', fault, 2 * times);
      const answers = await Promise.all([
        set.store.read(org, 'r1'),
        set.store.list({ partition: org, limit: 5 }),
        set.store.due(dueAt, { total: 1, perOrganization: 1 }),
      ]);
      await set.other.remove(org, 'r1', document.etag);
      assert.deepEqual(answers, [document, { documents: [document] }, [document]]);
    });
  }

  it('given a server that is silent once after the commit, when replaced, then it is and the writer knows', async () => {
    const { etag } = await standing();
    set.proxy.inject('replace', { silent: true, afterCommit: true });
    const document = written(await set.store.replace(draft(org, 'r1', { body: { note: 'second' } }), etag));
    assert.deepEqual(await set.other.read(org, 'r1'), document);
  });

  it('given a server that throttles for ever, then `UnavailableError` with its pause, in bounded time', async () => {
    await everyOperation(throttled, async (call) => {
      const took = await duration(() => rejects(call, 30));
      assert.ok(took < 30_000, `${took} ms`);
    });
  });

  it('given a server that asks for a long pause, then `UnavailableError` with that pause, at once', async () => {
    await everyOperation({ status: 429, headers: { 'x-ms-retry-after-ms': '60000' } }, async (call) => {
      const took = await duration(() => rejects(call, 60_000));
      assert.ok(took < 30_000, `${took} ms`);
    });
  });

  it('given a server that is away for ever, then `UnavailableError` in bounded time', async () => {
    const hasty = await openCosmosStore({ ...set.proxy, database: set.database, patience: 300 });
    for (const fault of [{ status: 503 }, {}, { silent: true }]) {
      const check = async (call: () => Promise<unknown>) => {
        const took = await duration(() => rejects(call, undefined));
        assert.ok(took < 30_000, `${took} ms`);
      };
      await everyOperation(fault, check, hasty);
    }
    await hasty.close();
  });

  it('given a key that is no longer valid, then `UnavailableError`, and nobody asks again', async () => {
    let [calls, asked] = [0, 0];
    await everyOperation({ status: 401 }, async (call) => {
      calls++;
      await rejects(call, undefined);
      asked = set.proxy.seen.length;
    });
    // Some calls need two requests; who asked again until its patience ends would have sent many more.
    assert.ok(asked <= 2 * calls, `${asked} requests for ${calls} calls`);
  });

  it('given a document that is too large for the server, then the error is no `UnavailableError`', async () => {
    set.proxy.inject('create', { status: 413 });
    await assert.rejects(set.store.create(draft(org, 'r1')), (error) => !(error instanceof UnavailableError));
  });

  it('given queries, then those of a partition say so to the server, and only `due` crosses partitions', async () => {
    await set.store.list({ partition: org, limit: 5 });
    await set.store.list({ partition: `${org}/notices/1`, limit: 5, terms: ['ä'] });
    await set.store.due('1990-01-01T00:00:00.000Z', { total: 1, perOrganization: 1 });
    const headers = set.proxy.seen.filter(({ operation }) => operation === 'query').map((one) => one.headers);
    assert.deepEqual(
      headers.map((one) => one['x-ms-documentdb-partitionkey']),
      [JSON.stringify([org]), JSON.stringify([`${org}/notices/1`]), undefined],
    );
  });

  /** Runs each operation while every request of all kinds meets the fault; all at once, to save time. */
  async function everyOperation(
    fault: Fault,
    check: (call: () => Promise<unknown>) => Promise<void>,
    tried = impatient,
  ): Promise<void> {
    set.proxy.calm();
    const document = await standing();
    const kinds: Operation[] = ['create', 'replace', 'remove', 'read', 'query', 'batch', 'plan', 'other'];
    for (const operation of kinds) set.proxy.inject(operation, fault, 10_000);
    const calls: ((store: AnyDocumentStore) => Promise<unknown>)[] = [
      (store) => store.create(draft(org, 'r2')),
      (store) => store.replace(draft(org, 'r1'), document.etag),
      (store) => store.remove(org, 'r1', document.etag),
      (store) => store.read(org, 'r1'),
      (store) => store.list({ partition: org, limit: 1 }),
      (store) => store.due('1990-01-01T00:00:00.000Z', { total: 1, perOrganization: 1 }),
      (store) => store.ping(),
    ];
    await Promise.all(calls.map((call) => check(() => call(tried))));
    set.proxy.calm();
    await set.other.remove(org, 'r1', document.etag);
    org = organization();
  }

  async function rejects(call: () => Promise<unknown>, retryAfter: number | undefined): Promise<void> {
    await assert.rejects(call, (error) => {
      assert.ok(error instanceof UnavailableError, String(error));
      assert.equal(error.code, 'store-unavailable');
      assert.equal(error.retryAfter, retryAfter);
      assert.ok(error.cause);
      return true;
    });
  }
});
