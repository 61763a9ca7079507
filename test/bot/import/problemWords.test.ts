import assert from 'node:assert/strict';
import { createProgress } from '#bot/import/progress.ts';
import { headerWords, lineWords } from '#bot/tables/problemWords.ts';

describe('import: what it says', () => {
  it('given each problem of a line, when told, then the words name the field and what to do', () => {
    assert.deepEqual(
      [
        lineWords({ code: 'missing', field: 'name' }),
        lineWords({ code: 'too-long', field: 'postalCode', most: 20 }),
        lineWords({ code: 'undecodable', field: 'city' }),
        lineWords({ code: 'too-many-cells', cells: 9, columns: 8 }),
        lineWords({ code: 'quote-not-closed' }),
      ],
      [
        'name is missing',
        'postal code is longer than 20 characters',
        "city has characters that can't be read: save the file as UTF-8",
        '9 values, but the header has 8 columns: a value with a separator in it needs quotes',
        'a value begins with a quote that is never closed',
      ],
    );
    assert.match(headerWords({ code: 'empty' }), /empty/);
    assert.match(
      headerWords({ code: 'column-twice', field: 'name', given: ['Name', 'Company'] }),
      /Name, Company/,
    );
  });

  const counts = (rows: number) => ({ rows, created: rows, changed: 0, unchanged: 0, bad: 0, partly: 0 });

  it('given a terminal, when rows are counted, then one line is written over and ended once', () => {
    const written: string[] = [];
    const progress = createProgress({ isTTY: true, write: (text) => written.push(text) });
    progress.show(counts(1_000));
    progress.show(counts(2_000));
    progress.end();
    progress.end();
    assert.deepEqual(
      written.map((text) => text.replace(/, \d+ a second/, '')),
      ['\r1000 rows\x1b[K', '\r2000 rows\x1b[K', '\n'],
    );
  });

  it('given a file instead of a terminal, when rows are counted, then it gets a line now and then', () => {
    const written: string[] = [];
    const progress = createProgress({ write: (text) => written.push(text) });
    for (let rows = 1_000; rows <= 100_000; rows += 1_000) progress.show(counts(rows));
    progress.end();
    assert.deepEqual(
      written.map((text) => text.split(' ')[0]),
      ['50000', '100000'],
    );
  });
});
