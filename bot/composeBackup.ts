import {
  backUpFile,
  checkFile,
  type FileContents,
  inspectFile,
  type Loss,
  lossOf,
  restoreFile,
} from '#adapters/sqlite/backup.ts';
import { readContents, type StoreContents } from '#adapters/sqlite/contents.ts';
import { ConfigError } from '#ports/errors.ts';
import type { Config } from './config/config.ts';

/** What keeping and giving back a store works with. */
export interface StoreFile {
  /** Path of the store's file. */
  file: string;
  /** Throws `ConfigError` where there is nothing to keep. */
  backUp(target: string): Promise<FileContents>;
  /** Throws `ConfigError` where a copy is damaged or none of ours. */
  check(copy: string): FileContents;
  /** Undefined where there is no store yet. */
  loss(copy: string): Loss | undefined;
  restore(copy: string, aside: string): Promise<{ kept: string | undefined }>;
  /** Gives a copy back to another place, where nothing is yet, and reads all of it there as a bot would. */
  restoreInto(place: string, copy: string): Promise<StoreContents>;
}

/** The file of the store; throws `ConfigError` where the store is an account of Azure Cosmos DB, which keeps its own. */
export function composeBackup({ store }: Config): StoreFile {
  if (store.kind !== 'sqlite') {
    throw new ConfigError([
      'the store is Azure Cosmos DB: use the backups of the account (Azure portal, the account, Backup & Restore)',
    ]);
  }
  const { file } = store;
  return {
    file,
    backUp: (target) => backUpFile(file, target),
    check: checkFile,
    loss: (copy) => {
      try {
        inspectFile(file);
      } catch (error) {
        if (error instanceof ConfigError) return undefined;
        throw error;
      }
      return lossOf(file, copy);
    },
    restore: (copy, aside) => restoreFile(file, copy, aside),
    restoreInto: async (place, copy) => {
      await restoreFile(place, copy, `${place}.before`);
      return readContents(place);
    },
  };
}
