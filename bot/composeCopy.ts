import { existsSync } from 'node:fs';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { systemClock } from '#adapters/system/clock.ts';
import { patientStore } from '#app/store/patientStore.ts';
import type { WholeStore } from '#ports/documents.ts';
import { ConfigError } from '#ports/errors.ts';
import { openStore, orderings } from './composeStore.ts';
import type { Config } from './config/config.ts';

/** A store that is copied from or to. */
export interface CopyPlace {
  /** In words. */
  where: string;
  store: WholeStore;
}

/** The account of the settings by the word `cosmos`, any other text is the path of a file. */
export async function openPlace(
  config: Config,
  word: string,
  { made }: { made: boolean },
): Promise<CopyPlace> {
  if (word !== 'cosmos') return { where: `SQLite ${word}`, store: openFile(word, made) };
  if (config.store.kind !== 'cosmos') {
    throw new ConfigError([
      'COSMOS_ENDPOINT is not set: the account is that of the settings with which the bot runs on it',
    ]);
  }
  const { endpoint, database } = config.store;
  return { where: `Cosmos DB ${endpoint}, database ${database}`, store: patient(await openStore(config)) };
}

function openFile(file: string, made: boolean): WholeStore {
  // A slip in the path must not leave an empty store behind.
  if (!made && !existsSync(file)) throw new ConfigError([`there is no file ${file}`]);
  return openSqliteStore({ file, orderings, bulk: made });
}

function patient(store: WholeStore): WholeStore {
  return { ...patientStore(store, systemClock), everything: () => store.everything() };
}
