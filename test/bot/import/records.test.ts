import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRecords } from '#bot/import/records.ts';

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
    for await (const { line, record } of readRecords(path)) rows.push([line, record]);
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

  it('given bytes that are no UTF-8, when read, then the character says so', async () => {
    assert.deepEqual((await read(Buffer.from('a,b\nM\xfcller,2\n', 'latin1')))[1], [2, ['M\ufffdller', '2']]);
  });

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
      for await (const _ of readRecords(join(folder, 'nowhere.csv'))) assert.fail();
    };
    await assert.rejects(reading, { code: 'ENOENT' });
  });
});
