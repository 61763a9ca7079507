import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { copyNameOf } from '#bot/backup/copies.ts';
import { ageWords, contentsWords } from '#bot/backup/drillWords.ts';
import { pathOf } from '#test/support/repository.ts';

const HOUR = 3_600_000;

describe('npm run restore:drill', () => {
  let folder: string;
  let copies: string;
  let copy: string;
  let scratch: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cosell-drill-test-'));
    copies = join(folder, 'copies');
    scratch = join(folder, 'scratch');
    for (const one of [copies, scratch]) mkdirSync(one);
    copy = join(copies, copyNameOf(new Date(Date.now() - 30 * HOUR)));
    cpSync(await filled('copied', 3), copy);
    cpSync(copy, join(copies, 'cosell-20260101T000000Z.db'));
    await filled('used', 5);
  });
  after(() => rmSync(folder, { recursive: true }));
  afterEach(() => assert.deepEqual(readdirSync(scratch), [], 'nothing of the drill is left'));

  /** A store with a deal and so many other documents; its file. */
  const filled = async (name: string, others: number) => {
    const file = join(folder, `${name}.db`);
    const store = openSqliteStore({ file });
    const draft = { partition: 'contoso', schema: 1, body: {} };
    await store.create({ ...draft, id: 'r1', kind: 'referral' });
    for (let n = 0; n < others; n++) await store.create({ ...draft, id: `n${n}`, kind: 'note' });
    await store.close();
    return file;
  };
  const drill = (...words: string[]) => {
    const env = { ...process.env, SQLITE_FILE: join(folder, 'used.db'), TMPDIR: scratch };
    const command = [pathOf('bot/backup/drill.ts'), ...words];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { env, encoding: 'utf8' });
    return { status, stdout, stderr };
  };
  /** A copy to be damaged; its path. */
  const another = (name: string) => {
    const path = join(folder, name);
    cpSync(copy, path);
    return path;
  };

  it('given a folder, then the newest copy is restored elsewhere, and what is in it is said', () => {
    const before = readFileSync(join(folder, 'used.db'));
    const { status, stdout, stderr } = drill(copies);
    assert.equal(status, 0, stderr);
    assert.ok(stdout.startsWith(`${copy}, the newest of 2 copies, made 30 hours ago.\n`), stdout);
    assert.match(stdout, /Restored and read in \d+\.\d seconds, every document of it: 1 MB\./);
    assert.match(stdout, /In it: 1 organization, 1 deal and 3 other documents\./);
    assert.match(stdout, /2 documents would be lost and 4 would be as they were before/);
    assert.deepEqual(readFileSync(join(folder, 'used.db')), before, 'the store in use');
  });

  it('given a copy that is older than it may be, then it fails, so that a timer tells', () => {
    const { status, stderr } = drill(copies, '--hours', '26');
    assert.deepEqual([status, stderr], [1, 'It is older than 26 hours: look why there is no newer one.\n']);
    assert.equal(drill(copies, '--hours', '31').status, 0);
  });

  it('given a copy with a document that nobody can read, then it names it', () => {
    const path = another('unreadable.db');
    const db = new DatabaseSync(path);
    db.exec(`UPDATE documents SET body = '{"half' WHERE id = 'n1'`);
    db.close();
    const { status, stderr } = drill(path);
    assert.equal(status, 1);
    assert.match(stderr, /could not be given back:\n {2}- .*the document n1 can't be read/);
  });

  it('given a damaged copy, then it says so', () => {
    const path = another('damaged.db');
    truncateSync(path, 8192);
    const { status, stderr } = drill(path);
    assert.equal(status, 1);
    assert.match(stderr, /damaged|no store/);
  });

  const refusals: readonly [given: string, words: () => string[], said: RegExp][] = [
    ['a folder without a copy', () => [scratch], /has no copy that npm run backup made/],
    ['a file that is not there', () => [join(folder, 'none.db')], /there is no file .*none\.db/],
    ['hours that are none', () => [copies, '--hours', 'day'], /Usage/],
    ['nothing', () => [], /Usage/],
  ];
  for (const [given, words, said] of refusals) {
    it(`given ${given}, then it says why it can't be tried`, () => {
      const { status, stderr } = drill(...words());
      assert.equal(status, 1);
      assert.match(stderr, said);
    });
  }
});

describe('what a drill says', () => {
  it('names what administrators know, and counts the rest together', () => {
    const kinds = { referral: 1, person: 2, member: 1_200, notice: 4 };
    assert.equal(
      contentsWords({ documents: 1_207, organizations: 2, kinds }),
      '2 organizations, 1 deal, 1,200 members, 2 people who have the bot and 4 other documents',
    );
    assert.equal(
      contentsWords({ documents: 1, organizations: 1, kinds: { referral: 1 } }),
      '1 organization and 1 deal',
    );
  });

  for (const [hours, words] of [
    [0, '0 minutes'],
    [1 / 60, '1 minute'],
    [1, '1 hour'],
    [47.4, '47 hours'],
    [50, '2 days'],
  ] as const) {
    it(`given ${hours} hours, then ${words}`, () => assert.equal(ageWords(hours * HOUR), words));
  }
});
