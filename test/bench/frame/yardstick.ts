import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';

const ROUNDS = 9;

/**
 * Milliseconds (the median of a few rounds) for a piece of work that never changes and is made of what a bot does: JSON
 * back and forth, text, hashing, rows of SQLite. What a run took is compared with another only relative to it.
 */
export function yardstick(): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    fixedWork();
    return performance.now() - start;
  });
  return times.toSorted((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0;
}

function fixedWork(): void {
  const database = new DatabaseSync(':memory:');
  database.exec('create table rows (id integer primary key, body text)');
  const insert = database.prepare('insert into rows (body) values (?)');
  for (let n = 0; n < 400; n++) {
    const deal = {
      n,
      words: Array.from({ length: 60 }, (_, at) => `word ${n * at}`),
      at: { deep: { er: n } },
    };
    const text = JSON.stringify(JSON.parse(JSON.stringify(deal)));
    insert.run(createHash('sha256').update(text).digest('hex') + text.toUpperCase());
  }
  database.prepare('select sum(length(body)) from rows').get();
  database.close();
}
