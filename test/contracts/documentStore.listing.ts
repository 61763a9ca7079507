import assert from 'node:assert/strict';
import { cursorAt } from '#ports/documentKeys.ts';
import type { DocumentDraft, IndexValue, ListQuery, StoredDocument } from '#ports/documents.ts';
import { draft, organization, written } from './documentStore.samples.ts';
import type { StoreUnderTest } from './storeUnderTest.ts';

const stages = ['received', 'active', 'closed won', 'closed lost'];
const names = ['Contoso', 'contoso', 'Ärzte', 'Zebra', 'a b', 'ab', '微软', '', '🤝', '\uffff'];

function samples(partition: string): DocumentDraft[] {
  return Array.from({ length: 48 }, (_, at) =>
    draft(partition, `r${(at * 29) % 48}`, {
      kind: at % 6 === 5 ? 'person' : 'referral',
      index: {
        stage: stages[at % 4] ?? '',
        // Ties on purpose: four documents share a moment.
        created: `2031-01-${10 + Math.floor(at / 4)}T00:00:00.000Z`,
        name: names[at % names.length] ?? '',
        urgent: at % 3 === 0,
        ...(at % 5 > 0 && { amount: [-3, 0, 2.5, 1e9, -1e-9, 10, 9][at % 7] ?? 0 }),
      },
      terms: [
        `t${at % 2}`,
        `u${at % 7}`,
        ...(at === 11 ? ['rare'] : []),
        ...(at % 3 === 0 ? ['team:Ä b'] : []),
        ...(at % 4 === 0 ? ['team:x'] : []),
      ],
    }),
  );
}

const queries: Record<string, Omit<ListQuery, 'partition' | 'limit'>> = {
  everything: {},
  'one kind': { kind: 'person' },
  'a kind that is not there': { kind: 'none' },
  'one field': { where: { stage: 'received' } },
  'one of several values': { where: { stage: ['received', 'closed won', 'none'] } },
  'no values at all': { where: { stage: [] } },
  'a boolean': { where: { urgent: true } },
  'a number': { where: { amount: 2.5 } },
  'the number as a text': { where: { amount: '2.5' } },
  'a field that is not there': { where: { nothing: 'x' } },
  'several fields': {
    where: { stage: ['active', 'received'], urgent: false, name: ['ab', 'Zebra', 'Contoso'] },
  },
  'one term': { terms: ['t1'] },
  'several terms': { terms: ['t1', 'u3'] },
  'the same term twice': { terms: ['t1', 't1'] },
  'a rare term and a field': { terms: ['rare'], where: { stage: 'closed lost' } },
  'a term that is not there': { terms: ['none', 't1'] },
  'one of a group of terms': { terms: [['u1', 'u3', 'none']] },
  'a group of no terms': { terms: [[]] },
  'a group that some carry twice, newest first': {
    terms: [['team:x', 'team:Ä b', 'team:none'], 't0'],
    orderBy: { field: 'created', direction: 'descending' },
  },
  'a group without an ordering, oldest first': {
    terms: [
      ['u1', 'team:x'],
      ['t0', 't1'],
    ],
    where: { stage: ['received', 'closed won'] },
    orderBy: { field: 'created', direction: 'ascending' },
  },
  'a group by another order': {
    terms: [['team:x', 'team:Ä b']],
    orderBy: { field: 'name', direction: 'descending' },
  },
  'by moment': { orderBy: { field: 'created', direction: 'ascending' } },
  'by moment, newest first': { orderBy: { field: 'created', direction: 'descending' } },
  'a stage, newest first': {
    where: { stage: 'received' },
    orderBy: { field: 'created', direction: 'descending' },
  },
  'a stage of a kind, oldest first': {
    kind: 'referral',
    where: { stage: 'active' },
    orderBy: { field: 'created', direction: 'ascending' },
  },
  'several stages and a term, newest first': {
    where: { stage: ['active', 'closed won'] },
    terms: ['t1'],
    orderBy: { field: 'created', direction: 'descending' },
  },
  'several stages by moment': {
    where: { stage: ['closed won', 'active', 'active'] },
    orderBy: { field: 'created', direction: 'ascending' },
  },
  'by name': { orderBy: { field: 'name', direction: 'ascending' } },
  'urgent ones by name, backwards': {
    where: { urgent: true },
    orderBy: { field: 'name', direction: 'descending' },
  },
  'by amount, which some have not': { orderBy: { field: 'amount', direction: 'ascending' } },
  'by amount, backwards, with a term': {
    terms: ['t0'],
    orderBy: { field: 'amount', direction: 'descending' },
  },
  'by a boolean': { orderBy: { field: 'urgent', direction: 'ascending' } },
  'by a field that is not there': { orderBy: { field: 'nothing', direction: 'ascending' } },
};

/** Lists, compared with a list made by hand. */
export function listingContract(subject: () => StoreUnderTest): void {
  const org = organization();
  let all: StoredDocument[] = [];

  before(async () => {
    const { store } = subject();
    const drafts = samples(org);
    const results = await Promise.all(
      drafts.map((one) => store.create({ ...one, index: { stage: 'first' } })),
    );
    // Replaced, so that what an earlier version had in the indexes must be gone.
    all = await Promise.all(
      drafts.map(async (one, at) =>
        written(await store.replace(one, written(results[at] ?? assert.fail()).etag)),
      ),
    );
    await store.create({
      ...draft(`${org}/other`, 'x'),
      index: { stage: 'received', created: 'a' },
      terms: ['t1'],
    });
  });

  for (const [name, query] of Object.entries(queries)) {
    it(`given many documents, when asked for ${name}, page by page of any size, then all and only those come in order`, async () => {
      const expected = byHand(all, query);
      for (const limit of [1, 7, 100])
        assert.deepEqual(await pages(subject(), { partition: org, ...query, limit }), expected);
    });

    it(`given many documents, when those of ${name} are counted, then no further than asked for`, async () => {
      const { orderBy: _orderBy, ...filters } = query;
      const { length } = byHand(all, filters);
      const { store } = subject();
      assert.deepEqual(await store.count({ partition: org, ...filters, limit: 100 }), {
        count: length,
        more: false,
      });
      for (const limit of [1, 5]) {
        assert.deepEqual(await store.count({ partition: org, ...filters, limit }), {
          count: Math.min(length, limit),
          more: length > limit,
        });
      }
    });
  }

  it('given a page that is exactly full, then there is no cursor to an empty one', async () => {
    const page = await subject().store.list({ partition: org, limit: 48 });
    assert.equal(page.documents.length, 48);
    assert.equal(page.cursor, undefined);
  });

  it('given documents that come between two pages, then none of the others is lost or repeated', async () => {
    const { store } = subject();
    const partition = organization();
    const put = (id: string, n: number) => store.create(draft(partition, id, { index: { n } }));
    for (const n of [10, 20, 30, 40]) await put(`r${n}`, n);
    const query: ListQuery = { partition, orderBy: { field: 'n', direction: 'ascending' }, limit: 2 };
    const first = await store.list(query);
    await put('before', 5);
    await put('after', 35);
    assert.ok(first.cursor);
    const rest = await store.list({ ...query, cursor: first.cursor, limit: 10 });
    assert.deepEqual(
      [...first.documents, ...rest.documents].map(({ id }) => id),
      ['r10', 'r20', 'r30', 'after', 'r40'],
    );
  });

  it('given a position made of a field and an id, when listed from there in either direction, then what lies beyond comes', async () => {
    const ordered = byHand(all, { orderBy: { field: 'created', direction: 'ascending' } });
    const middle = ordered[20] ?? assert.fail();
    const cursor = cursorAt(String(middle.index?.created), middle.id);
    for (const [direction, wanted] of [
      ['ascending', ordered.slice(21, 26)],
      ['descending', ordered.slice(15, 20).reverse()],
    ] as const) {
      const orderBy = { field: 'created', direction };
      const page = await subject().store.list({ partition: org, orderBy, cursor, limit: 5 });
      assert.deepEqual(page.documents, wanted);
    }
  });

  it('given a cursor that somebody made up, then the answer is some page of the same partition', async () => {
    for (const cursor of ['', ' ', 'x', '~ffff', `${'z'.repeat(300)} 1`, '" OR 1=1']) {
      const { documents } = await subject().store.list({ partition: org, cursor, limit: 100 });
      assert.ok(documents.every(({ partition }) => partition === org));
    }
  });
}

async function pages({ store }: StoreUnderTest, query: ListQuery): Promise<StoredDocument[]> {
  const found: StoredDocument[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.list(cursor === undefined ? query : { ...query, cursor });
    assert.ok(page.documents.length <= query.limit);
    found.push(...page.documents);
    cursor = page.cursor;
  } while (cursor !== undefined && found.length <= 100);
  return found;
}

function byHand(
  all: readonly StoredDocument[],
  query: Omit<ListQuery, 'partition' | 'limit'>,
): StoredDocument[] {
  const { kind, where = {}, terms = [], orderBy } = query;
  const value = (document: StoredDocument, field: string) => document.index?.[field];
  const fits = (document: StoredDocument) =>
    (kind === undefined || document.kind === kind) &&
    Object.entries(where).every(([field, wanted]) =>
      [wanted].flat().some((one) => one === value(document, field)),
    ) &&
    terms.every((group) => [group].flat().some((term) => document.terms?.includes(term))) &&
    (!orderBy || value(document, orderBy.field) !== undefined);
  const ascending = all.filter(fits).sort((a, b) => {
    const order = orderBy ? compare(value(a, orderBy.field), value(b, orderBy.field)) : 0;
    return order || compare(a.id, b.id);
  });
  return orderBy?.direction === 'descending' ? ascending.reverse() : ascending;
}

function compare(a: IndexValue | undefined, b: IndexValue | undefined): number {
  if (a === undefined || b === undefined || a === b) return 0;
  return a < b ? -1 : 1;
}
