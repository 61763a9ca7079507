import { randomUUID } from 'node:crypto';
import { CosmosClient } from '@azure/cosmos';
import { openCosmosStore } from '#adapters/cosmos/openCosmosStore.ts';
import { decodeText, encodeText } from '#ports/documentKeys.ts';
import { documentStoreContract } from '#test/contracts/documentStoreContract.ts';
import { contractOrderings } from '#test/contracts/storeUnderTest.ts';
import { accountOfEnvironment, type CosmosAccount, startCosmos } from '#test/support/store/cosmosServer.ts';

documentStoreContract('Cosmos DB over the wire', async () => {
  const account = await startCosmos();
  const under = await open(account);
  return {
    ...under,
    close: async () => {
      await under.close();
      await account.close();
    },
  };
});

const real = accountOfEnvironment();
if (real) documentStoreContract(`Cosmos DB at ${real.endpoint}`, () => open(real));

type Account = Pick<CosmosAccount, 'endpoint'> & Partial<CosmosAccount>;

async function open({ endpoint, key, agent, connectionPolicy }: Account) {
  const database = `cosell-test-${randomUUID()}`;
  const options = {
    endpoint,
    ...(key && { key }),
    ...(agent && { agent }),
    ...(connectionPolicy && { connectionPolicy }),
  };
  const store = await openCosmosStore({
    ...options,
    database,
    orderings: contractOrderings,
    patience: 60_000,
  });
  const client = new CosmosClient(options);
  const container = client.database(database).container('documents');
  return {
    store,
    raw: async (partition: string, id: string) => {
      const query = 'SELECT * FROM c WHERE c.partition = @partition';
      const parameters = [{ name: '@partition', value: encodeText(partition) }];
      const { resources } = await container.items
        .query({ query, parameters }, { partitionKey: encodeText(partition) })
        .fetchAll();
      const found = resources.find(({ sort }) => sort._id === `${encodeText(partition)} ${encodeText(id)}`);
      return (
        found && {
          kind: decodeText(found.kind),
          schema: found.schema,
          dueAt: found.dueAt,
          body: found.bodyText === undefined ? found.body : JSON.parse(found.bodyText),
        }
      );
    },
    close: async () => {
      await store.close();
      await client.database(database).delete();
      client.dispose();
    },
  };
}
