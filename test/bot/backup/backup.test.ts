import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';
import { pathOf } from '#test/support/repository.ts';

describe('npm run backup and restore', () => {
  let folder: string;
  let file: string;
  let copy: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cosell-backup-'));
    file = join(folder, 'bot.db');
    copy = join(folder, 'copy.db');
    await filled(['a', 'b']);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const put = (store: AnyDocumentStore, id: string) =>
    store.create({ partition: 'local', id, kind: 'note', schema: 1, body: { id } });
  const filled = async (ids: readonly string[]) => {
    const store = openSqliteStore({ file });
    for (const id of ids) await put(store, id);
    await store.close();
  };
  const idsIn = async (path: string) => {
    const store = openSqliteStore({ file: path });
    const { documents } = await store.list({ partition: 'local', limit: 100 });
    await store.close();
    return documents.map(({ id }) => id);
  };
  const run = (command: 'backup' | 'restore', args: string[], env: Record<string, string> = {}) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [pathOf(`bot/backup/${command}.ts`), ...args],
      { env: { ...process.env, SQLITE_FILE: file, ...env }, encoding: 'utf8' },
    );
    return { status, stdout, stderr };
  };

  it('given a bot that writes meanwhile, then the copy is whole and readable by its owner only', async () => {
    const running = openSqliteStore({ file });
    await put(running, 'c');
    const made = run('backup', [copy]);
    assert.equal(made.status, 0, made.stderr);
    assert.match(made.stdout, /3 documents, checked/);
    await put(running, 'd');
    await running.close();
    assert.deepEqual(await idsIn(copy), ['a', 'b', 'c']);
    assert.equal(statSync(copy).mode & 0o777, 0o600);
  });

  it('given a second time to the same file, then the newer copy is there', async () => {
    assert.equal(run('backup', [copy]).status, 0);
    await filled(['c']);
    assert.equal(run('backup', [copy]).status, 0);
    assert.deepEqual(await idsIn(copy), ['a', 'b', 'c']);
  });

  it('given a folder and how many to keep, then the newest stay and nothing of anybody else goes', () => {
    const backups = join(folder, 'backups');
    mkdirSync(backups);
    for (const name of ['cosell-20260101T000000Z.db', 'cosell-20260102T000000Z.db', 'mine.db']) {
      writeFileSync(join(backups, name), '');
    }
    const made = run('backup', [backups, '--keep', '2']);
    assert.equal(made.status, 0, made.stderr);
    const left = readdirSync(backups).sort();
    assert.equal(left.length, 3);
    assert.equal(left[0], 'cosell-20260102T000000Z.db');
    assert.equal(left[2], 'mine.db');
  });

  const refusals: readonly [
    given: string,
    args: () => string[],
    env: () => Record<string, string>,
    words: RegExp,
  ][] = [
    ['no source', () => [copy], () => ({ SQLITE_FILE: join(folder, 'none.db') }), /there is no file/],
    ['an empty source', () => [copy], () => ({ SQLITE_FILE: emptyStore() }), /holds nothing/],
    ['a file that is no store', () => [copy], () => ({ SQLITE_FILE: noStore() }), /is no store of this bot/],
    [
      'Cosmos DB',
      () => [copy],
      () => ({ SQLITE_FILE: '', COSMOS_ENDPOINT: 'https://127.0.0.1' }),
      /Backup & Restore/,
    ],
    ['a folder that is not there', () => [join(folder, 'no', 'copy.db')], () => ({}), /there is no file/],
    ['a number that is none', () => [copy, '--keep', 'all'], () => ({}), /Usage/],
    ['nothing', () => [], () => ({}), /Usage/],
  ];
  for (const [given, args, env, words] of refusals) {
    it(`given ${given}, then nothing is copied, and why is said`, () => {
      const { status, stderr } = run('backup', args(), env());
      assert.equal(status, 1);
      assert.match(stderr, words);
      assert.equal(statSync(copy, { throwIfNoEntry: false }), undefined);
    });
  }
  const emptyStore = () => {
    const path = join(folder, 'empty.db');
    void openSqliteStore({ file: path }).close();
    return path;
  };
  const noStore = () => {
    const path = join(folder, 'letter.db');
    writeFileSync(path, 'Dear all');
    return path;
  };

  it('given what was written since, when it is restored, then one is told first, and what stood there is kept', async () => {
    run('backup', [copy]);
    await filled(['c']);
    const asked = run('restore', [copy]);
    assert.equal(asked.status, 1);
    assert.match(asked.stdout, /has 1 documents that are not in it and 0 that are older/);
    assert.deepEqual(await idsIn(file), ['a', 'b', 'c'], 'nobody said yes');
    const restored = run('restore', [copy, '--yes']);
    assert.equal(restored.status, 0, restored.stderr);
    assert.deepEqual(await idsIn(file), ['a', 'b']);
    const kept = readdirSync(folder).find((name) => name.startsWith('bot.db.before-')) ?? '';
    assert.deepEqual(await idsIn(join(folder, kept)), ['a', 'b', 'c']);
  });

  it('given no store any more, then it is there again', async () => {
    run('backup', [copy]);
    rmSync(file);
    const restored = run('restore', [copy, '--yes']);
    assert.equal(restored.status, 0, restored.stderr);
    assert.deepEqual(await idsIn(file), ['a', 'b']);
  });

  it('given a bot that runs, then nothing is restored', async () => {
    run('backup', [copy]);
    const running = openSqliteStore({ file });
    await put(running, 'c');
    const { status, stderr } = run('restore', [copy, '--yes']);
    assert.equal(status, 1);
    assert.match(stderr, /is in use: stop the bot/);
    await put(running, 'd');
    await running.close();
    assert.deepEqual(await idsIn(file), ['a', 'b', 'c', 'd']);
  });

  it('given a copy that is damaged, then nothing is restored', async () => {
    run('backup', [copy]);
    truncateSync(copy, statSync(copy).size - 4096);
    const { status, stderr } = run('restore', [copy, '--yes']);
    assert.equal(status, 1);
    assert.match(stderr, /damaged|no store/);
    assert.deepEqual(await idsIn(file), ['a', 'b']);
  });
});
