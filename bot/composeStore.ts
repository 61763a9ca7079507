import type { CosmosOptions } from '#adapters/cosmos/options.ts';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { dealOrderings } from '#app/referral/dealIndex.ts';
import type { Ordering, WholeStore } from '#ports/documents.ts';
import type { Config } from './config/config.ts';
import type { Log } from './telemetry/log.ts';

/** The queries that must stay as fast with a million referrals as with a thousand. */
export const orderings: readonly Ordering[] = [
  { where: 'stage', orderBy: 'created' },
  { where: 'type', orderBy: 'order' },
  ...dealOrderings,
];

/** The store of a configuration; `bulk` for many writes at once, `log` for what of it is not as it should be. */
export async function openStore(
  { store }: Config,
  { bulk = false, log }: { bulk?: boolean; log?: Log } = {},
): Promise<WholeStore> {
  if (store.kind === 'sqlite') {
    const onDamaged = (document: object) => log?.error({ event: 'store.damaged', ...document });
    return openSqliteStore({ file: store.file, orderings, bulk, onDamaged });
  }
  const { endpoint, key, database } = store;
  return openStoreOn({ endpoint, database, ...(key && { key }) }, log);
}

/** The store in an account of Azure Cosmos DB. */
export async function openStoreOn(account: CosmosOptions, log?: Log): Promise<WholeStore> {
  // Half a thousand files, which nobody with a file of SQLite should wait for.
  const { openCosmosStore } = await import('#adapters/cosmos/openCosmosStore.ts');
  return openCosmosStore({ ...account, orderings }, (faults) =>
    log?.warn({ event: 'store.container', ...faults }),
  );
}
