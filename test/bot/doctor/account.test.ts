import assert from 'node:assert/strict';
import { CosmosClient } from '@azure/cosmos';
import { openCosmosStore } from '#adapters/cosmos/openCosmosStore.ts';
import { composeDoctor } from '#bot/composeDoctor.ts';
import { orderings } from '#bot/composeStore.ts';
import { examine } from '#bot/doctor/examine.ts';
import { type Finding, findingLine } from '#bot/doctor/finding.ts';
import { type CosmosAccount, startCosmos } from '#test/support/store/cosmosServer.ts';

const now = new Date('2031-05-05T12:00:00.000Z');

describe('npm run doctor, an account of Azure Cosmos DB', () => {
  let server: CosmosAccount;
  let client: CosmosClient;
  before(async () => {
    server = await startCosmos();
    client = new CosmosClient(server);
  });
  after(async () => {
    client.dispose();
    await server.close();
  });

  const look = async (database: string, cosmos: object = {}): Promise<Finding[]> => {
    const { endpoint, key, agent, connectionPolicy } = server;
    const looking = composeDoctor({
      ...{ authority: endpoint, roots: [] },
      cosmos: { agent, connectionPolicy, ...cosmos },
    });
    const env = { COSMOS_ENDPOINT: endpoint, COSMOS_KEY: key, COSMOS_DATABASE: database };
    const found = await examine({ env, looking, now });
    return found.filter(({ subject }) => subject === 'store');
  };
  const linesOf = (found: readonly Finding[]) => found.map(findingLine).join('\n');
  const byHand = async (id: string, definition: object) => {
    const { database } = await client.databases.create({ id });
    await database.containers.create({ id: 'documents', ...definition });
  };

  it('given an account that the bot has started with, then all is ok, and nothing is made', async () => {
    const store = await openCosmosStore({ ...server, database: 'started', orderings });
    const dueAt = '2031-05-05T11:00:00.000Z';
    await store.create({ partition: 'a', id: 'late', kind: 'note', schema: 1, dueAt, body: {} });
    await store.close();
    const found = linesOf(await look('started'));
    assert.match(found, /^ok +store +the account answers at https:\/\/127\.0\.0\.1:\d+$/m);
    assert.match(
      found,
      /^ok +store +container started\/documents: partition key, time to live and indexes are right$/m,
    );
    assert.match(found, /^warning +store +1 to be done, the first since 2031-05-05T11:00/m);
  });

  it('given an empty account, then that is said, and nothing is made', async () => {
    assert.match(linesOf(await look('nowhere')), /^warning .*there is no database and no container yet/m);
    const { resources } = await client.databases.readAll().fetchAll();
    assert.ok(!resources.some(({ id }) => id === 'nowhere'));
  });

  it('given a container made by hand, then each thing that is wrong with it is a line', async () => {
    const partitionKey = { paths: ['/partition'] };
    const indexingPolicy = { includedPaths: [{ path: '/kind/?' }], excludedPaths: [{ path: '/*' }] };
    await byHand('by-hand', { partitionKey, indexingPolicy });
    const found = linesOf(await look('by-hand'));
    assert.match(found, /^wrong .*no index of \/partition\/\?, .*\/terms\/\*: lists fail; .*--policy/m);
    assert.match(found, /^warning .*lacks composite indexes.*\/match\/stage ascending/m);
    assert.match(found, /^warning .*keeps what has expired/m);
    await byHand('usual', {
      partitionKey,
      defaultTtl: -1,
      indexingPolicy: { includedPaths: [{ path: '/*' }] },
    });
    assert.match(linesOf(await look('usual')), /^warning .*indexes \/body\/\*, \/bodyText\/\? for nobody/m);
    await byHand('forgetful', { partitionKey: { paths: ['/id'] }, defaultTtl: 60 });
    const useless = linesOf(await look('forgetful'));
    assert.match(useless, /^wrong .*needs the partition key \/partition/m);
    assert.match(useless, /^wrong .*removes every document 60 seconds after/m);
  });

  it('given an account that does not answer, then its address is said, and where to look', async () => {
    const patience = 200;
    const endpoint = 'https://127.0.0.1:9';
    const away = linesOf(await look('started', { patience, endpoint }));
    assert.match(
      away,
      /^wrong .*does not answer at https:\/\/127\.0\.0\.1:9 \(ECONNREFUSED\): look at COSMOS_ENDPOINT/m,
    );
  });
});
