import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRecords } from '#bot/tables/records.ts';
import { fileBytes, heldBytes } from '#bot/tables/textLines.ts';

describe('records of a CSV file', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cosell-csv-'));
  });
  after(() => rm(folder, { recursive: true }));

  const read = async (content: string | Buffer) => {
    const path = join(folder, 'file.csv');
    await writeFile(path, content);
    const rows: [number, unknown][] = [];
    for await (const { line, record } of readRecords(fileBytes(path))) rows.push([line, record]);
    return rows;
  };
  const utf16 = (text: string) => Buffer.from(text, 'utf16le');

  const files: [string, string | Buffer, [number, unknown][]][] = [
    [
      'commas',
      'a,b\n1,2\n',
      [
        [1, ['a', 'b']],
        [2, ['1', '2']],
      ],
    ],
    [
      'no line end at the end',
      'a,b\n1,2',
      [
        [1, ['a', 'b']],
        [2, ['1', '2']],
      ],
    ],
    [
      'Windows line ends',
      'a,b\r\n1,2\r\n',
      [
        [1, ['a', 'b']],
        [2, ['1', '2']],
      ],
    ],
    [
      'old Macintosh line ends',
      'a,b\r1,2\r',
      [
        [1, ['a', 'b']],
        [2, ['1', '2']],
      ],
    ],
    [
      'semicolons',
      'a;b\n1,5;2\n',
      [
        [1, ['a', 'b']],
        [2, ['1,5', '2']],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2 x\n',
      [
        [1, ['a', 'b']],
        [2, ['1', '2 x']],
      ],
    ],
    [
      'bars',
      'a|b\n"1|5"|2\n',
      [
        [1, ['a', 'b']],
        [2, ['1|5', '2']],
      ],
    ],
    [
      'a line that says what separates',
      'sep=;\na;b\n1;2\n',
      [
        [2, ['a', 'b']],
        [3, ['1', '2']],
      ],
    ],
    [
      'a mark of UTF-8',
      '\ufeffa,b\n1,ü\n',
      [
        [1, ['a', 'b']],
        [2, ['1', 'ü']],
      ],
    ],
    [
      'UTF-16 with a mark',
      Buffer.concat([Buffer.from([0xff, 0xfe]), utf16('a;b\r\n1;中\r\n')]),
      [
        [1, ['a', 'b']],
        [2, ['1', '中']],
      ],
    ],
    [
      'UTF-16 without one',
      utf16('name;country;city\r\n1;中;x\r\n'),
      [
        [1, ['name', 'country', 'city']],
        [2, ['1', '中', 'x']],
      ],
    ],
    [
      'quotes',
      'a,b\n"1, ""x""",2\n',
      [
        [1, ['a', 'b']],
        [2, ['1, "x"', '2']],
      ],
    ],
    [
      'a line break within quotes',
      'a,b\n"1\n2",3\n4,5\n',
      [
        [1, ['a', 'b']],
        [2, ['1\n2', '3']],
        [4, ['4', '5']],
      ],
    ],
    [
      'a quote within a value',
      'a,b\n6" pipe,2\n',
      [
        [1, ['a', 'b']],
        [2, ['6" pipe', '2']],
      ],
    ],
    [
      'blank lines',
      '\n\na,b\n\n1,2\n',
      [
        [3, ['a', 'b']],
        [4, []],
        [5, ['1', '2']],
      ],
    ],
    [
      'more and fewer cells',
      'a,b\n1\n1,2,3\n',
      [
        [1, ['a', 'b']],
        [2, ['1']],
        [3, ['1', '2', '3']],
      ],
    ],
    ['nothing', '', []],
  ];
  for (const [what, content, rows] of files) {
    it(`given ${what}, when read, then each record has its line and cells`, async () => {
      assert.deepEqual(
        await read(content),
        rows.map(([line, cells]) => [line, cells]),
      );
    });
  }

  it('given a quote that is never closed, when read, then only its own line is lost', async () => {
    const lines = Array.from({ length: 100 }, (_, n) => `${n},x`);
    const rows = await read(`a,b\n"Contoso,1\n${lines.join('\n')}\n`);
    assert.equal(rows.length, 102);
    assert.deepEqual(rows[1], [2, { problem: 'quote-not-closed' }]);
    assert.deepEqual(rows[2], [3, ['0', 'x']]);
    assert.deepEqual(rows.at(-1), [102, ['99', 'x']]);
  });

  it('given quotes in the last lines that are never closed, when read, then those lines alone are lost', async () => {
    assert.deepEqual(await read('a,b\n1,2\n"3,4\n5,6\n'), [
      [1, ['a', 'b']],
      [2, ['1', '2']],
      [3, { problem: 'quote-not-closed' }],
      [4, ['5', '6']],
    ]);
  });

  it('given a line without end, when read, then it is bad and the next one is read', async () => {
    const rows = await read(`a,b\n${'x'.repeat(3_000_000)}\n1,2\n`);
    assert.deepEqual(rows.slice(1), [
      [2, { problem: 'line-too-long' }],
      [3, ['1', '2']],
    ]);
  });

  const unreadable: [string, Buffer, number, string][] = [
    ['Windows-1252', Buffer.from('a,b\nx,1\nM\xfcller,2\n', 'latin1'), 3, 'encoding'],
    ['a letter that is cut off at the end', Buffer.from('a,b\nM\xc3', 'latin1'), 2, 'encoding'],
    [
      'Windows-1252 far behind the beginning',
      Buffer.from(`a,b\n${'x,1\n'.repeat(200_000)}\x96,2\n`, 'latin1'),
      200_002,
      'encoding',
    ],
    [
      'half a character of UTF-16',
      Buffer.concat([Buffer.from([0xff, 0xfe]), utf16('a;b\n\ud800;2\n')]),
      2,
      'encoding',
    ],
    ['a workbook', Buffer.from('504b030414000600', 'hex'), 1, 'workbook'],
    ['a workbook of old', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 1, 'workbook'],
  ];
  for (const [what, content, line, problem] of unreadable) {
    it(`given ${what}, when read, then nothing is read but that`, async () => {
      assert.deepEqual(await read(content), [[line, { problem }]]);
    });
  }

  const cells = async (content: string) => (await read(content)).map(([, record]) => record);

  for (const lines of [21, 400]) {
    it(`given a value of ${lines} lines, when read, then it is one value and what stands around it is read`, async () => {
      const long = Array.from({ length: lines }, (_, n) => `line ${n}, of a "" description`).join('\n');
      assert.deepEqual(await cells(`a,b\n1,"${long}"\n2,x\n`), [
        ['a', 'b'],
        ['1', long.replaceAll('""', '"')],
        ['2', 'x'],
      ]);
    });
  }

  it('given a value of 200 KB on one line, when read, then it is there', async () => {
    const long = 'x'.repeat(200_000);
    assert.deepEqual(await cells(`a,b\n1,${long}\n2,"${long}"\n`), [
      ['a', 'b'],
      ['1', long],
      ['2', long],
    ]);
  });

  it('given a quote that is not closed and a quoted value far below, when read, then only its own line is lost', async () => {
    const lines = Array.from({ length: 50 }, (_, n) => `${n},x`);
    for (const below of ['"Fabrikam, Inc.",5', 'x,"Fabrikam, Inc."', 'x,"a ""b"""']) {
      const rows = await read(`a,b\n"Contoso,1\n${lines.join('\n')}\n${below}\n7,8\n`);
      assert.equal(rows.length, 54);
      assert.deepEqual(rows[1], [2, { problem: 'quote-not-closed' }]);
      assert.deepEqual(rows.at(-1), [54, ['7', '8']]);
    }
  });

  it('given a thousand quotes that are never closed, when read, then each costs its line', async () => {
    const rows = await read(`a,b\n${'"x,1\ny,2\n'.repeat(1_000)}`);
    const bad = rows.filter(([, record]) => !Array.isArray(record));
    assert.equal(bad.length, 1_000);
    assert.equal(rows.length, 2_001);
  });

  const separated: [string, string][] = [
    ['a tab', 'sep=\t\na\tb\n1\t2\n'],
    ['a tab that an editor took away', 'sep=\na\tb\n1\t2\n'],
    ['a bar', 'SEP=|\na|b\n1|2\n'],
    ['a sign that nobody else uses', 'sep=^\na^b\n1^2\n'],
    ['itself in quotes', '"sep=;"\na;b\n1;2\n'],
    ['itself, filled up by a spreadsheet', 'sep=,,\na,b\n1,2\n'],
    ['what it does not use', 'sep=,\na;b\n1;2\n'],
    ['itself behind a mark and blank lines', '\ufeff\n\nsep=;\r\na;b\r\n1;2\r\n'],
  ];
  for (const [what, content] of separated) {
    it(`given a file that says it is separated by ${what}, when read, then its cells are apart`, async () => {
      assert.deepEqual(await cells(content), [
        ['a', 'b'],
        ['1', '2'],
      ]);
    });
  }

  it('given characters and line ends on the border of what is read at once, when read, then they stay whole', async () => {
    const lines = Array.from({ length: 30_000 }, (_, n) => `${n},ü中${'x'.repeat(n % 30)}`);
    const rows = await read(`a,b\r\n${lines.join('\r\n')}`);
    assert.deepEqual(
      rows.slice(1).map(([, cells]) => (cells as string[]).join(',')),
      lines,
    );
  });

  it('given no file, when read, then the error says so', async () => {
    const reading = async () => {
      for await (const _ of readRecords(fileBytes(join(folder, 'nowhere.csv')))) assert.fail();
    };
    await assert.rejects(reading, { code: 'ENOENT' });
  });

  it('given a megabyte of line ends that is at hand, when read, then others get their turn all the while', async () => {
    let [turns, over] = [0, false];
    const others = () => {
      turns++;
      if (!over) setImmediate(others);
    };
    others();
    const open = heldBytes(Buffer.from(`${'\n'.repeat(1024 * 1024)}a,b\n`));
    const rows: number[] = [];
    for await (const { line } of readRecords(open)) rows.push(line);
    over = true;
    assert.deepEqual(rows, [1024 * 1024 + 1]);
    assert.ok(turns > 400, `${turns} turns`);
  });
});
