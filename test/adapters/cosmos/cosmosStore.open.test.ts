import assert from 'node:assert/strict';
import { openCosmosStore } from '#adapters/cosmos/openCosmosStore.ts';
import type { ContainerFaults } from '#adapters/cosmos/policy.ts';
import { encodeText } from '#ports/documentKeys.ts';
import { ConfigError, UnavailableError } from '#ports/errors.ts';
import { draft, organization, written } from '#test/contracts/documentStore.samples.ts';
import { contractOrderings } from '#test/contracts/storeUnderTest.ts';
import { type BehindProxy, behindProxy } from '#test/support/store/behindProxy.ts';

const byStage = {
  where: { stage: 'received' },
  orderBy: { field: 'created', direction: 'descending' },
  limit: 5,
} as const;

describe('Opening a store in Cosmos DB', () => {
  let set: BehindProxy;
  before(async () => {
    set = await behindProxy({ orderings: contractOrderings });
  });
  after(() => set.close());
  beforeEach(() => set.proxy.calm());

  const definition = async (database: string) => {
    const { resource } = await set.client.database(database).container('documents').read();
    assert.ok(resource);
    return resource;
  };

  it('given an empty account, when opened, then the container has partition key, ttl and indexes', async () => {
    const { partitionKey, defaultTtl, indexingPolicy } = await definition(set.database);
    assert.deepEqual(partitionKey, { paths: ['/partition'], version: 2 });
    assert.equal(defaultTtl, -1);
    assert.deepEqual(indexingPolicy?.excludedPaths, [{ path: '/*' }]);
    assert.equal(indexingPolicy?.compositeIndexes?.length, 2);
  });

  it('given an empty account, when five open at once, then all of them work on one container', async () => {
    const stores = await Promise.all(
      [1, 2, 3, 4, 5].map(() => openCosmosStore({ ...set.server, database: 'together' })),
    );
    const org = organization();
    for (const [at, store] of stores.entries()) written(await store.create(draft(org, `r${at}`)));
    assert.equal((await stores[0]?.list({ partition: org, limit: 9 }))?.documents.length, 5);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('given a container of before, when opened with one more ordering, then its index is added', async () => {
    const options = { ...set.server, database: 'grown' };
    await (await openCosmosStore(options)).close();
    await (await openCosmosStore({ ...options, orderings: contractOrderings })).close();
    await (
      await openCosmosStore({ ...options, orderings: [{ where: 'owner', orderBy: 'created' }] })
    ).close();
    const { indexingPolicy, defaultTtl } = await definition('grown');
    assert.equal(indexingPolicy?.compositeIndexes?.length, 4);
    assert.equal(defaultTtl, -1);
  });

  it('given an ordering, when listed, then its composite index is used; when it is not there yet, then not', async () => {
    const org = organization();
    const index = { stage: 'received', created: 'today' };
    const orders = () =>
      set.proxy.seen.flatMap(({ operation, body }) =>
        operation === 'query' ? [JSON.parse(body).query.split('ORDER BY ')[1]] : [],
      );
    const both = 'c.match["stage"] DESC, c.sort["created"] DESC';
    const first = written<unknown>(await set.store.create(draft(org, 'r1', { index })));
    assert.deepEqual((await set.store.list({ partition: org, ...byStage })).documents, [first]);
    assert.deepEqual(orders(), [both]);
    // On the test server a container that gets another policy loses its documents.
    const { indexingPolicy, ...rest } = await definition(set.database);
    const container = set.client.database(set.database).container('documents');
    await container.replace({ ...rest, indexingPolicy: { ...indexingPolicy, compositeIndexes: [] } });
    const second = written<unknown>(await set.store.create(draft(org, 'r2', { index })));
    assert.deepEqual((await set.store.list({ partition: org, ...byStage })).documents, [second]);
    assert.deepEqual(orders(), [both, both, 'c.sort["created"] DESC']);
  });

  it('given a container with another partition key, when opened, then `ConfigError`', async () => {
    const { database } = await set.client.databases.create({ id: 'foreign' });
    await database.containers.create({ id: 'documents', partitionKey: { paths: ['/id'] } });
    await assert.rejects(openCosmosStore({ ...set.server, database: 'foreign' }), ConfigError);
  });

  it('given an account that lets nobody in, when opened, then `ConfigError`', async () => {
    set.proxy.inject('other', { status: 403 }, 1000);
    await assert.rejects(openCosmosStore({ ...set.proxy, database: 'new' }), ConfigError);
  });

  it('given an endpoint that is no address, when opened, then `ConfigError`', async () => {
    await assert.rejects(openCosmosStore({ endpoint: 'nowhere', key: 'x', database: 'new' }), ConfigError);
  });

  it('given an account that is away, when opened, then `UnavailableError` in words that name its address', async () => {
    set.proxy.inject('other', {}, 1000);
    const open = () => openCosmosStore({ ...set.proxy, database: 'new', patience: 100 });
    await assert.rejects(open(), (error) => {
      assert.ok(error instanceof UnavailableError);
      assert.match(
        error.words ?? '',
        /^Cosmos DB does not answer at https:\/\/127\.0\.0\.1:\d+ \(.+\): look at/,
      );
      assert.ok(error.words?.includes(set.proxy.endpoint));
      return true;
    });
  });

  it('given an account that names an address where nobody is, when opened, then that address is named', async () => {
    const nobody = 'https://127.0.0.1:9/';
    const account = {
      writableLocations: [{ name: 'West', databaseAccountEndpoint: nobody }],
      readableLocations: [],
    };
    set.proxy.inject('other', { status: 200, body: JSON.stringify(account) }, 1000);
    const open = () =>
      openCosmosStore({ ...set.proxy, connectionPolicy: {}, database: 'new', patience: 100 });
    await assert.rejects(open(), (error) => {
      assert.ok(error instanceof UnavailableError);
      assert.match(error.words ?? '', /names https:\/\/127\.0\.0\.1:9\/ as its own address/);
      return true;
    });
  });

  it('given a container made by hand, when opened, then what its indexes lack is told with the right ones', async () => {
    const { database } = await set.client.databases.create({ id: 'by-hand' });
    await database.containers.create({
      id: 'documents',
      partitionKey: { paths: ['/partition'] },
      indexingPolicy: {
        includedPaths: [{ path: '/kind/?' }, { path: '/match/*' }],
        excludedPaths: [{ path: '/*' }],
      },
    });
    const told: ContainerFaults[] = [];
    const options = { ...set.server, database: 'by-hand', orderings: contractOrderings };
    await (await openCosmosStore(options, (faults) => told.push(faults))).close();
    const [faults] = told;
    assert.deepEqual(faults?.missing, ['/partition/?', '/organization/?', '/dueAt/?', '/sort/*', '/terms/*']);
    assert.equal(faults?.timeToLive, 'off');
    await (await openCosmosStore({ ...options, database: 'right' }, (more) => told.push(more))).close();
    assert.equal(told.length, 1, 'of one that the bot made there is nothing to say');
    assert.deepEqual(faults?.policy, (await definition('right')).indexingPolicy);
  });

  it('given a container that removes documents by itself, when opened, then `ConfigError`', async () => {
    const { database } = await set.client.databases.create({ id: 'forgetful' });
    await database.containers.create({
      id: 'documents',
      partitionKey: { paths: ['/partition'] },
      defaultTtl: 3600,
    });
    await assert.rejects(openCosmosStore({ ...set.server, database: 'forgetful' }), /3600 seconds/);
  });

  it('given a document that expires, when written, then Cosmos DB is told to remove it, never too early', async () => {
    const clock = { now: () => new Date('2031-01-01T00:00:00.000Z') };
    const store = await openCosmosStore({ ...set.server, database: set.database, clock });
    const org = organization();
    const ttls: unknown[] = [];
    for (const expiresAt of [
      '2031-01-01T00:10:00.001Z',
      '2030-01-01T00:00:00.000Z',
      '2931-01-01T00:00:00.000Z',
    ]) {
      const { id } = written(
        await store.create(draft(org, expiresAt.slice(0, 4) + expiresAt.slice(14, 16), { expiresAt })),
      );
      const item = set.client.database(set.database).container('documents').item(id, encodeText(org));
      ttls.push((await item.read()).resource?.ttl);
    }
    await store.close();
    assert.deepEqual(ttls, [601 + 300, 300, 2 ** 31 - 1]);
  });
});
