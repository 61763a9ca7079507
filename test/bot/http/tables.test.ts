import assert from 'node:assert/strict';
import { openCustomers } from '#adapters/customers/openCustomers.ts';
import { createSolutionCatalog } from '#adapters/solutions/catalog.ts';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { solutionKinds } from '#domain/referral/referral.ts';
import { KEY, type RunningBot, startBot } from '#test/support/bot/startBot.ts';
import {
  CONTOSO_KEY,
  FABRIKAM_KEY,
  temporaryFile,
  twoOrganizations,
} from '#test/support/organization/organizations.ts';
import { textOf } from '#test/support/repository.ts';
import { type BreakableStore, breakable } from '#test/support/store/breakableStore.ts';

interface Answer {
  new: number;
  changed: number;
  unchanged: number;
  refused: number;
  problems: { row: number; field?: string; path?: string; message: string }[];
  notes: { row: number; field?: string; message: string }[];
  ignored: string[];
}

const send = async (
  bot: RunningBot,
  table: 'customers' | 'solutions',
  body: object | string,
  { key = KEY, type = typeof body === 'string' ? 'text/csv' : 'application/json' } = {},
) => {
  const response = await fetch(`${bot.url}/api/${table}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': type },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer };
};
const counts = ({ body }: { body: Answer }) => [body.new, body.changed, body.unchanged, body.refused];

describe('POST /api/customers (CR-18)', () => {
  let store: BreakableStore;
  let bot: RunningBot;
  beforeEach(async () => {
    store = breakable(openSqliteStore({ file: ':memory:' }));
    bot = await startBot({}, { store });
  });
  afterEach(() => bot.stop());
  const found = async (text: string) =>
    (await openCustomers(bot.composed.store).search({ text, limit: 15 })).customers.map(({ name }) => name);
  const contoso = { name: 'Contoso Ltd', city: 'Seattle', country: 'US', 'D-U-N-S': '100000001' };
  const fabrikam = { name: 'Fabrikam', city: 'Köln', country: 'Germany' };

  it('given rows, when sent, then they are found at once; again nothing changes, and what differs is changed', async () => {
    const value = [contoso, fabrikam];
    const first = await send(bot, 'customers', { value });
    assert.equal(first.status, 200);
    assert.deepEqual(first.body, {
      new: 2,
      changed: 0,
      unchanged: 0,
      refused: 0,
      problems: [],
      notes: [],
      ignored: [],
    });
    assert.deepEqual(await found('contoso seattle'), ['Contoso Ltd']);
    assert.deepEqual(counts(await send(bot, 'customers', { value })), [0, 0, 2, 0]);
    const moved = { ...contoso, city: 'Denver' };
    assert.deepEqual(counts(await send(bot, 'customers', { value: [moved, fabrikam] })), [0, 1, 1, 0]);
  });

  it('given the same rows as JSON and as the file of the documentation, then both doors lead to the same', async () => {
    const csv = textOf('docs/customers-sample.csv');
    assert.deepEqual(counts(await send(bot, 'customers', csv)), [12, 0, 0, 0]);
    const [heading = [], ...rows] = csv
      .trim()
      .split('\n')
      .map((line) =>
        line.match(/("[^"]*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, '').replace(/"/g, '')),
      );
    const value = rows.map((row) => Object.fromEntries(heading.map((name, at) => [name, row?.[at] ?? ''])));
    assert.equal(value.length, 12);
    assert.deepEqual(counts(await send(bot, 'customers', { value })), [0, 0, 12, 0]);
  });

  it('given rows of which some are wrong, then the right ones are taken over, and each other one is told with its number, field and words', async () => {
    const value = [
      contoso,
      { name: '', country: 'DE' },
      { ...fabrikam, country: 'Narnia' },
      'no row',
      { ...fabrikam, address: { line1: 'Way' } },
      {},
      { ...fabrikam, duns: '1', Umsatz: 7 },
    ];
    const { status, body } = await send(bot, 'customers', { value });
    assert.equal(status, 200);
    assert.deepEqual(counts({ body }), [2, 0, 0, 5]);
    assert.deepEqual(
      body.problems.map(({ row, field }) => [row, field]),
      [
        [2, 'name'],
        [3, 'country'],
        [4, undefined],
        [5, 'address'],
        [6, undefined],
      ],
    );
    assert.equal(body.problems[0]?.message, 'name is missing');
    assert.match(body.problems[1]?.message ?? '', /^"Narnia" is no country/);
    assert.deepEqual(
      body.notes.map(({ row, field }) => [row, field]),
      [[7, 'D-U-N-S']],
    );
    assert.deepEqual(body.ignored, ['Umsatz']);
    assert.deepEqual(await found('fabrikam'), ['Fabrikam']);
  });

  it('given a CSV file with a bad line, then its line is named', async () => {
    const { body } = await send(bot, 'customers', 'Firma;Land\n\nContoso;DE\n;DE\n"open;DE\nFabrikam;AT\n');
    assert.deepEqual(counts({ body }), [2, 0, 0, 2]);
    assert.deepEqual(
      body.problems.map(({ row, message }) => [row, message]),
      [
        [4, 'name is missing'],
        [5, 'a value begins with a quote that is never closed'],
      ],
    );
  });

  const row = { name: 'Contoso', country: 'US' };
  const refusals: [what: string, body: object | string, type: string, status: number, words: RegExp][] = [
    ['no column for the country', 'name\nContoso\n', 'text/csv', 400, /no column for the country/],
    ['another encoding', 'name,country\nM\xfcller,DE\n', 'text/csv', 400, /neither UTF-8 nor UTF-16/],
    ['nothing', '', 'text/csv', 400, /is empty/],
    ['no rows', { value: [] }, 'application/json', 400, /value has no rows/],
    ['a list alone', [row], 'application/json', 400, /must be \{"value": \[/],
    ['a row alone', row, 'application/json', 400, /must be \{"value": \[/],
    ['no JSON', '{', 'application/json', 400, /not JSON/],
    ['a form', 'name=Contoso', 'application/x-www-form-urlencoded', 415, /application\/json or text\/csv/],
    ['1,001 rows', { value: Array(1_001).fill(row) }, 'application/json', 413, /more than 1000 rows/],
    ['1,001 lines', `name,country\n${'Contoso,US\n'.repeat(1_001)}`, 'text/csv', 413, /more than 1000 rows/],
    ['more than 1 MB', 'x'.repeat(1024 * 1024 + 1), 'text/csv', 413, /larger than 1024 KB/],
  ];
  for (const [what, body, type, status, words] of refusals) {
    it(`given ${what}, then ${status} in words, and nothing is taken over`, async () => {
      const sent = typeof body === 'string' ? Buffer.from(body, 'latin1') : JSON.stringify(body);
      const response = await fetch(`${bot.url}/api/customers`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': type },
        body: sent,
      });
      const { problems } = (await response.json()) as Answer;
      assert.equal(response.status, status);
      assert.match(problems[0]?.message ?? '', words);
      assert.deepEqual(await found('contoso'), []);
    });
  }

  it('given exactly 1,000 rows, then all are taken over', async () => {
    const value = Array.from({ length: 1_000 }, (_, n) => ({ name: `Customer ${n}`, country: 'US' }));
    assert.deepEqual(counts(await send(bot, 'customers', { value })), [1_000, 0, 0, 0]);
  });

  it('given no key, then 401', async () => {
    assert.equal((await send(bot, 'customers', { value: [row] }, { key: 'none' })).status, 401);
  });

  it('given the store goes away in the middle, then 503 with Retry-After, and sent again all is there once', async () => {
    const value = Array.from({ length: 60 }, (_, n) => ({ name: `Customer ${n}`, country: 'US' }));
    let creates = 0;
    store.fails = (operation) => operation === 'create' && ++creates > 30;
    const refused = await send(bot, 'customers', { value });
    assert.equal(refused.status, 503);
    assert.match(refused.headers.get('Retry-After') ?? '', /^[1-9]/);
    store.fails = undefined;
    const [created = 0, , unchanged = 0] = counts(await send(bot, 'customers', { value }));
    assert.ok(unchanged > 0);
    assert.equal(created + unchanged, 60);
  });

  it('given many who send at once, then some are told to come again in a moment, and whoever is taken is taken whole', async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        send(bot, 'customers', {
          value: Array.from({ length: 100 }, (__, at) => ({ name: `C${n} ${at}`, country: 'US' })),
        }),
      ),
    );
    for (const { status, headers, body } of all) {
      if (status === 200) assert.equal(body.new, 100);
      else assert.deepEqual([status, headers.get('Retry-After')], [429, '5']);
    }
    assert.ok(all.filter(({ status }) => status === 200).length >= 11);
  });

  it('given tables that were taken and refused, then the metrics count requests and rows', async () => {
    await send(bot, 'customers', { value: [row, { name: '', country: 'US' }] });
    await send(bot, 'customers', { value: [] });
    const text = await (await fetch(`${bot.url}/metrics`)).text();
    for (const line of [
      'cosell_tables_total{table="customers",outcome="taken"} 1',
      'cosell_tables_total{table="customers",outcome="refused_400"} 1',
      'cosell_table_rows_total{table="customers",outcome="new"} 1',
      'cosell_table_rows_total{table="customers",outcome="refused"} 1',
    ]) {
      assert.ok(text.split('\n').includes(line), line);
    }
  });
});

describe('POST /api/solutions (CR-23)', () => {
  let bot: RunningBot;
  let file: Awaited<ReturnType<typeof temporaryFile>>;
  before(async () => {
    const [contoso, fabrikam] = twoOrganizations().organizations;
    file = await temporaryFile({ organizations: [{ ...contoso, customersByHttp: true }, fabrikam] });
    bot = await startBot({ ORGANIZATIONS_FILE: file.path });
  });
  after(async () => {
    await bot.stop();
    await file.remove();
  });
  const catalog = async (organization: string) => {
    const { store } = bot.composed;
    const found = createSolutionCatalog({ store, vetted: () => true });
    return found.search({ organization, text: '', kinds: solutionKinds, limit: 100 });
  };

  it('given rows, when sent, then they stand in the catalog of the key’s organization alone, as an import of a file leaves them', async () => {
    const value = [
      { id: 'SOL-1', name: 'Analytics', incentive: true, 'ip co-sell': 'yes', publisher: null },
      { id: 'SOL-2', name: 'Ledger', kind: '3P', publisher: 'Fabrikam' },
    ];
    assert.deepEqual(counts(await send(bot, 'solutions', { value }, { key: CONTOSO_KEY })), [2, 0, 0, 0]);
    assert.deepEqual(await catalog('contoso'), [
      { id: 'SOL-1', name: 'Analytics', kind: 'own', incentive: true, ipCosell: true },
      { id: 'SOL-2', name: 'Ledger', kind: 'third-party', publisher: 'Fabrikam' },
    ]);
    assert.deepEqual(await catalog('fabrikam'), []);
    const csv =
      'id,name,kind,publisher,incentive,ip co-sell\nSOL-1,Analytics,,,yes,1\nSOL-2,Ledger,3P,Fabrikam,,\n';
    assert.deepEqual(counts(await send(bot, 'solutions', csv, { key: CONTOSO_KEY })), [0, 0, 2, 0]);
  });

  it('given rows of which some are wrong, then each is told with its number, field and words, and the others are taken over', async () => {
    const value = [
      { id: 'SOL 3', name: 'Blank' },
      { id: 'SOL-4', name: 'Odd', kind: 'hardware', incentive: 'perhaps' },
      { id: 'SOL-5', name: 'Right', owner: 'x' },
      { id: 'sol-5', name: 'Again' },
      { id: 'SOL-6', name: ['a', 'b'] },
      7,
    ];
    const { status, body } = await send(bot, 'solutions', { value }, { key: CONTOSO_KEY });
    assert.equal(status, 200);
    assert.deepEqual(counts({ body }), [1, 0, 0, 5]);
    assert.deepEqual(body.problems, [
      { row: 1, field: 'id', message: 'the id must have 1 to 100 characters without blanks and commas' },
      {
        row: 2,
        field: 'kind',
        message: 'the kind "hardware" is none of own, microsoft, third-party, assessment',
      },
      { row: 2, field: 'incentive', message: 'incentive "perhaps" is neither yes nor no' },
      { row: 4, field: 'id', message: 'the id sol-5 stands in line 3 already' },
      { row: 5, field: 'name', message: 'a value is neither text nor number, true, false or null' },
      { row: 6, message: 'is no row: an object with names of columns and values' },
    ]);
    assert.deepEqual(body.ignored, ['owner']);
  });

  it('given rows without ids, then 400 names the column', async () => {
    const { status, body } = await send(bot, 'solutions', { value: [{ name: 'x' }] }, { key: FABRIKAM_KEY });
    assert.equal(status, 400);
    assert.match(body.problems[0]?.message ?? '', /no column id/);
  });

  it('given several organizations, then only one that the file allows fills the customers, which all share', async () => {
    const value = [{ name: 'Shared', country: 'US' }];
    const refused = await send(bot, 'customers', { value }, { key: FABRIKAM_KEY });
    assert.equal(refused.status, 403);
    assert.match(refused.body.problems[0]?.message ?? '', /customersByHttp/);
    assert.deepEqual(counts(await send(bot, 'customers', { value }, { key: CONTOSO_KEY })), [1, 0, 0, 0]);
  });
});
