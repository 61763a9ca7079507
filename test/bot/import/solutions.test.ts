import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSolutionCatalog } from '#adapters/solutions/catalog.ts';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { readSolutionRow } from '#app/import/solutionRow.ts';
import { rehearsingStore } from '#app/store/rehearsingStore.ts';
import { fillingOf } from '#bot/composeImports.ts';
import { type ImportOptions, importSolutionFile, readImportCommand } from '#bot/import/solutions.ts';
import { solutionKinds } from '#domain/referral/referral.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';
import { pathOf } from '#test/support/repository.ts';

describe('import:solutions (CR-23)', () => {
  let folder: string;
  let store: AnyDocumentStore;
  let said: string[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cosell-import-'));
    store = openSqliteStore({ file: ':memory:' });
    said = [];
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  const importing = async (content: string | Buffer, more: Partial<ImportOptions> = {}) => {
    const file = join(folder, 'solutions.csv');
    await writeFile(file, content);
    const say = (line: string) => said.push(line);
    return importSolutionFile(fillingOf(store), {
      file,
      into: { organization: 'contoso' },
      replace: false,
      say,
      ...more,
    });
  };
  const catalog = async (organization = 'contoso') => {
    const found = createSolutionCatalog({ store, vetted: () => true });
    return found.search({ organization, text: '', kinds: solutionKinds, limit: 100 });
  };

  it('given the sample of the documentation, then all of it is there, and again changes nothing', async () => {
    const file = pathOf('docs/solutions-sample.csv');
    assert.equal(await importing('', { file }), 'done');
    assert.deepEqual(said, ['Solutions: 5 new, 0 changed, 0 as before, 0 removed.']);
    const all = await catalog();
    assert.deepEqual(
      all.map(({ id, kind }) => [id, kind]),
      [
        ['SOL-15974-MQF', 'own'],
        ['SOL-15975-ABC', 'own'],
        ['SOL-15976-DEF', 'own'],
        ['SOL-40001-XYZ', 'third-party'],
        ['SA-2001', 'assessment'],
      ],
    );
    assert.deepEqual(all[0], {
      id: 'SOL-15974-MQF',
      name: 'Contoso Analytics',
      kind: 'own',
      publisher: 'Contoso',
      incentive: true,
      ipCosell: true,
    });
    assert.equal(await importing('', { file }), 'done');
    assert.equal(said[1], 'Solutions: 0 new, 0 changed, 5 as before, 0 removed.');
  });

  it('given bad lines, then each is named with its number, and the others are taken in', async () => {
    const end = await importing(
      [
        'Solution ID;Solution name;Type;Incentive eligible;IP co-sell',
        'SOL-1;"Two',
        'lines";own;yes;no',
        ';No id;own;;',
        'SOL 2;Blank in id;own;;',
        'SOL-3;;own;;',
        '',
        'SOL-4;Odd kind;hardware;;',
        'SOL-5;Odd flags;own;perhaps;sometimes',
        'sol-1;Again;own;;',
        'SOL-6;Short line',
        'SOL-7;Quote " inside;3P;X;1',
      ].join('\r\n'),
    );
    assert.equal(end, 'bad-lines');
    assert.deepEqual(said, [
      'line 4: the id is missing',
      'line 5: the id must have 1 to 100 characters without blanks and commas',
      'line 6: the name is missing',
      'line 8: the kind "hardware" is none of own, microsoft, third-party, assessment',
      'line 9: incentive "perhaps" is neither yes nor no; IP co-sell "sometimes" is neither yes nor no',
      'line 10: the id sol-1 stands in line 2 already',
      'Solutions: 3 new, 0 changed, 0 as before, 0 removed.',
      '6 bad lines were left out.',
    ]);
    assert.deepEqual(
      (await catalog()).map(({ id, name, kind, incentive }) => [id, name, kind, incentive]),
      [
        ['SOL-6', 'Short line', 'own', undefined],
        ['SOL-1', 'Two lines', 'own', true],
        ['SOL-7', 'Quote " inside', 'third-party', true],
      ],
    );
  });

  it('given --replace, then what the file does not have any more goes; with a bad line nothing goes', async () => {
    await importing('id,name\nSOL-1,One\nSOL-2,Two\n');
    await importing('id,name\nSOL-1,One\nSOL-3,\n', { replace: true });
    assert.equal(said.at(-1), 'Nothing was removed, because there are bad lines: put them right and repeat.');
    assert.equal((await catalog()).length, 2);
    await importing('id,name\nSOL-1,One\n', { replace: true });
    assert.equal(said.at(-1), 'Solutions: 0 new, 0 changed, 1 as before, 1 removed.');
    assert.equal(await importing('id,name\n', { replace: true }), 'nothing');
    assert.equal(said.at(-1), 'The file holds no solution; nothing was changed.');
    assert.equal(await importing('id,name\n,One\n'), 'nothing');
    assert.deepEqual(said.slice(-2), [
      '1 bad line was left out.',
      'No line could be taken in; nothing was changed.',
    ]);
    assert.deepEqual(
      (await catalog()).map(({ id }) => id),
      ['SOL-1'],
    );
  });

  it('given Microsoft’s catalog, then every organization has it, and no organization’s own may stand there', async () => {
    await importing(
      '\ufeffid\tname\tkind\nMS-1\tAzure SQL\t\nSA-1\tAssessment\tsolution assessment\nSOL-1\tOurs\town\n',
      {
        into: 'microsoft',
      },
    );
    assert.equal(
      said[0],
      'line 4: a solution of the kind own belongs to one organization: import it with --organization',
    );
    assert.deepEqual(
      (await catalog('fabrikam')).map(({ id, kind }) => [id, kind]),
      [
        ['MS-1', 'microsoft'],
        ['SA-1', 'assessment'],
      ],
    );
  });

  it('given a file without the columns, or none at all, then it is refused in words', async () => {
    await assert.rejects(importing('a,b\n1,2\n'), /has no column id and no column name/);
    await assert.rejects(importing('', { file: join(folder, 'missing.csv') }), /ENOENT/);
  });

  const tables: [what: string, content: string][] = [
    ['separators at the ends of lines', 'id,name,kind\nSOL-1,One,own,\nSOL-2,Two,own,, ,\n'],
    ['a separator that is named', 'sep=\t\nid\tname\nSOL-1\tOne\nSOL-2\tTwo\n'],
    [
      'German',
      'Lösungs-ID;Bezeichnung;Typ;Anbieter;Incentive\nSOL-1;One;own;Contoso;nein\nSOL-2;Two;;;Nein\n',
    ],
    ['Swedish', 'Lösnings-id;Namn;Sort\nSOL-1;One;own\nSOL-2;Two;own\n'],
    ['Chinese', '解决方案 ID,名称,类型\nSOL-1,One,own\nSOL-2,Two,own\n'],
    ['Russian', 'ID решения;Название;Тип\nSOL-1;One;own\nSOL-2;Two;own\n'],
    ['Italian', 'ID soluzione;Nome;Tipo\nSOL-1;One;own\nSOL-2;Two;own\n'],
    ['two columns for a name', 'id,name,solution name\nSOL-1,x,One\nSOL-2,y,Two\n'],
    [
      'a long value in a column that means nothing',
      `id,notes,name\nSOL-1,"${'line\n'.repeat(60)}",One\nSOL-2,,Two\n`,
    ],
  ];
  for (const [what, content] of tables) {
    it(`given ${what}, then both solutions are taken in`, async () => {
      assert.equal(await importing(content), 'done');
      assert.deepEqual(
        (await catalog()).map(({ id, name }) => [id, name]),
        [
          ['SOL-1', 'One'],
          ['SOL-2', 'Two'],
        ],
      );
    });
  }

  it('given a value too many, then that line is bad', async () => {
    assert.equal(await importing('id,name\nSOL-1,One, Ltd\nSOL-2,Two\n'), 'bad-lines');
    assert.match(said[0] ?? '', /^line 2: 3 values, but the heading has 2 columns/);
  });

  it('given another encoding, then the file is refused as a whole and nothing is taken in', async () => {
    const content = Buffer.from('id,name\nSOL-1,One\nSOL-2,L\xf6sung\n', 'latin1');
    await assert.rejects(importing(content), /neither UTF-8 nor UTF-16.*line 3/);
    assert.deepEqual(await catalog(), []);
  });

  it('given a rehearsal, then it tells the columns and what would be, and changes nothing', async () => {
    await importing('id,name\nSOL-1,One\nSOL-9,Nine\n');
    said = [];
    const file = join(folder, 'rehearsed.csv');
    await writeFile(file, 'Solution ID,Name,Owner\nSOL-1,One anew,x\nSOL-2,Two,x\n');
    const end = await importSolutionFile(fillingOf(rehearsingStore(store)), {
      file,
      into: { organization: 'contoso' },
      replace: true,
      dryRun: true,
      say: (line) => said.push(line),
    });
    assert.equal(end, 'done');
    assert.deepEqual(said, [
      'Columns as understood:',
      '  id <- Solution ID',
      '  name <- Name',
      'Columns that mean nothing here: Owner',
      'Solutions: 1 new, 1 changed, 0 as before, 1 removed.',
    ]);
    assert.deepEqual(
      (await catalog()).map(({ name }) => name),
      ['Nine', 'One'],
    );
  });

  it('given a thousand lines, then progress is told', async () => {
    const lines = Array.from({ length: 1200 }, (_, at) => `SOL-${at},Name ${at}`);
    assert.equal(await importing(['id,name', ...lines].join('\n')), 'done');
    assert.deepEqual(said, [
      '1000 solutions read ...',
      'Solutions: 1200 new, 0 changed, 0 as before, 0 removed.',
    ]);
  });

  const rows: [kind: string, read: string | undefined][] = [
    ['', 'own'],
    ['Third party', 'third-party'],
    ['third_party', 'third-party'],
    ['My company', 'own'],
    ['1P', 'microsoft'],
    ['Solution Assessment', 'assessment'],
    ['constructor', undefined],
  ];
  for (const [kind, read] of rows) {
    it(`given the kind is written "${kind}", then it is ${read ?? 'refused'}`, () => {
      const row = readSolutionRow({ id: 'SOL-1', name: 'One', kind }, 'organization');
      assert.equal(row.ok ? row.solution.kind : undefined, read);
    });
  }

  const commands: [args: string[], organizations: string[], result: unknown][] = [
    [['f.csv'], ['local'], { file: 'f.csv', into: { organization: 'local' }, replace: false }],
    [['f.csv', '--microsoft', '--replace'], ['a', 'b'], { file: 'f.csv', into: 'microsoft', replace: true }],
    [
      ['--organization', 'b', 'f.csv'],
      ['a', 'b'],
      { file: 'f.csv', into: { organization: 'b' }, replace: false },
    ],
    [
      ['f.csv', '--dry-run'],
      ['local'],
      { file: 'f.csv', into: { organization: 'local' }, replace: false, dryRun: true },
    ],
    [['f.csv'], ['a', 'b'], { problem: 'Say for which --organization, or --microsoft. There are: a, b.' }],
    [['f.csv', '--organization', 'c'], ['a'], { problem: 'There is no organization c. There are: a.' }],
    [
      ['f.csv', '--organization', 'a', '--microsoft'],
      ['a'],
      { problem: 'Either --organization or --microsoft, not both.' },
    ],
    [[], ['a'], { problem: 'Exactly one file must be named.' }],
    [['f.csv', 'g.csv'], ['a'], { problem: 'Exactly one file must be named.' }],
  ];
  for (const [args, organizations, result] of commands) {
    it(`given "${args.join(' ')}" with ${organizations.length} organizations, then ${JSON.stringify(result)}`, () => {
      assert.deepEqual(readImportCommand(args, organizations), result);
    });
  }

  it('given an unknown option, then it is refused in words', () => {
    assert.match((readImportCommand(['f.csv', '--force'], ['a']) as { problem: string }).problem, /--force/);
  });
});

describe('import:solutions, as it is started', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cosell-import-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const run = (...args: string[]) => {
    const program = pathOf('bot/import/solutions.ts');
    const env = { PATH: process.env.PATH, SQLITE_FILE: join(folder, 'bot.db') };
    return spawnSync(process.execPath, [program, ...args], { env, encoding: 'utf8' });
  };

  it('given a wrong path or a folder, then it says so and no empty store is left behind', () => {
    for (const [path, words] of [
      [join(folder, 'none.csv'), /there is no file .*none\.csv/],
      [folder, /a folder, not a file/],
    ] as const) {
      const { status, stderr } = run(path);
      assert.equal(status, 1);
      assert.match(stderr, words);
    }
    assert.equal(existsSync(join(folder, 'bot.db')), false);
  });

  it('given somebody asks for help, then how to use it and nothing else', () => {
    const { status, stdout, stderr } = run('--help');
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /^Usage: npm run import:solutions/);
  });
});
