import { checkMoment, checkQuery, encodeText } from '#ports/documentKeys.ts';
import type { ListQuery, Ordering, StoredDocument, WholeStore } from '#ports/documents.ts';
import { asPortError, openConnection, touch } from './connection.ts';
import { due } from './due.ts';
import { everything } from './everything.ts';
import { noFlushing } from './flushing.ts';
import { groupCommit } from './groupCommit.ts';
import { count, list } from './listing.ts';
import { type DocumentNames, type Row, rowNames, toDocument, wholeDocument } from './rows.ts';
import { create, remove, replace, setAside, sweep } from './writing.ts';

/** Where and how the embedded store keeps its documents. */
export interface SqliteOptions {
  /** Path of the database file, created with its folder on the first start; `:memory:` for a store that is not kept. */
  file: string;
  /** Filters and orders that get an index of their own; one that is new is built at start for what is there. */
  orderings?: readonly Ordering[];
  /** How long a write waits for other processes, in milliseconds (5000). Past it `UnavailableError`. */
  patience?: number;
  /**
   * For loading much at once: more memory for pages (256 MB) and larger groups of writes. What was acknowledged is as
   * safe as ever; other processes wait up to some seconds for their turn, most of it for the disk.
   */
  bulk?: boolean;
  /** Hears of a document that something was to be done for and that can't be read: it is left as it is. */
  onDamaged?: ((document: DocumentNames) => void) | undefined;
  /**
   * For measuring: a file that nobody else opens and nobody misses after a crash. Nothing waits for the disk, and up to
   * 1 GB of memory holds pages.
   */
  throwaway?: boolean;
}

/**
 * Opens the embedded store. Several processes may open the same file. What a write acknowledged survives the end of
 * the process and of the machine. `due` also removes a hundred documents at most that have expired.
 * Throws `ConfigError` when the file can't be opened.
 */
export function openSqliteStore(options: SqliteOptions): WholeStore {
  const opened = openConnection(options.file, options.orderings ?? []);
  const connection = options.throwaway ? { ...opened, ...noFlushing } : opened;
  if (options.bulk) connection.db.exec('PRAGMA cache_size = -262144;');
  if (options.throwaway) {
    connection.db.exec(
      'PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -1048576;',
    );
  }
  const largestGroup = options.throwaway ? 5_000 : options.bulk ? 500 : 200;
  const { commit, idle } = groupCommit(connection, options.patience ?? 5000, largestGroup);
  const reading = async <T>(read: () => T): Promise<T> => {
    try {
      return read();
    } catch (error) {
      throw asPortError(error);
    }
  };

  return {
    read: <B>(partition: string, id: string) =>
      reading(() => {
        const row = connection
          .sql('SELECT * FROM documents WHERE partition = ? AND id = ?')
          .get(encodeText(partition), encodeText(id));
        return row && toDocument<B>(row as unknown as Row);
      }),
    create: (draft) => commit(() => create(connection, draft)),
    replace: (draft, etag) => commit(() => replace(connection, draft, etag)),
    remove: (partition, id, etag) => commit(() => remove(connection, partition, id, etag)),
    list: <B>(query: ListQuery) =>
      reading(() => {
        checkQuery(query);
        return list<B>(connection, query);
      }),
    count: (query) =>
      reading(() => {
        checkQuery(query);
        return count(connection, query);
      }),
    due: async (now, limits) => {
      const { rows, expired } = await reading(() => {
        checkMoment(now);
        return due(connection, now, limits);
      });
      if (expired) await commit(() => sweep(connection, now, 100));
      const documents = rows.map((row) => [row, wholeDocument(row, ['body', 'index', 'terms'])] as const);
      for (const [row, document] of documents) {
        if (document) continue;
        await commit(() => setAside(connection, row));
        options.onDamaged?.(rowNames(row));
      }
      return documents.flatMap(([, document]): StoredDocument[] => (document ? [document] : []));
    },
    everything: () => everything(connection),
    ping: () => commit(() => touch(connection)),
    close: async () => {
      await idle();
      connection.close();
    },
  };
}
