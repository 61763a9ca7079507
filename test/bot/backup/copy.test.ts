import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { pathOf } from '#test/support/repository.ts';

describe('npm run store:copy', () => {
  let folder: string;
  let [from, to] = ['', ''];
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cosell-copy-'));
    [from, to] = [join(folder, 'from.db'), join(folder, 'to.db')];
    await put(from, 'a', 'b');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const put = async (file: string, ...ids: string[]) => {
    const store = openSqliteStore({ file });
    for (const id of ids) {
      await store.create({ partition: 'local', id, kind: 'note', schema: 1, body: { id } });
    }
    await store.close();
  };
  const run = (...args: string[]) => {
    const options = { env: { ...process.env, SQLITE_FILE: from }, encoding: 'utf8' } as const;
    return spawnSync(process.execPath, [pathOf('bot/backup/copy.ts'), ...args], options);
  };

  it('given a new file, then it has all, and says kind by kind that both are the same', () => {
    const { status, stdout } = run(from, to);
    assert.equal(status, 0);
    assert.match(stdout, /2 documents: 2 new, 0 changed, 0 there already/);
    assert.match(stdout, /note: 2 -> 2, [0-9a-f]{32}\n.*holds the same as/);
  });

  it('given a target that holds something, then nothing is done before somebody agrees', () => {
    run(from, to);
    const asked = run(from, to);
    assert.equal(asked.status, 1);
    assert.match(asked.stdout, /holds something already/);
    assert.match(asked.stderr, /--yes/);
    assert.match(run(from, to, '--yes').stdout, /2 there already/);
  });

  it('given something in the target alone, then it says what differs, and ends with 2', async () => {
    await put(to, 'c');
    const { status, stdout, stderr } = run(from, to, '--yes');
    assert.equal(status, 2);
    assert.match(stdout, /note: 2 -> 3, .*DIFFERENT/);
    assert.match(stderr, /alone stays there/);
  });

  const wrong: readonly (readonly [string, string[], RegExp])[] = [
    ['no target', ['x.db'], /^Usage: npm run store:copy/],
    ['the same twice', ['x.db', 'x.db'], /FROM and TO are the same/],
    ['a file that is not there', [join(tmpdir(), 'nowhere.db'), 'y.db'], /there is no file .*nowhere\.db/],
    ['an account that no setting names', ['cosmos', 'y.db'], /COSMOS_ENDPOINT is not set/],
  ];
  for (const [what, args, words] of wrong) {
    it(`given ${what}, then it says so and makes nothing`, () => {
      const { status, stderr } = run(...args);
      assert.equal(status, 1);
      assert.match(stderr, words);
      assert.ok(!existsSync('y.db'));
    });
  }
});
