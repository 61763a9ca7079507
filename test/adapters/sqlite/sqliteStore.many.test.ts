import assert from 'node:assert/strict';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import type { AnyDocumentStore, ListQuery } from '#ports/documents.ts';
import { draft } from '#test/contracts/documentStore.samples.ts';

const created = (n: number) =>
  `2031-01-01T00:${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}.000Z`;
const count = 3000;

/** Beyond the size up to which SQLite may sort, so that every page is a walk on an index. */
describe('SQLite with more documents than it sorts', () => {
  let store: AnyDocumentStore;
  before(async () => {
    store = openSqliteStore({
      file: ':memory:',
      orderings: [
        { where: 'stage', orderBy: 'created' },
        { terms: 'in:', orderBy: 'created' },
      ],
    });
    const writes = Array.from({ length: count }, (_, n) =>
      store.create(
        draft('org', `r${n % 7}-${n}`, {
          index: { n, stage: n % 3 ? 'received' : 'active', created: created(n), half: n % 2 },
          terms: [n % 4 ? 'con' : 'fab', `in:${n % 2}`, ...(n % 5 ? ['in:five'] : [])],
        }),
      ),
    );
    await Promise.all(writes);
  });
  after(() => store.close());

  const numbers = async (
    query: Omit<ListQuery, 'partition' | 'limit'>,
    limit: number,
  ): Promise<unknown[]> => {
    const found: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.list({ partition: 'org', ...query, limit, ...(cursor && { cursor }) });
      found.push(...page.documents.map(({ index }) => index?.n));
      cursor = page.cursor;
    } while (cursor);
    return found;
  };
  const range = Array.from({ length: count }, (_, n) => n);

  for (const direction of ['ascending', 'descending'] as const) {
    const ordered = direction === 'ascending' ? range : range.toReversed();
    const orderBy = { field: 'created', direction };
    const cases: [string, Omit<ListQuery, 'partition' | 'limit'>, (n: number) => boolean][] = [
      ['all', {}, () => true],
      ['one stage', { where: { stage: 'received' } }, (n) => n % 3 > 0],
      ['two stages', { where: { stage: ['active', 'received'] } }, () => true],
      ['a stage and a term', { where: { stage: 'received' }, terms: ['con'] }, (n) => n % 3 > 0 && n % 4 > 0],
      ['a field and a term', { where: { half: 1 }, terms: ['con'] }, (n) => n % 2 === 1 && n % 4 > 0],
      ['one of a group of terms', { terms: [['in:0', 'in:five']] }, (n) => n % 2 === 0 || n % 5 > 0],
      [
        'a group of terms and a field, looking at few at a time',
        { terms: [['in:0', 'in:five']], where: { stage: 'received' }, effort: 7 },
        (n) => (n % 2 === 0 || n % 5 > 0) && n % 3 > 0,
      ],
      [
        'stages and a term, looking at few at a time',
        { where: { stage: ['active', 'received'] }, terms: ['fab'], effort: 1 },
        (n) => n % 4 === 0,
      ],
      [
        'stages, a field and a kind',
        { kind: 'referral', where: { half: 0, stage: ['received'] } },
        (n) => n % 2 === 0 && n % 3 > 0,
      ],
    ];
    for (const [name, query, fits] of cases) {
      it(`given ${count} documents, when paged ${direction} with ${name}, then all and only those come in order`, async () => {
        assert.deepEqual(await numbers({ ...query, orderBy }, 271), ordered.filter(fits));
      });
    }
  }

  it('given two filters that are hardly ever true together, when a page is wanted with little effort, then it is short, and its cursor looks further', async () => {
    const query: ListQuery = {
      partition: 'org',
      where: { stage: 'active', half: 1 },
      terms: ['con', 'in:0'],
      orderBy: { field: 'created', direction: 'ascending' },
      limit: 10,
    };
    const page = await store.list({ ...query, effort: 100 });
    assert.deepEqual(page.documents, []);
    assert.ok(page.cursor);
    assert.equal((await store.list(query)).cursor, undefined);
    const { partition, where, terms } = query;
    const counted = { partition, ...(where && { where }), ...(terms && { terms }), limit: 10 };
    assert.deepEqual(await store.count({ ...counted, effort: 100 }), { count: 0, more: true });
    assert.deepEqual(await store.count(counted), { count: 0, more: false });
  });

  it('given many documents, when walked without an order, then each that fits comes once', async () => {
    const found = await numbers({ where: { half: 1, stage: ['active', 'received'] }, terms: ['con'] }, 99);
    assert.deepEqual(new Set(found).size, found.length);
    assert.deepEqual(found.length, range.filter((n) => n % 2 === 1 && n % 4 > 0).length);
  });

  it('given many documents, when a page far behind is read, then it costs what the first does', async () => {
    const query: ListQuery = {
      partition: 'org',
      where: { stage: 'received' },
      orderBy: { field: 'created', direction: 'ascending' },
      limit: 20,
    };
    const { cursor } = await store.list({ ...query, limit: 1000 });
    assert.ok(cursor);
    const best = async (one: ListQuery) => {
      let least = Number.POSITIVE_INFINITY;
      for (let formVersion = 0; formVersion < 30; formVersion++) {
        const start = performance.now();
        await store.list(one);
        least = Math.min(least, performance.now() - start);
      }
      return least;
    };
    const [first, far] = [await best(query), await best({ ...query, cursor })];
    assert.ok(far < first * 3 + 0.5, `${first} ms, ${far} ms`);
  });
});
