import type { Looking } from '#bot/composeDoctor.ts';
import type { Config } from '#bot/config/config.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';
import type { Finding } from './finding.ts';
import { lookAtStoreAccount } from './storeAccount.ts';
import { lookAtStoreFile } from './storeFile.ts';

/** What was found of a store; `store` for reading, where that is possible: it must be closed. */
interface LookedAt {
  findings: Finding[];
  store?: Pick<AnyDocumentStore, 'read' | 'count' | 'close'> | undefined;
}

/** The store of the settings, whichever it is. */
export async function lookAtStore({ store }: Config, looking: Looking, now: Date): Promise<LookedAt> {
  if (store.kind === 'sqlite') {
    const seen = looking.file(store.file, now);
    return { findings: lookAtStoreFile(store.file, seen, now), store: seen?.store };
  }
  const seen = await looking.account(store, now);
  return {
    findings: lookAtStoreAccount(`container ${store.database}/documents`, seen, now),
    store: seen.store,
  };
}
