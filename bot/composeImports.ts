import { randomUUID } from 'node:crypto';
import { access, constants } from 'node:fs/promises';
import { openCustomers } from '#adapters/customers/openCustomers.ts';
import { EVERYBODY } from '#adapters/solutions/solutionDocument.ts';
import { createSolutionImport } from '#adapters/solutions/solutionLoading.ts';
import { compactFile } from '#adapters/sqlite/compactFile.ts';
import { systemClock } from '#adapters/system/clock.ts';
import { patientStore } from '#app/store/patientStore.ts';
import { rehearsingStore } from '#app/store/rehearsingStore.ts';
import type { Clock } from '#ports/clock.ts';
import type { CustomerRegister } from '#ports/customers.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { SolutionImport } from '#ports/solutions.ts';
import { openStore } from './composeStore.ts';
import type { Config } from './config/config.ts';

/** What fills the directory of customers and the catalogs of solutions. */
export interface Filling {
  register: CustomerRegister;
  /** Into the catalog of an organization, or into Microsoft's, which all share. */
  solutions(into: { organization: string } | 'microsoft'): SolutionImport;
}

/** What an import works with; the bot may be running on the same store. */
export interface Importing extends Filling {
  /** So many customers at once serve this store best. */
  batchSize: number;
  /** The store, in words. */
  where: string;
  close(): Promise<void>;
}

/** Wires an import; nothing of the bot is started. `dryRun`: nothing is written, not even an empty store. */
export async function composeImport(config: Config, { dryRun = false } = {}): Promise<Importing> {
  const store = await openStore(dryRun ? await untouched(config) : config, { bulk: !dryRun });
  const patient = patientStore(store, systemClock);
  return {
    ...fillingOf(dryRun ? rehearsingStore(patient) : patient),
    ...(config.store.kind === 'sqlite'
      ? { batchSize: 500, where: `SQLite ${config.store.file}` }
      : { batchSize: 100, where: `Cosmos DB ${config.store.endpoint}` }),
    close: () => store.close(),
  };
}

/** The settings with an empty store in memory in place of a file that is not there yet. */
async function untouched(config: Config): Promise<Config> {
  if (config.store.kind !== 'sqlite') return config;
  const there = await access(config.store.file).then(
    () => true,
    () => false,
  );
  return there ? config : { ...config, store: { ...config.store, file: ':memory:' } };
}

/** What work on a person's data works with; the bot may be running on the same store. */
export interface PersonWork {
  store: DocumentStore;
  clock: Clock;
  newId: () => string;
  /** Has what was erased leave the disk too, as far as that is ours to do; false where traces may be left. */
  compact: () => boolean;
  close(): Promise<void>;
}

/** Wires the work on a person's data; nothing of the bot is started. Waits for a store that is away. */
export async function composePersonWork(config: Config): Promise<PersonWork> {
  // A slip in the path must not leave an empty store behind.
  if (config.store.kind === 'sqlite') await access(config.store.file, constants.R_OK);
  const store = await openStore(config);
  const clock = systemClock;
  const { store: kept } = config;
  return {
    store: patientStore(store, clock),
    clock,
    newId: randomUUID,
    compact: () => kept.kind !== 'sqlite' || compactFile(kept.file),
    close: () => store.close(),
  };
}

/** Fills a store that is open already. */
export function fillingOf(store: DocumentStore): Filling {
  return {
    register: openCustomers(store),
    solutions: (into) => createSolutionImport(store, into === 'microsoft' ? EVERYBODY : into.organization),
  };
}
