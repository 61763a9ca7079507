import assert from 'node:assert/strict';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { rehearsingStore } from '#app/store/rehearsingStore.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';

const draft = (id: string, text: string) => ({ partition: 'p', id, kind: 'k', schema: 1, body: { text } });

describe('rehearsingStore', () => {
  let store: AnyDocumentStore;
  let rehearsed: AnyDocumentStore;
  beforeEach(async () => {
    store = openSqliteStore({ file: ':memory:' });
    await store.create(draft('there', 'before'));
    rehearsed = rehearsingStore(store);
  });
  afterEach(() => store.close());
  const textOf = async (from: AnyDocumentStore, id: string) =>
    (await from.read<{ text: string }>('p', id))?.body.text;

  it('given writes of every kind, then they are read again there, and nothing of them is in the store', async () => {
    assert.ok((await rehearsed.create(draft('new', 'one'))).ok);
    const { etag = '' } = (await rehearsed.read('p', 'there')) ?? {};
    assert.ok((await rehearsed.replace(draft('there', 'after'), etag)).ok);
    assert.deepEqual([await textOf(rehearsed, 'new'), await textOf(rehearsed, 'there')], ['one', 'after']);
    assert.deepEqual([await textOf(store, 'new'), await textOf(store, 'there')], [undefined, 'before']);
    const again = (await rehearsed.read('p', 'there'))?.etag ?? '';
    assert.ok((await rehearsed.remove('p', 'there', again)).ok);
    assert.equal(await textOf(rehearsed, 'there'), undefined);
    assert.equal(await textOf(store, 'there'), 'before');
  });

  it('given writes that lose a race, then they are answered as the store answers them', async () => {
    assert.deepEqual(await rehearsed.create(draft('there', 'x')), { ok: false, reason: 'exists' });
    assert.deepEqual(await rehearsed.replace(draft('there', 'x'), 'old'), { ok: false, reason: 'conflict' });
    assert.deepEqual(await rehearsed.remove('p', 'there', 'old'), { ok: false, reason: 'conflict' });
    assert.deepEqual(await rehearsed.replace(draft('gone', 'x'), 'old'), { ok: false, reason: 'missing' });
    assert.deepEqual(await rehearsed.remove('p', 'gone', 'old'), { ok: false, reason: 'missing' });
  });
});
