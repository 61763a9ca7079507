import assert from 'node:assert/strict';
import { changeDocument } from '#app/store/changeDocument.ts';
import type { DocumentOf } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    counter: { count: number };
  }
}

describe('changeDocument', () => {
  let app: App;
  beforeEach(() => {
    app = startApp();
  });
  afterEach(() => app.close());
  const up = (document: DocumentOf<'counter'> | undefined) => {
    const count = (document?.body.count ?? 0) + 1;
    return {
      draft: { partition: 'contoso', id: 'counter', kind: 'counter' as const, schema: 1, body: { count } },
      result: count,
    };
  };
  const change = (decide: typeof up, store = app.store) =>
    changeDocument<'counter', number>({ store, clock: app.clock }, 'contoso', 'counter', decide);

  it('given nothing there, then the draft creates it; given no draft, nothing is written', async () => {
    assert.equal(await change(up), 1);
    const before = await app.store.read('contoso', 'counter');
    assert.equal(
      await changeDocument({ store: app.store, clock: app.clock }, 'contoso', 'counter', () => ({
        result: 7,
      })),
      7,
    );
    assert.deepEqual(await app.store.read('contoso', 'counter'), before);
  });

  it('given many at once, then none is lost and each decided on what the one before it wrote', async () => {
    const results = await Promise.all(Array.from({ length: 12 }, () => change(up)));
    assert.deepEqual(
      results.toSorted((one, other) => one - other),
      Array.from({ length: 12 }, (_, number) => number + 1),
    );
  });

  it('given a race that is lost every time, then it ends as unavailable after twelve attempts', async () => {
    let attempts = 0;
    const store = { ...app.store, create: async () => ({ ok: false, reason: 'exists' }) as const };
    const decide = (document: DocumentOf<'counter'> | undefined) => {
      attempts++;
      return up(document);
    };
    await assert.rejects(
      change(decide, store),
      (error) => error instanceof UnavailableError && error.code === 'contention',
    );
    assert.equal(attempts, 12);
  });

  it('given a store that is away, then that is thrown at once', async () => {
    const store = { ...app.store, read: () => Promise.reject(new UnavailableError('away')) };
    await assert.rejects(change(up, store), { code: 'away' });
  });
});
