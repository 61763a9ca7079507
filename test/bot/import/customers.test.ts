import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCustomers } from '#adapters/customers/openCustomers.ts';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { pathOf } from '#test/support/repository.ts';

const program = pathOf('bot/import/customers.ts');
const sample = pathOf('docs/customers-sample.csv');

describe('import:customers, as it is started', () => {
  let folder: string;
  let database: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cosell-import-'));
    database = join(folder, 'store.db');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const run = async (args: readonly string[], settings: Record<string, string> = {}) => {
    const env = { PATH: process.env.PATH, SQLITE_FILE: database, ...settings };
    const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data) => {
      out += data;
    });
    child.stderr.on('data', (data) => {
      err += data;
    });
    const [code] = await once(child, 'close');
    return { code, out, err };
  };
  const file = async (content: string) => {
    const path = join(folder, 'customers.csv');
    await writeFile(path, content);
    return path;
  };

  it('given the sample of the documentation, when imported twice beside a running store, then it is there once', async () => {
    const store = openSqliteStore({ file: database });
    const first = await run([sample]);
    assert.deepEqual([first.code, first.err], [0, '']);
    assert.match(first.out, /^12 rows in .*: 12 new, 0 changed, 0 unchanged, 0 bad$/m);
    const second = await run([sample]);
    assert.match(second.out, /: 0 new, 0 changed, 12 unchanged, 0 bad$/m);
    const { customers } = await openCustomers(store).search({ text: 'contoso seattle', limit: 15 });
    assert.equal(customers.length, 3);
    await store.close();
  });

  it('given bad lines, when imported, then each is named, the rest is there and the exit code is 2', async () => {
    const path = await file(
      'name,country,duns\nContoso,US,1\n,DE,\nFabrikam,Narnia,\nTailspin,"US\n1,2,3,4\nWingtip,SE,\n',
    );
    const { code, out, err } = await run([path]);
    assert.equal(code, 2);
    assert.match(out, /^6 rows .*: 2 new, 0 changed, 0 unchanged, 4 bad$/m);
    assert.match(out, /^1 of them without a value that can't be used$/m);
    assert.deepEqual(
      err
        .trim()
        .split('\n')
        .map((line) => line.split(':')[0]),
      ['line 2', 'line 3', 'line 4', 'line 5', 'line 6'],
    );
    assert.match(err, /line 2: taken over without D-U-N-S: "1" is no D-U-N-S number/);
    assert.match(err, /line 4: "Narnia" is no country/);
  });

  it('given more bad lines than anybody reads, when imported, then a thousand are named and the others counted', async () => {
    const { code, err } = await run([await file(`name,country\n${',US\n'.repeat(1_200)}`)]);
    assert.equal(code, 2);
    assert.equal(err.match(/^line /gm)?.length, 1_000);
    assert.match(err, /^and 200 more bad lines$/m);
  });

  const failures: [string, () => Promise<string[]>, RegExp][] = [
    ['no file', async () => [], /^Usage: npm run import:customers -- FILE\.csv/],
    ['a folder', async () => [folder], /this is a folder/],
    [
      'a file without country',
      async () => [await file('Name,City\nContoso,Rome\n')],
      /no column for the country; the columns are: Name, City/,
    ],
  ];
  for (const [what, args, words] of failures) {
    it(`given ${what}, when imported, then it says so in words and the exit code is 1`, async () => {
      const { code, err } = await run(await args());
      assert.equal(code, 1);
      assert.match(err, words);
      assert.doesNotMatch(err, /\.ts:\d+/);
    });
  }

  it('given names of columns and nothing below, when imported, then it says so and the exit code is 1', async () => {
    const { code, err } = await run([await file('name,country\n')]);
    assert.equal(code, 1);
    assert.match(err, /has names of columns, but no customers below them/);
  });

  it('given --dry-run, when run, then it says what would happen and writes nothing, not even an empty store', async () => {
    const path = await file(
      'Firma;Ort;Land;DUNS;Umsatz\nContoso GmbH;Köln;DE;000000000;1\nContoso GmbH;Köln;DE;;1\n;Ulm;DE;;\n',
    );
    const { code, out, err } = await run([path, '--dry-run']);
    assert.equal(code, 2);
    assert.equal(existsSync(database), false);
    for (const line of [
      'Columns as understood:',
      '  name <- Firma',
      '  D-U-N-S <- DUNS',
      'Columns that mean nothing here: Umsatz',
      '  line 2: Contoso GmbH | Köln, DE',
      "1 of them without a value that can't be used",
    ]) {
      assert.ok(out.split('\n').includes(line), `${line} is not in ${out}`);
    }
    assert.match(out, /^It would be 3 rows in .*: 1 new, 0 changed, 1 unchanged, 1 bad$/m);
    assert.match(out, /^This was a dry run: nothing was written to /m);
    assert.match(
      err,
      /^line 2: taken over without D-U-N-S: "000000000" is a D-U-N-S number that no company has$/m,
    );
    assert.match(err, /^line 4: name is missing$/m);
  });

  it('given --dry-run beside customers that are there, when run, then it tells new from known, and the import after it does the same', async () => {
    await run([sample]);
    const path = await file('name,city,country\nTailspin,Cork,IE\nWingtip,Rome,IT\n');
    const [rehearsed, done] = [await run(['--dry-run', path]), await run([path])];
    const counts = (out: string) => /: (\d+ new, .*)$/m.exec(out)?.[1];
    assert.equal(counts(rehearsed.out), '2 new, 0 changed, 0 unchanged, 0 bad');
    assert.equal(counts(done.out), counts(rehearsed.out));
    assert.equal(counts((await run(['--dry-run', sample])).out), '0 new, 0 changed, 12 unchanged, 0 bad');
  });

  for (const [what, content, words] of [
    [
      'Windows-1252',
      Buffer.from('name,country\nFine Ltd,GB\nM\xfcller,DE\n', 'latin1'),
      /neither UTF-8 nor UTF-16.*line 3/,
    ],
    ['a workbook', Buffer.from('PK\x03\x04\x14\x00\x06\x00', 'latin1'), /this is a workbook/],
  ] as const) {
    it(`given a file in ${what}, when imported, then it is refused as a whole and nothing is written`, async () => {
      const path = join(folder, 'odd.csv');
      await writeFile(path, content);
      const { code, out, err } = await run([path]);
      assert.deepEqual([code, out], [1, '']);
      assert.match(err, words);
    });
  }

  it('given a wrong path, when imported, then it says so and no empty store is left behind', async () => {
    const { code, err } = await run([join(folder, 'nowhere.csv')]);
    assert.equal(code, 1);
    assert.match(err, /there is no file .*nowhere\.csv/);
    assert.equal(existsSync(database), false);
  });

  it('given settings that contradict each other, when imported, then it lists them as the bot does', async () => {
    const { code, err } = await run([sample], { COSMOS_ENDPOINT: 'https://example.com' });
    assert.equal(code, 1);
    assert.match(err, /COSMOS_ENDPOINT and SQLITE_FILE are both set/);
  });
});
