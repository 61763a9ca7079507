import { organizationOf } from '#ports/documentKeys.ts';
import { ConfigError } from '#ports/errors.ts';
import { openConnection } from './connection.ts';
import { type Row, toDocument } from './rows.ts';

/** What stands in a store, seen as a bot that works with it would see it. */
export interface StoreContents {
  /** Of all organizations; those of our own work counted. */
  documents: number;
  organizations: number;
  /** How many documents there are of each kind. */
  kinds: Readonly<Record<string, number>>;
}

/**
 * Opens a store's file as a bot does, which brings its layout up to date, and reads every document of it. Throws
 * `ConfigError` where the file can't be opened, or a document in it can't be read.
 */
export function readContents(file: string): StoreContents {
  const { db } = openConnection(file, []);
  const kinds: Record<string, number> = {};
  const organizations = new Set<string>();
  let documents = 0;
  try {
    for (const row of db.prepare('SELECT * FROM documents').iterate()) {
      const { kind, partition } = readable(row as unknown as Row, file);
      kinds[kind] = (kinds[kind] ?? 0) + 1;
      organizations.add(organizationOf(partition));
      documents++;
    }
  } finally {
    db.close();
  }
  return { documents, organizations: organizations.size, kinds };
}

function readable(row: Row, file: string): { kind: string; partition: string } {
  try {
    // Its parts are read when they are first asked for: here all of them are.
    return { ...toDocument(row) };
  } catch (cause) {
    throw new ConfigError([`${file}: the document ${row.id} can't be read: ${(cause as Error).message}`]);
  }
}
