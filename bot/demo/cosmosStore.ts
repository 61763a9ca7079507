import { openStoreOn } from '#bot/composeStore.ts';
import type { WholeStore } from '#ports/documents.ts';
import { startCosmos } from './cosmosWire.ts';

/** A store as many replicas share it, on the wire of Azure Cosmos DB; empty, and gone with the demo. */
export async function openDemoCosmos(): Promise<{
  store: WholeStore;
  where: string;
  stop: () => Promise<void>;
}> {
  const account = await startCosmos();
  const store = await openStoreOn({ ...account, database: 'demo' });
  return { store, where: account.endpoint, stop: account.close };
}
