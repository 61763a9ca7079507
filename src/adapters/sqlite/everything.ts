import type { StoredDocument } from '#ports/documents.ts';
import { asPortError } from './connection.ts';
import { type Row, toDocument } from './rows.ts';
import type { Connection } from './statements.ts';

const LOT = 500;

/** Every document by partition and id, each lot read anew, so that no writer waits for the next one. */
export async function* everything(connection: Connection): AsyncGenerator<StoredDocument[]> {
  let [partition, id] = ['', ''];
  for (;;) {
    const rows = lotAfter(connection, partition, id);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((row) => toDocument(row));
    [partition, id] = [last.partition, last.id];
  }
}

function lotAfter(connection: Connection, partition: string, id: string): Row[] {
  try {
    const rows = connection
      .sql('SELECT * FROM documents WHERE (partition, id) > (?, ?) ORDER BY partition, id LIMIT ?')
      .all(partition, id, LOT);
    return rows as unknown as Row[];
  } catch (error) {
    throw asPortError(error);
  }
}
