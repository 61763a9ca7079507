import assert from 'node:assert/strict';
import type { StoredDocument } from '#ports/documents.ts';
import { draft, organization, written } from '#test/contracts/documentStore.samples.ts';
import { type BehindProxy, behindProxy } from '#test/support/store/behindProxy.ts';
import type { Fault } from '#test/support/store/faultProxy.ts';

const limits = { total: 1, perOrganization: 1 };

const faults: Record<string, Fault> = {
  'throttled as a whole': { status: 429, headers: { 'x-ms-retry-after-ms': '30' } },
  'answered with 503 before it was done': { status: 503 },
  'cut off before it was done': {},
  'cut off after it was done': { afterCommit: true },
  'answered with 503 after it was done': { status: 503, afterCommit: true },
  'answered with nothing after it was done': { status: 502, body: '', afterCommit: true },
  'done in part: the first throttled, the others not tried': {
    status: 207,
    body: JSON.stringify([
      { statusCode: 429, retryAfterMilliseconds: 30 },
      ...Array(4).fill({ statusCode: 424 }),
    ]),
  },
  'answered in part with 503 after all was done': {
    status: 207,
    afterCommit: true,
    body: JSON.stringify(Array(5).fill({ statusCode: 503 })),
  },
};

describe('Cosmos DB asked for several things at once', () => {
  let set: BehindProxy;
  let org: string;
  before(async () => {
    set = await behindProxy();
    // What the SDK asks once of a container it knows from now on.
    await Promise.all([set.store.read('warm', 'a'), set.store.read('warm', 'b')]);
  });
  after(() => set.close());
  beforeEach(() => {
    set.proxy.calm();
    org = organization();
  });

  const standing = async (id: string): Promise<StoredDocument> =>
    written<unknown>(await set.other.create(draft(org, id)));
  const seen = () => set.proxy.seen.map(({ operation }) => operation);
  const second = (id: string) => draft(org, id, { body: { note: 'second' } });

  it('given reads and writes in several partitions, then they are one request, and each ends by itself', async () => {
    const [old, present] = [await standing('old'), await standing('present')];
    await set.other.replace(second('old'), old.etag);
    const [created, replaced, conflict, exists, missing, read, nothing] = await Promise.all([
      set.store.create(draft(`${org}/notices/1`, 'new')),
      set.store.replace(second('present'), present.etag),
      set.store.replace(second('old'), old.etag),
      set.store.create(draft(org, 'present')),
      set.store.replace(second('gone'), present.etag),
      set.store.read(org, 'old'),
      set.store.read(org, 'nothing'),
    ]);
    assert.deepEqual(seen().slice(0, 1), ['batch']);
    // What stands in the way of two of them is looked at, again together.
    assert.deepEqual(seen().slice(1), ['batch']);
    assert.deepEqual(await set.other.read(`${org}/notices/1`, 'new'), written(created));
    assert.deepEqual(await set.other.read(org, 'present'), written(replaced));
    assert.deepEqual(
      [conflict, exists, missing].map((one) => !one.ok && one.reason),
      ['conflict', 'exists', 'missing'],
    );
    assert.deepEqual([read?.body, nothing], [{ note: 'second' }, undefined]);
  });

  for (const [name, fault] of Object.entries(faults)) {
    for (const times of [1, 3]) {
      it(`given one request of five that is ${name}, ${times} times, then each is done once and its writer knows`, async () => {
        const before = [await standing('r1'), await standing('r2'), await standing('r3')];
        set.proxy.inject('batch', fault, times);
        const results = await Promise.all([
          set.store.create(draft(org, 'c1')),
          set.store.create(draft(org, 'c2')),
          ...before.map(({ id, etag }) => set.store.replace(second(id), etag)),
        ]);
        for (const result of results) {
          const document = written(result);
          assert.deepEqual(await set.other.read(org, document.id), document);
        }
      });
    }
  }

  it('given more than a request holds, then it takes a second one', async () => {
    const created = await Promise.all(
      Array.from({ length: 120 }, (_, at) => set.store.create(draft(org, `many-${at}`))),
    );
    assert.ok(created.every(({ ok }) => ok));
    assert.deepEqual(seen(), ['batch', 'batch']);
  });

  it('given the same document and the same list asked for by several at once, then each is asked once, and again the next time', async () => {
    const { etag } = await standing('same');
    const ask = () => [set.store.read(org, 'same'), set.store.read(org, 'same')];
    const list = () => [
      set.store.list({ partition: org, limit: 5 }),
      set.store.list({ partition: org, limit: 5 }),
    ];
    await Promise.all([...ask(), ...list()]);
    assert.deepEqual(seen().sort(), ['query', 'read']);
    await set.other.replace(second('same'), etag);
    assert.deepEqual(
      (await Promise.all(ask())).map((one) => one?.body),
      Array(2).fill({ note: 'second' }),
    );
  });

  it('given queries, then nobody asks how one of a partition would be split', async () => {
    await set.store.list({ partition: org, limit: 5, orderBy: { field: 'created', direction: 'ascending' } });
    await set.store.count({ partition: org, limit: 5 });
    assert.deepEqual(seen(), ['query', 'query']);
  });

  it('given nothing that is due, then looking for it is one request', async () => {
    await set.store.due('1990-01-01T00:00:00.000Z', limits);
    assert.deepEqual(seen(), ['query']);
  });
});
