import assert from 'node:assert/strict';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { patientStore } from '#app/store/patientStore.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import { MONDAY } from '#test/support/app/runningApp.ts';

describe('patientStore', () => {
  let inner: AnyDocumentStore;
  let failures: Error[];
  let calls: number;
  let pauses: number[];
  beforeEach(() => {
    inner = openSqliteStore({ file: ':memory:' });
    failures = [];
    calls = 0;
    pauses = [];
  });
  afterEach(() => inner.close());
  const away = (retryAfter?: number) =>
    new UnavailableError('away', retryAfter === undefined ? {} : { retryAfter });
  const patient = (): AnyDocumentStore => {
    const attempt = async <T>(operation: () => Promise<T>): Promise<T> => {
      calls++;
      const failure = failures.shift();
      if (failure) throw failure;
      return operation();
    };
    const flaky: AnyDocumentStore = {
      ...inner,
      read: (partition, id) => attempt(() => inner.read(partition, id)),
      create: (draft) => attempt(() => inner.create(draft)),
      replace: (draft, etag) => attempt(() => inner.replace(draft, etag)),
      remove: (partition, id, etag) => attempt(() => inner.remove(partition, id, etag)),
      list: (query) => attempt(() => inner.list(query)),
      due: (now, limits) => attempt(() => inner.due(now, limits)),
    };
    const pause = async (milliseconds: number) => void pauses.push(milliseconds);
    return patientStore(flaky, { now: () => new Date(MONDAY), pause });
  };
  const draft = { partition: 'contoso', id: 'a', kind: 'task', schema: 1, body: { count: 1 } };

  it('given hiccups, then every operation is tried again and gives what the store gives', async () => {
    const store = patient();
    const hiccup = () => {
      failures = [away()];
    };
    hiccup();
    const created = await store.create(draft);
    assert.ok(created.ok);
    hiccup();
    assert.deepEqual(await store.read('contoso', 'a'), created.document);
    hiccup();
    const replaced = await store.replace({ ...draft, body: { count: 2 } }, created.document.etag);
    assert.ok(replaced.ok);
    hiccup();
    assert.deepEqual((await store.list({ partition: 'contoso', limit: 5 })).documents, [replaced.document]);
    hiccup();
    assert.equal((await store.remove('contoso', 'a', replaced.document.etag)).ok, true);
    assert.equal(calls, 10);
  });

  it('given a store that stays away, then it is tried five times with growing pauses, and then that is thrown', async () => {
    failures = Array.from({ length: 10 }, () => away());
    await assert.rejects(patient().read('contoso', 'a'), { code: 'away' });
    assert.deepEqual([calls, pauses], [5, [200, 400, 800, 1600]]);
  });

  it('given a store that says when to come back, then that is kept, within two seconds', async () => {
    failures = [away(700), away(60_000)];
    await patient().read('contoso', 'a');
    assert.deepEqual(pauses, [700, 2_000]);
  });

  it('given another error, or the search for what is due, then it is thrown at once', async () => {
    failures = [new TypeError('a mistake')];
    await assert.rejects(patient().read('contoso', 'a'), TypeError);
    failures = [away()];
    await assert.rejects(patient().due(MONDAY, { total: 1, perOrganization: 1 }), { code: 'away' });
    assert.equal(calls, 2);
  });
});
