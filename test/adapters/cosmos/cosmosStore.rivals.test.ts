import assert from 'node:assert/strict';
import { openCosmosStore } from '#adapters/cosmos/openCosmosStore.ts';
import { encodeText } from '#ports/documentKeys.ts';
import type { StoredDocument } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import { draft, organization, written } from '#test/contracts/documentStore.samples.ts';
import { type BehindProxy, behindProxy, duration } from '#test/support/store/behindProxy.ts';

const conflict = { ok: false, reason: 'conflict' };
const ours = { body: { note: 'ours' } };

describe('Cosmos DB when an answer is lost and others write meanwhile', () => {
  let set: BehindProxy;
  let org: string;
  before(async () => {
    set = await behindProxy();
  });
  after(() => set.close());
  beforeEach(() => {
    set.proxy.calm();
    org = organization();
  });

  const standing = async (): Promise<StoredDocument> =>
    written<unknown>(await set.store.create(draft(org, 'r1')));
  const overwrite = async (times = 1): Promise<void> => {
    for (let at = 0; at < times; at++) {
      const found = await set.other.read(org, 'r1');
      assert.ok(found);
      written(await set.other.replace({ ...found, body: { note: `other ${at}` } }, found.etag));
    }
  };
  const removeByOther = async (): Promise<void> => {
    const found = await set.other.read(org, 'r1');
    assert.ok(found && (await set.other.remove(org, 'r1', found.etag)).ok);
  };

  for (const times of [1, 12]) {
    it(`given a create that was done and overwritten ${times} times, then it is told as done, and its etag is old`, async () => {
      set.proxy.inject('create', { afterCommit: true, meanwhile: () => overwrite(times) });
      const document = written(await set.store.create(draft(org, 'r1', ours)));
      assert.deepEqual(document.body, ours.body);
      assert.deepEqual(await set.store.replace(draft(org, 'r1'), document.etag), conflict);
    });
  }

  for (const times of [1, 7]) {
    it(`given a replace that was done and overwritten ${times} times, then it is told as done, and its etag is old`, async () => {
      const { etag } = await standing();
      set.proxy.inject('replace', { afterCommit: true, meanwhile: () => overwrite(times) });
      const document = written(await set.store.replace(draft(org, 'r1', ours), etag));
      assert.deepEqual(document.body, ours.body);
      assert.deepEqual(await set.store.replace(draft(org, 'r1'), document.etag), conflict);
      assert.deepEqual((await set.store.read(org, 'r1'))?.body, { note: `other ${times - 1}` });
    });
  }

  it('given a create that was not done and another that was, then `exists`', async () => {
    set.proxy.inject('create', { meanwhile: () => set.other.create(draft(org, 'r1')) });
    assert.deepEqual(await set.store.create(draft(org, 'r1', ours)), { ok: false, reason: 'exists' });
    assert.deepEqual((await set.store.read(org, 'r1'))?.body, { note: 'first' });
  });

  it('given a replace that was not done and another that was, then `conflict`', async () => {
    const { etag } = await standing();
    set.proxy.inject('replace', { meanwhile: overwrite });
    assert.deepEqual(await set.store.replace(draft(org, 'r1', ours), etag), conflict);
    assert.deepEqual((await set.store.read(org, 'r1'))?.body, { note: 'other 0' });
  });

  it('given a replace that was lost and a document removed by another, then `missing`', async () => {
    const { etag } = await standing();
    set.proxy.inject('replace', { afterCommit: true, meanwhile: removeByOther });
    assert.deepEqual(await set.store.replace(draft(org, 'r1', ours), etag), { ok: false, reason: 'missing' });
  });

  it('given a remove that was done and a document created anew by another, then it is told as done', async () => {
    const document = await standing();
    const meanwhile = () => set.other.create(draft(org, 'r1', ours));
    set.proxy.inject('remove', { afterCommit: true, meanwhile });
    assert.deepEqual(await set.store.remove(org, 'r1', document.etag), { ok: true, document });
    assert.deepEqual((await set.store.read(org, 'r1'))?.body, ours.body);
  });

  it('given a remove that was not done and a replace by another, then `conflict`', async () => {
    const { etag } = await standing();
    set.proxy.inject('remove', { meanwhile: overwrite });
    assert.deepEqual(await set.store.remove(org, 'r1', etag), conflict);
    assert.ok(await set.store.read(org, 'r1'));
  });

  it('given a remove that finds the document removed by another, then `missing`', async () => {
    const { etag } = await standing();
    set.proxy.inject('remove', { status: 404, meanwhile: removeByOther });
    assert.deepEqual(await set.store.remove(org, 'r1', etag), { ok: false, reason: 'missing' });
  });

  it('given replicas that lag behind, when our own lost write is looked for, then it is found', async () => {
    const { etag } = await standing();
    const { resource } = await rawItem();
    set.proxy.inject('replace', { afterCommit: true });
    set.proxy.inject('read', lagging);
    set.proxy.inject('read', { status: 200, body: JSON.stringify(resource) }, 2);
    const document = written(await set.store.replace(draft(org, 'r1', ours), etag));
    assert.deepEqual(await set.other.read(org, 'r1'), document);
  });

  it('given replicas that lag behind for ever, when our own lost write is looked for, then nobody is told `conflict`', async () => {
    const { etag } = await standing();
    const { resource } = await rawItem();
    set.proxy.inject('replace', { afterCommit: true });
    set.proxy.inject('read', { status: 200, body: JSON.stringify(resource) }, 10_000);
    const impatient = await openCosmosStore({ ...set.proxy, database: set.database, patience: 1_000 });
    await assert.rejects(impatient.replace(draft(org, 'r1', ours), etag), UnavailableError);
    await impatient.close();
  });

  it('given a replica that lags behind our session, when read, then the document is not told as missing', async () => {
    const document = await standing();
    set.proxy.inject('read', lagging, 2);
    assert.deepEqual(await set.store.read(org, 'r1'), document);
  });

  const lagging = { status: 404, headers: { 'x-ms-substatus': '1002' } };
  const rawItem = () =>
    set.client.database(set.database).container('documents').item('r1', encodeText(org)).read();
});

describe('Cosmos DB with the repetitions that the SDK makes by itself', () => {
  const connectionPolicy = { enableEndpointDiscovery: true };
  let set: BehindProxy;
  const org = organization();
  before(async () => {
    set = await behindProxy({ connectionPolicy, patience: 4000 });
  });
  after(() => set.close());
  beforeEach(() => set.proxy.calm());

  it('given lines cut after the commit, when the SDK itself writes again, then each is told as done', async () => {
    const { proxy, store } = set;
    proxy.inject('create', { afterCommit: true, meanwhile: cutLines });
    const first = written(await store.create(draft(org, 'r1')));
    proxy.inject('replace', { afterCommit: true, meanwhile: cutLines });
    const second = written(await store.replace(draft(org, 'r1', ours), first.etag));
    proxy.inject('remove', { afterCommit: true, meanwhile: cutLines });
    assert.deepEqual(await store.remove(org, 'r1', second.etag), { ok: true, document: second });
    assert.equal(proxy.seen.filter(({ operation }) => operation === 'remove').length, 2);
  });

  it('given a server that is gone, then every operation ends with `UnavailableError` in bounded time', async () => {
    const { etag } = written(await set.store.create(draft(org, 'r2')));
    const { proxy, database } = set;
    const store = await openCosmosStore({ ...proxy, connectionPolicy, database, patience: 1_000 });
    await proxy.close();
    const calls = [
      () => store.create(draft(org, 'r3')),
      () => store.replace(draft(org, 'r2'), etag),
      () => store.remove(org, 'r2', etag),
      () => store.read(org, 'r2'),
      () => store.list({ partition: org, limit: 1 }),
      () => store.ping(),
    ];
    const took = await duration(() =>
      Promise.all(calls.map((call) => assert.rejects(call, UnavailableError))),
    );
    await store.close();
    assert.ok(took < 5000, `${took} ms`);
  });

  /** An error without a code is what the SDK takes for a request that was never sent. */
  async function cutLines(): Promise<void> {
    const lines = Object.values(set.proxy.agent.sockets).flatMap((sockets) => sockets ?? []);
    for (const line of lines) line.destroy(new Error('the line is cut'));
  }
});
