import { openCosmosStore } from '#adapters/cosmos/openCosmosStore.ts';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { customerDirectoryContract } from '#test/contracts/customerDirectoryContract.ts';
import { startCosmos } from '#test/support/store/cosmosServer.ts';

customerDirectoryContract('SQLite', async () => openSqliteStore({ file: ':memory:' }));

customerDirectoryContract('Cosmos DB over the wire', async () => {
  const { endpoint, key, agent, connectionPolicy, close } = await startCosmos();
  const store = await openCosmosStore({
    endpoint,
    key,
    agent,
    connectionPolicy,
    database: 'customers',
    patience: 60_000,
  });
  return {
    ...store,
    close: async () => {
      await store.close();
      await close();
    },
  };
});
