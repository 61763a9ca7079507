import assert from 'node:assert/strict';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { lookAtFile } from '#adapters/sqlite/lookAtFile.ts';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import { draft, written } from '#test/contracts/documentStore.samples.ts';

const NOW = '2026-11-30T12:00:00.000Z';
const plenty = { total: 100, perOrganization: 100 };

describe('A store with a document in it that is damaged', () => {
  let folder: string;
  let file: string;
  let store: AnyDocumentStore;
  let damaged: object[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cosell-damaged-'));
    file = join(folder, 'store.db');
    damaged = [];
    store = openSqliteStore({ file, onDamaged: (one) => damaged.push(one) });
    for (const id of ['a', 'b', 'c']) written(await store.create(draft('org', id, { dueAt: NOW })));
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  const damage = (change: string) => {
    const db = new DatabaseSync(file);
    db.exec(`UPDATE documents SET ${change} WHERE id = 'b'`);
    db.close();
  };
  const ids = (documents: readonly { id: string }[]) => documents.map(({ id }) => id).sort();

  for (const what of ['body', 'lease', 'keys', 'terms']) {
    it(`given nonsense as its ${what}, when asked what is due and in lists, then the others come, and it is set aside and told of once`, async () => {
      damage(`${what} = '{"half":'`);
      assert.deepEqual(ids(await store.due(NOW, plenty)), ['a', 'c']);
      assert.deepEqual(ids(await store.due(NOW, plenty)), ['a', 'c']);
      assert.deepEqual(damaged, [{ partition: 'org', id: 'b', kind: draft('org', 'b').kind }]);
    });
  }

  it('given nonsense as its body, when it is read, then it is not there to be had, the rest of a list is, and the doctor counts it', async () => {
    damage(`body = '{"half":'`);
    await assert.rejects(async () => (await store.read('org', 'b'))?.body, UnavailableError);
    assert.deepEqual(ids((await store.list({ partition: 'org', limit: 10 })).documents), ['a', 'c']);
    const sight = lookAtFile(file, new Date(NOW));
    assert.deepEqual([sight?.damage, sight?.unreadable], [undefined, 1]);
    await sight?.store?.close();
  });

  it('given bytes of a page that are flipped, when it is read and written, then it is away, and what is whole stays', async () => {
    for (let at = 0; at < 400; at++) {
      written(await store.create(draft('org', `more-${at}`, { body: { text: 'x'.repeat(500) } })));
    }
    await store.close();
    const db = new DatabaseSync(file);
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    db.close();
    await flipped(file);
    store = openSqliteStore({ file });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 400 }, async (_, at) => (await store.read('org', `more-${at}`))?.body),
    );
    const failed = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    assert.ok(failed.length > 0 && failed.length < 400, `${failed.length} failed`);
    assert.deepEqual(
      failed.filter((error) => !(error instanceof UnavailableError)),
      [],
    );
  });
});

/** Turns the bits of a page in the middle, where documents lie. */
async function flipped(file: string): Promise<void> {
  const { size } = await stat(file);
  const handle = await open(file, 'r+');
  const page = Buffer.alloc(4096);
  const at = Math.floor(size / 2 / 4096) * 4096;
  await handle.read(page, 0, page.length, at);
  await handle.write(Buffer.from(page.map((byte) => byte ^ 0xff)), 0, page.length, at);
  await handle.close();
}
