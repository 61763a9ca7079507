import assert from 'node:assert/strict';
import { openCustomers } from '#adapters/customers/openCustomers.ts';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { type CustomerCounts, importCustomers, type LineProblem } from '#app/import/customers.import.ts';
import type { SourceRow } from '#app/import/sourceRow.ts';
import type { CustomerDirectory, CustomerRegister } from '#ports/customers.ts';
import type { DocumentStore } from '#ports/documents.ts';

const header = [
  'Name',
  'Address',
  'City',
  'State',
  'Postal code',
  'Country',
  'D-U-N-S',
  'Microsoft account id',
];
const contoso = ['Contoso Ltd', '1 Main St', 'Seattle', 'WA', '98101', 'US', '100000001', ''];
const fabrikam = ['Fabrikam', '5 Way', 'Köln', '', '50667', 'Germany', '', ''];

async function* rowsOf(records: readonly SourceRow['record'][]): AsyncGenerator<SourceRow> {
  for (const [at, record] of records.entries()) yield { line: at + 1, record };
}

describe('customers.import (CR-18)', () => {
  let store: DocumentStore;
  let customers: CustomerDirectory & CustomerRegister;
  let bad: [number, readonly LineProblem[]][];
  let leftOut: [number, readonly LineProblem[]][];
  let progress: CustomerCounts[];
  beforeEach(() => {
    store = openSqliteStore({ file: ':memory:' });
    customers = openCustomers(store);
    bad = [];
    leftOut = [];
    progress = [];
  });
  afterEach(() => store.close());

  const run = (
    records: readonly SourceRow['record'][],
    {
      batch = 2,
      signal,
      register = customers,
    }: { batch?: number; signal?: AbortSignal; register?: CustomerRegister } = {},
  ) =>
    importCustomers(
      {
        register,
        onBadLine: (line, problems) => bad.push([line, problems]),
        onLeftOut: (line, problems) => leftOut.push([line, problems]),
        onProgress: (counts) => progress.push(counts),
        signal,
      },
      rowsOf(records),
      batch,
    );
  const found = async (text: string) => (await customers.search({ text, limit: 15 })).customers;
  const counts = (some: Partial<CustomerCounts>) => ({
    rows: 0,
    created: 0,
    changed: 0,
    unchanged: 0,
    bad: 0,
    partly: 0,
    ...some,
  });

  it('given a file, when it is imported, then its customers are found with all that is known of them', async () => {
    const outcome = await run([header, contoso, fabrikam]);
    assert.ok(outcome.ok);
    assert.deepEqual(outcome.counts, counts({ rows: 2, created: 2 }));
    assert.deepEqual([outcome.ignored, outcome.stopped], [[], false]);
    assert.deepEqual(
      outcome.understood.map(({ heading }) => heading),
      header,
    );
    assert.deepEqual(await found('contoso seattle'), [
      {
        id: 'US:d100000001',
        name: 'Contoso Ltd',
        addressLines: ['1 Main St'],
        city: 'Seattle',
        state: 'WA',
        postalCode: '98101',
        country: 'US',
        duns: '100000001',
      },
    ]);
    const [one] = await found('fabrikam koln');
    assert.equal(one?.country, 'DE');
    assert.deepEqual(await customers.byId(one?.id ?? ''), one);
  });

  it('given columns in another order, under other names and unknown ones, when imported, then each is understood', async () => {
    const outcome = await run([
      ['ZIP', 'COUNTRY/REGION', 'Owner', 'duns_number', 'Company Name', 'Street Address', 'address line 2'],
      ['98101', 'united states', 'Anna', '10-000-0001', ' Contoso\u00a0 Ltd ', '1 Main St', 'Floor 2'],
    ]);
    assert.ok(outcome.ok);
    assert.deepEqual(outcome.ignored, ['Owner']);
    const [one] = await found('contoso');
    assert.deepEqual(
      [one?.name, one?.addressLines, one?.postalCode, one?.duns, one?.country],
      ['Contoso Ltd', ['1 Main St', 'Floor 2'], '98101', '100000001', 'US'],
    );
  });

  it('given a file that was imported, when it is imported again, then nothing is written', async () => {
    await run([header, contoso, fabrikam]);
    const before = await store.read('customers/US', 'd100000001');
    const outcome = await run([header, contoso, fabrikam]);
    assert.ok(outcome.ok);
    assert.deepEqual(outcome.counts, counts({ rows: 2, unchanged: 2 }));
    assert.equal((await store.read('customers/US', 'd100000001'))?.etag, before?.etag);
  });

  it('given a changed row, when imported, then the entry keeps its id and the old name is no longer found', async () => {
    await run([header, contoso]);
    const outcome = await run([header, ['Litware Inc', ...contoso.slice(1)]]);
    assert.ok(outcome.ok);
    assert.deepEqual(outcome.counts, counts({ rows: 1, changed: 1 }));
    assert.deepEqual(
      (await found('litware')).map(({ id }) => id),
      ['US:d100000001'],
    );
    assert.equal((await customers.search({ text: 'contoso', limit: 5 })).kind, 'nearest');
  });

  it('given two companies that share a number, when imported, then both are found by it, again and again (CR-18)', async () => {
    const litware = ['Litware Inc', '9 Other Rd', 'Portland', 'OR', '97201', ...contoso.slice(5)];
    for (const rows of [
      [contoso, litware],
      [contoso, litware],
      [litware, contoso],
    ]) {
      await run([header, ...rows]);
      const shared = await found('100000001');
      assert.deepEqual(shared.map(({ name }) => name).toSorted(), ['Contoso Ltd', 'Litware Inc']);
      assert.equal(new Set(shared.map(({ id }) => id)).size, 2);
    }
    const again = await run([header, litware, contoso]);
    assert.ok(again.ok);
    assert.deepEqual(again.counts, counts({ rows: 2, unchanged: 2 }));
  });

  it('given a company with a number that moves, when imported, then it keeps its entry', async () => {
    await run([header, contoso]);
    const moved = ['Contoso Ltd', '9 Other Rd', 'Portland', 'OR', '97201', ...contoso.slice(5)];
    const outcome = await run([header, moved]);
    assert.ok(outcome.ok);
    assert.deepEqual(outcome.counts, counts({ rows: 1, changed: 1 }));
  });

  it('given one customer twice in a file, when imported in one batch, then the later row counts', async () => {
    const outcome = await run([header, contoso, ['Contoso Holding', ...contoso.slice(1)]], { batch: 10 });
    assert.ok(outcome.ok);
    assert.deepEqual(outcome.counts, counts({ rows: 2, created: 1, changed: 1 }));
    assert.deepEqual(
      (await found('contoso')).map(({ name }) => name),
      ['Contoso Holding'],
    );
  });

  it('given an entry without numbers, when its D-U-N-S number becomes known, then it does not stand there twice', async () => {
    await run([header, [...contoso.slice(0, 6), '', '']]);
    const outcome = await run([header, contoso]);
    assert.ok(outcome.ok);
    assert.deepEqual(outcome.counts, counts({ rows: 1, changed: 1 }));
    assert.deepEqual(
      (await found('contoso')).map(({ id }) => id),
      ['US:d100000001'],
    );
  });

  it('given two entities with one name at one address, when imported, then their numbers keep them apart', async () => {
    await run([header, contoso, [...contoso.slice(0, 6), '100000002', '']]);
    assert.deepEqual(
      (await found('contoso seattle')).map(({ duns }) => duns),
      ['100000001', '100000002'],
    );
  });

  it('given bad lines, when imported, then each is named with all that is wrong, and the others are taken over', async () => {
    const long = 'x'.repeat(201);
    const outcome = await run([
      header,
      contoso,
      ['', '1 St', 'Rome', '', '', 'Italia', '', ''],
      ['Wingtip', '', '', '', '', 'Atlantis', '12345678', ''],
      { problem: 'quote-not-closed' },
      ['Tailspin', 'Main St', 'Paris', '', '', 'FR', '', '', 'more'],
      [long, '', '', '', '', 'FR', '', ''],
      ['M\ufffdller', '', '', '', '', '', '', ''],
      ['---', '', '', '', '', 'FR', '', ''],
      [' ', ''],
      fabrikam,
    ]);
    assert.ok(outcome.ok);
    assert.deepEqual(outcome.counts, counts({ rows: 9, created: 2, bad: 7 }));
    assert.deepEqual(bad, [
      [3, [{ code: 'missing', field: 'name' }]],
      [4, [{ code: 'unknown-country', value: 'Atlantis' }]],
      [5, [{ code: 'quote-not-closed' }]],
      [6, [{ code: 'too-many-cells', cells: 9, columns: 8 }]],
      [7, [{ code: 'too-long', field: 'name', most: 200 }]],
      [
        8,
        [
          { code: 'undecodable', field: 'name' },
          { code: 'missing', field: 'country' },
        ],
      ],
      [9, [{ code: 'no-letters', field: 'name', value: '---' }]],
    ]);
  });

  it('given values that are short of columns or empty at the end, when imported, then they count as empty', async () => {
    const outcome = await run([header, ['Contoso', '', '', '', '', 'US'], [...fabrikam, '', ' ']]);
    assert.ok(outcome.ok);
    assert.deepEqual(outcome.counts, counts({ rows: 2, created: 2 }));
  });

  const hopeless: [string, SourceRow['record'][], object[]][] = [
    ['an empty file', [], [{ code: 'empty' }]],
    ['blank lines only', [['', ''], ['']], [{ code: 'empty' }]],
    ['no header', [['Contoso', 'Seattle', 'US']], [{ code: 'no-header' }]],
    ['something that is no text', [{ problem: 'line-too-long' }], [{ code: 'no-header' }]],
    [
      'a header without country',
      [['Name', 'City']],
      [{ code: 'column-missing', field: 'country', given: ['Name', 'City'] }],
    ],
    [
      'two columns for the name',
      [['Name', 'Company', 'Country']],
      [{ code: 'column-twice', field: 'name', given: ['Name', 'Company'] }],
    ],
  ];
  for (const [what, records, problems] of hopeless) {
    it(`given ${what}, when imported, then it says what is missing and nothing is written`, async () => {
      assert.deepEqual(await run(records), { ok: false, problems });
      assert.deepEqual(await store.list({ partition: 'customers', limit: 5 }), { documents: [] });
    });
  }

  it('given many rows, when imported, then no more than a batch is held and the progress is told', async () => {
    const sizes: number[] = [];
    const register: CustomerRegister = {
      register: async (facts) => {
        sizes.push(facts.length);
        return facts.map(() => 'created' as const);
      },
    };
    const many = Array.from({ length: 10 }, (_, n) => [`Company ${n}`, '', '', '', '', 'US']);
    await run([header, ...many], { batch: 4, register });
    assert.deepEqual(sizes, [4, 4, 2]);
    assert.deepEqual(
      progress.map(({ created }) => created),
      [4, 8, 10],
    );
  });

  it('given an import that was stopped, when it runs again, then it ends as if it had never been', async () => {
    const many = Array.from({ length: 9 }, (_, n) => [`Company ${n}`, '', '', '', '', 'US']);
    const stopping = new AbortController();
    const register: CustomerRegister = {
      register: (facts) => {
        if (progress.length === 1) stopping.abort();
        return customers.register(facts);
      },
    };
    const first = await run([header, ...many], { register, signal: stopping.signal });
    assert.ok(first.ok);
    assert.deepEqual([first.stopped, first.counts.created], [true, 4]);
    const second = await run([header, ...many]);
    assert.ok(second.ok);
    assert.deepEqual(second.counts, counts({ rows: 9, created: 5, unchanged: 4 }));
  });
});
