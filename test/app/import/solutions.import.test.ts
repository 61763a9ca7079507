import assert from 'node:assert/strict';
import { createSolutionCatalog } from '#adapters/solutions/catalog.ts';
import { createSolutionImport } from '#adapters/solutions/solutionLoading.ts';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { importSolutions, type SolutionLineProblem } from '#app/import/solutions.import.ts';
import type { SourceRow } from '#app/import/sourceRow.ts';
import { solutionKinds } from '#domain/referral/referral.ts';
import type { DocumentStore } from '#ports/documents.ts';

async function* rowsOf(records: readonly SourceRow['record'][]): AsyncGenerator<SourceRow> {
  for (const [at, record] of records.entries()) yield { line: at + 1, record };
}

describe('solutions.import (CR-23)', () => {
  let store: DocumentStore;
  let bad: [number, readonly SolutionLineProblem[]][];
  beforeEach(() => {
    store = openSqliteStore({ file: ':memory:' });
    bad = [];
  });
  afterEach(() => store.close());

  const run = (
    records: readonly SourceRow['record'][],
    into: 'organization' | 'microsoft' = 'organization',
  ) =>
    importSolutions(
      {
        target: createSolutionImport(store, 'contoso'),
        onBadLine: (line, problems) => bad.push([line, problems]),
      },
      rowsOf(records),
      into,
      2,
    );
  const names = async () => {
    const catalog = createSolutionCatalog({ store, vetted: () => true });
    const found = await catalog.search({ organization: 'contoso', text: '', kinds: solutionKinds, limit: 9 });
    return found.map(({ name }) => name);
  };
  const heading = ['Name', 'Notes', 'Solution ID', 'Type'];

  it('given rows in batches, when imported, then all are there; again nothing is written, and what differs is changed', async () => {
    const rows = [heading, ['One', '', 'SOL-1', ''], ['Two', '', 'SOL-2', '3P'], ['Three', '', 'SOL-3', '']];
    const first = await run(rows);
    assert.ok(first.ok);
    assert.deepEqual(first.counts, { rows: 3, added: 3, changed: 0, unchanged: 0, bad: 0 });
    assert.deepEqual(first.ignored, ['Notes']);
    assert.deepEqual(await names(), ['One', 'Three', 'Two']);
    const again = await run([...rows.slice(0, 3), ['Three anew', '', 'SOL-3', '']]);
    assert.ok(again.ok);
    assert.deepEqual(again.counts, { rows: 3, added: 0, changed: 1, unchanged: 2, bad: 0 });
  });

  it('given bad rows, when imported, then each is told with its line and what is wrong, and the others are there', async () => {
    const outcome = await run([
      heading,
      ['One', '', 'SOL-1', ''],
      { problem: 'malformed' },
      { problem: 'no-plain-value', heading: 'name' },
      ['Two', '', '', 'hardware'],
      ['', ' '],
      ['Again', '', 'sol-1', ''],
      ['Two', '', 'SOL-2', '', 'moved'],
      ['Tw\ufffd', '', 'SOL-2', ''],
      ['Short', '', 'SOL-3'],
    ]);
    assert.ok(outcome.ok);
    assert.deepEqual(outcome.counts, { rows: 8, added: 2, changed: 0, unchanged: 0, bad: 6 });
    assert.deepEqual(bad, [
      [3, [{ code: 'malformed', heading: undefined }]],
      [4, [{ code: 'no-plain-value', heading: 'name' }]],
      [
        5,
        [
          { code: 'missing', field: 'id' },
          { code: 'unknown-kind', field: 'kind', value: 'hardware' },
        ],
      ],
      [7, [{ code: 'twice', field: 'id', id: 'sol-1', line: 2 }]],
      [8, [{ code: 'too-many-cells', cells: 5, columns: 4 }]],
      [9, [{ code: 'undecodable' }]],
    ]);
    assert.deepEqual(await names(), ['One', 'Short']);
  });

  it('given no column for what a solution needs, or a file that is no text, then it is refused as a whole', async () => {
    assert.deepEqual(await run([['Name', 'Notes']]), {
      ok: false,
      problem: { code: 'columns-missing', missing: ['id'] },
    });
    assert.deepEqual(await run([{ problem: 'workbook' }]), {
      ok: false,
      problem: { code: 'workbook', line: 1 },
    });
    assert.deepEqual(await names(), []);
  });

  it('given Microsoft’s catalog, then a row without kind is Microsoft’s, and what belongs to one organization is refused', async () => {
    const outcome = await run([heading, ['One', '', 'MS-1', ''], ['Own', '', 'SOL-1', 'own']], 'microsoft');
    assert.ok(outcome.ok);
    assert.equal(outcome.counts.added, 1);
    assert.deepEqual(bad, [[3, [{ code: 'not-shared', field: 'kind', kind: 'own' }]]]);
  });
});
