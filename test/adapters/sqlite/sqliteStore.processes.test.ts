import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import { draft } from '#test/contracts/documentStore.samples.ts';
import { countUp } from './countUp.ts';

const child = new URL('./writer.child.ts', import.meta.url).pathname;

describe('SQLite with several processes on one file', () => {
  let folder: string;
  let file: string;
  const children: ChildProcess[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cosell-sqlite-'));
    file = join(folder, 'store.db');
  });
  afterEach(async () => {
    for (const one of children.splice(0)) one.kill('SIGKILL');
    await rm(folder, { recursive: true });
  });

  const start = (...args: string[]): ChildProcess => {
    const one = spawn(process.execPath, [child, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(one);
    return one;
  };

  it('given a file that is not there, when four processes start and count at once, then no step is lost', async () => {
    const counting = [1, 2, 3].map(() => start('count', file, '40'));
    const store = openSqliteStore({ file });
    await countUp(store, 40);
    for (const one of counting) {
      if (one.exitCode === null) await once(one, 'exit');
      assert.equal(one.exitCode, 0);
    }
    assert.deepEqual((await store.read('org', 'counter'))?.body, { count: 160 });
    await store.close();
  });

  it('given a process killed while it writes, when the file is opened, then it is sound and has all it acknowledged', async () => {
    const acknowledged = new Set<string>();
    for (const name of ['a', 'b', 'c']) {
      const writer = start('write', file, name);
      let printed = '';
      writer.stdout?.on('data', (data) => {
        printed += data;
        if (printed.length > 400) writer.kill('SIGKILL');
      });
      await once(writer, 'close');
      // What stands behind the last line break may be half a line.
      for (const id of printed.split('\n').slice(0, -1)) acknowledged.add(id);
    }
    assert.ok(acknowledged.size > 100);
    const store = openSqliteStore({ file });
    const found = new Set<string>();
    for (const name of ['a', 'b', 'c']) {
      for (const filter of [{ where: { name } }, { terms: [name] }]) {
        for (const id of await allIds(store, filter)) found.add(id);
      }
    }
    assert.deepEqual(
      [...acknowledged].filter((id) => !found.has(id)),
      [],
    );
    assert.deepEqual((await allIds(store, {})).sort(), [...found].sort());
    await store.close();
    const second = new DatabaseSync(file);
    assert.deepEqual({ ...second.prepare('PRAGMA integrity_check').get() }, { integrity_check: 'ok' });
    second.close();
  });

  it('given another process that holds the file, when written, then it waits, and gives up with `UnavailableError`', async () => {
    const store = openSqliteStore({ file, patience: 300 });
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    let ticks = 0;
    const ticking = setInterval(() => ticks++, 10);
    await assert.rejects(store.create(draft('org', 'r1')), UnavailableError);
    clearInterval(ticking);
    assert.ok(ticks > 2, 'the process stays awake meanwhile');
    const waiting = store.create(draft('org', 'r1'));
    setTimeout(() => other.exec('ROLLBACK'), 100);
    assert.equal((await waiting).ok, true);
    other.close();
    await store.close();
  });
});

async function allIds(store: AnyDocumentStore, filter: object): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.list({ partition: 'org', ...filter, limit: 1000, ...(cursor && { cursor }) });
    ids.push(...page.documents.map(({ id }) => id));
    cursor = page.cursor;
  } while (cursor);
  return ids;
}
