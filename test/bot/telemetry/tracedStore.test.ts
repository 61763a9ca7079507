import assert from 'node:assert/strict';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { causeIn, tracedStore } from '#bot/telemetry/tracedStore.ts';
import { noTracing } from '#bot/telemetry/tracing.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';
import { fakeClock } from '#test/support/app/fakeClock.ts';

const NOW = '2026-11-30T09:00:00.000Z';
const ONE = '00-11111111111111111111111111111111-1111111111111111-01';

describe('What caused the work that is left in a document', () => {
  let here: string | undefined;
  let store: AnyDocumentStore;
  let traced: AnyDocumentStore;
  beforeEach(() => {
    store = openSqliteStore({ file: ':memory:', orderings: [] });
    traced = tracedStore(store, { ...noTracing, here: () => here }, fakeClock(NOW));
    here = ONE;
  });
  afterEach(() => store.close());

  const draft = { partition: 'contoso', id: 'referral:1', kind: 'referral', schema: 1, body: { name: 'x' } };
  const stored = async () => {
    const document = await store.read('contoso', 'referral:1');
    assert.ok(document);
    return document;
  };

  it('given work that is due soon, then it is kept; given none, or work of another day, then not', async () => {
    const cases = [
      ['2026-11-30T09:00:04.000Z', ONE],
      ['2026-12-01T09:00:00.000Z', undefined],
      [undefined, undefined],
    ] as const;
    await traced.create(draft);
    for (const [dueAt, cause] of cases) {
      await traced.replace({ ...draft, dueAt }, (await stored()).etag);
      assert.equal(causeIn((await stored()).body), cause, String(dueAt));
    }
  });

  it('given the worker, which takes and keeps its lease while nothing is followed, then the cause stays', async () => {
    await traced.create({ ...draft, dueAt: NOW });
    here = undefined;
    const { etag, ...document } = await stored();
    await traced.replace({ ...document, lease: { owner: 'me', until: NOW } }, etag);
    assert.equal(causeIn((await stored()).body), ONE);
  });

  it('given work that is done, then the body is as it was before', async () => {
    await traced.create({ ...draft, dueAt: NOW });
    const { body, etag } = await stored();
    await traced.replace({ ...draft, body }, etag);
    assert.deepEqual((await stored()).body, draft.body);
  });
});
