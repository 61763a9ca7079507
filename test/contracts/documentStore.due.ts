import assert from 'node:assert/strict';
import type { DueLimits, StoredDocument } from '#ports/documents.ts';
import { draft, organization, written } from './documentStore.samples.ts';
import type { StoreUnderTest } from './storeUnderTest.ts';

const now = '1990-06-01T12:00:00.000Z';
const before1 = '1990-06-01T11:59:59.999Z';
const after1 = '1990-06-01T12:00:00.001Z';
const plenty: DueLimits = { total: 100, perOrganization: 100 };

/** What `due` finds, across all organizations. Each test removes what it made, since `due` sees everything. */
export function dueContract(subject: () => StoreUnderTest): void {
  let made: { partition: string; id: string }[] = [];

  const put = async (partition: string, id: string, dueAt?: string): Promise<StoredDocument> => {
    made.push({ partition, id });
    return written<unknown>(await subject().store.create(draft(partition, id, { dueAt })));
  };
  const putMany = (partition: string, count: number, dueAt: string) =>
    Promise.all(Array.from({ length: count }, (_, at) => put(partition, `d${at}`, dueAt)));

  afterEach(async () => {
    const { store } = subject();
    for (const { partition, id } of made) {
      const found = await store.read(partition, id);
      if (found) await store.remove(partition, id, found.etag);
    }
    made = [];
  });

  it('given moments before, at and after now and none, when asked, then those up to now are due', async () => {
    const org = organization();
    const early = await put(org, 'early', before1);
    const sharp = await put(`${org}/notices/1`, 'sharp', now);
    await put(org, 'late', after1);
    await put(org, 'never');
    const found = await subject().store.due(now, plenty);
    assert.deepEqual(found.sort(byId), [early, sharp]);
  });

  it('given a due document, when its moment is moved or taken away or it is removed, then it is not due', async () => {
    const { store } = subject();
    const org = organization();
    const [moved, cleared, removed] = [
      await put(org, 'a', now),
      await put(org, 'b', now),
      await put(org, 'c', now),
    ];
    const { etag } = written(await store.replace({ ...moved, dueAt: after1 }, moved.etag));
    const { dueAt: _, ...without } = cleared;
    written(await store.replace(without, cleared.etag));
    await store.remove(org, 'c', removed.etag);
    assert.deepEqual(await store.due(now, plenty), []);
    written(await store.replace({ ...moved, dueAt: now }, etag));
    assert.equal((await store.due(now, plenty)).length, 1);
  });

  it('given leases that run out soon, and one by a clock that ran a day ahead, when asked when leases end, then that one is due too', async () => {
    const { store } = subject();
    const org = organization();
    const leased = async (id: string, until: string) => {
      made.push({ partition: org, id });
      const lease = { owner: 'p1', until };
      return written<unknown>(await store.create(draft(org, id, { dueAt: until, lease })));
    };
    const due = await put(org, 'a', now);
    await leased('b', '1990-06-01T12:01:00.000Z');
    const ahead = await leased('c', '1990-06-02T12:01:00.000Z');
    await put(org, 'd', '1990-06-02T12:01:00.000Z');
    const leasesEndBy = '1990-06-01T12:05:00.000Z';
    const found = await store.due(now, { ...plenty, leasesEndBy });
    assert.deepEqual(found.sort(byId), [due, ahead]);
    assert.deepEqual(await store.due(now, plenty), [due]);
  });

  it('given more than the limit, when asked, then the oldest come', async () => {
    const org = organization();
    for (let at = 0; at < 6; at++) await put(org, `d${at}`, `1990-05-0${6 - at}T00:00:00.000Z`);
    for (const limits of [
      { total: 3, perOrganization: 100 },
      { total: 100, perOrganization: 3 },
    ]) {
      const found = await subject().store.due(now, limits);
      assert.deepEqual(found.map(({ id }) => id).sort(), ['d3', 'd4', 'd5']);
    }
  });

  it('given one organization with very many older ones, then the others get their turn', async () => {
    const [greedy, small, other] = [organization(), organization(), organization()];
    await putMany(greedy, 25, '1990-01-01T00:00:00.000Z');
    await putMany(`${greedy}/notices/1`, 25, '1990-01-02T00:00:00.000Z');
    await putMany(small, 2, now);
    await putMany(`${other}/timeline/1`, 3, before1);
    for (const total of [10, 20, 100]) {
      const counts = countOf(await subject().store.due(now, { total, perOrganization: 5 }));
      assert.deepEqual(counts, { [greedy]: 5, [small]: 2, [other]: 3 });
    }
  });

  it('given several organizations with very many, then the total and each share hold and the last gets its turn', async () => {
    const greedy = [organization(), organization(), organization()];
    for (const [at, org] of greedy.entries()) await putMany(org, 15, `1990-01-0${at + 1}T00:00:00.000Z`);
    const small = organization();
    await putMany(small, 4, now);
    const counts = countOf(await subject().store.due(now, { total: 12, perOrganization: 3 }));
    assert.deepEqual(counts, Object.fromEntries([...greedy, small].map((org) => [org, 3])));
  });

  it('given several organizations, when asked again and again, then each comes first at times', async () => {
    const organizations = [organization(), organization(), organization()];
    for (const org of organizations) await putMany(org, 2, now);
    const first = new Set<string>();
    for (let formVersion = 0; formVersion < 60 && first.size < 3; formVersion++) {
      const found = await subject().store.due(now, plenty);
      const [one, two, three] = found.map(({ partition }) => partition);
      assert.equal(
        new Set([one, two, three]).size,
        3,
        'every organization comes once before one comes twice',
      );
      first.add(one ?? '');
    }
    assert.equal(first.size, 3);
  });

  function countOf(documents: readonly StoredDocument[]): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { partition } of documents) {
      const org = partition.split('/')[0] ?? '';
      counts[org] = (counts[org] ?? 0) + 1;
    }
    return counts;
  }
}

function byId(a: StoredDocument, b: StoredDocument): number {
  return a.id < b.id ? -1 : 1;
}
