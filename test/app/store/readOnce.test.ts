import assert from 'node:assert/strict';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { readOnce } from '#app/store/readOnce.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import { MONDAY } from '#test/support/app/runningApp.ts';
import { type BreakableStore, breakable } from '#test/support/store/breakableStore.ts';
import { type CountingStore, counting } from '#test/support/store/countingStore.ts';

const draft = (count: number) => ({
  partition: 'contoso',
  id: 'a',
  kind: 'roster' as const,
  schema: 1,
  body: { leaving: Array.from({ length: count }, () => ({ email: 'anna@contoso.example', at: MONDAY })) },
});

describe('readOnce: the store of one turn', () => {
  let away: BreakableStore;
  let store: CountingStore;
  let turn: DocumentStore;
  beforeEach(() => {
    away = breakable(openSqliteStore({ file: ':memory:' }));
    store = counting(away);
    turn = readOnce(store);
  });
  afterEach(() => store.close());

  const countIn = async () => (await turn.read<'roster'>('contoso', 'a'))?.body.leaving.length;
  const etagNow = async () => (await away.read('contoso', 'a'))?.etag ?? assert.fail('it is gone');
  const elsewhere = async (count: number) => {
    const written = await away.replace(draft(count), await etagNow());
    assert.ok(written.ok);
  };

  it('given a document that was read, when it is read again, also at the same moment, then it is not fetched again', async () => {
    await away.create(draft(1));
    assert.deepEqual(await Promise.all([countIn(), countIn()]), [1, 1]);
    assert.equal(await countIn(), 1);
    assert.deepEqual(store.calls, ['read contoso a']);
  });

  it('given one that is not there, then that is known too, until the turn creates it', async () => {
    assert.equal(await countIn(), undefined);
    assert.equal(await countIn(), undefined);
    await turn.create(draft(1));
    assert.equal(await countIn(), 1);
    assert.deepEqual(store.calls, ['read contoso a', 'create roster']);
  });

  it('given the turn replaces it, then what it wrote is read, with the etag for the next write', async () => {
    await away.create(draft(1));
    const first = await turn.read('contoso', 'a');
    await turn.replace(draft(2), first?.etag ?? '');
    assert.equal(await countIn(), 2);
    const second = await turn.read('contoso', 'a');
    assert.equal((await turn.replace(draft(3), second?.etag ?? '')).ok, true);
    assert.deepEqual(store.calls, ['read contoso a', 'replace roster', 'replace roster']);
  });

  it('given somebody else was faster, then the write is refused and the next read sees the truth', async () => {
    await away.create(draft(1));
    const read = await turn.read('contoso', 'a');
    await elsewhere(7);
    const refused = await turn.replace(draft(2), read?.etag ?? '');
    assert.deepEqual(refused, { ok: false, reason: 'conflict' });
    assert.equal(await countIn(), 7);
  });

  it('given somebody else created it first, or it was removed, then the next read sees that', async () => {
    assert.equal(await countIn(), undefined);
    await away.create(draft(7));
    assert.deepEqual(await turn.create(draft(1)), { ok: false, reason: 'exists' });
    assert.equal(await countIn(), 7);
    await turn.remove('contoso', 'a', await etagNow());
    assert.equal(await countIn(), undefined);
  });

  it('given the store was away, then nothing of it is remembered', async () => {
    await away.create(draft(1));
    away.fails = () => true;
    await assert.rejects(countIn, UnavailableError);
    away.fails = undefined;
    assert.equal(await countIn(), 1);
    away.fails = (operation) => operation === 'replace';
    await assert.rejects(async () => turn.replace(draft(2), await etagNow()), UnavailableError);
    away.fails = undefined;
    await elsewhere(7);
    assert.equal(await countIn(), 7);
  });

  it('given a list, then it is asked for each time', async () => {
    await turn.list({ partition: 'contoso', limit: 1 });
    await turn.list({ partition: 'contoso', limit: 1 });
    assert.equal(store.calls.length, 2);
  });
});
