import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCustomers } from '#adapters/customers/openCustomers.ts';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import type { CustomerFacts } from '#ports/customers.ts';
import { startBot } from '#test/support/bot/startBot.ts';
import { pathOf } from '#test/support/repository.ts';
import { customerRows } from './customerRows.ts';
import { sizesUpTo } from './finding.ts';
import type { Recorder } from './frame/figure.ts';
import { quantile } from './quantile.ts';

const importer = pathOf('bot/import/customers.ts');
const ROUNDS = 40;

/** What people type; each is asked in the country of their location and in all countries. */
const queries: Readonly<Record<string, string>> = {
  'three letters, the most common beginning': 'con',
  'a name that thousands have': 'contoso',
  'a legal form that a tenth have': 'ltd',
  'two words': 'contoso bank',
  'name and city': 'contoso seattle',
  'name and city, unfinished, the other way round': 'sea conto',
  'two common words that are never together': 'ltd inc',
  'a D-U-N-S number': '100-000-777',
  'a typo at the end': 'contosso',
  'a typo at the beginning': 'gontoso',
  'a typo and a city': 'nortwind seattle',
  'nothing like it': 'xqzvwy',
};

/** A real import of more takes many minutes and tells nothing new; searches are measured at the full size. */
const MOST_IMPORTED = 100_000;

/** Import and search of the directory of customers on the embedded store, small and large. */
export async function benchCustomers(record: Recorder, largest: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cosell-bench-customers-'));
  try {
    for (const count of sizesUpTo(Math.min(largest, MOST_IMPORTED))) await imports(record, folder, count);
    for (const count of sizesUpTo(largest)) await measureSize(record, folder, count);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `npm run import:customers` as people run it, twice. */
async function imports(record: Recorder, folder: string, count: number): Promise<void> {
  const file = join(folder, `${count}.csv`);
  const database = join(folder, `${count}-imported.db`);
  await writeCsv(file, count);
  for (const what of ['imported', 'the same again']) {
    const start = performance.now();
    const megabytes = await importFile(file, database);
    const seconds = (performance.now() - start) / 1000;
    record.figure(`rows ${what}`, count / seconds, '/s', count);
    record.figure(`rows ${what}: memory at most`, megabytes, 'MB', count);
  }
}

async function measureSize(record: Recorder, folder: string, count: number): Promise<void> {
  const database = join(folder, `${count}.db`);
  const start = performance.now();
  const store = openSqliteStore({ file: database, throwaway: true });
  const directory = openCustomers(store);
  const batch: CustomerFacts[] = [];
  for (const row of customerRows(count)) {
    batch.push(row);
    if (batch.length === 5_000) await directory.register(batch.splice(0));
  }
  await directory.register(batch);
  await store.close();
  const seconds = (performance.now() - start) / 1000;
  record.figure('customers filled in without a file', count / seconds, '/s', count);
  await searches(record, database, count);
  record.times('typed letter by letter, through the bot', await typing(database), count);
}

async function searches(record: Recorder, database: string, count: number): Promise<void> {
  const store = openSqliteStore({ file: database });
  const customers = openCustomers(store);
  for (const preferredCountry of ['US', undefined]) {
    for (const [what, text] of Object.entries(queries)) {
      const times: number[] = [];
      for (let formVersion = 0; formVersion < ROUNDS; formVersion++) {
        const start = performance.now();
        await customers.search({ text, preferredCountry, limit: 15 });
        times.push(performance.now() - start);
      }
      const where = preferredCountry ? `first in ${preferredCountry}` : 'in all countries';
      record.figure(`${what}, ${where}, 95 %`, quantile(times, 0.95), 'ms', count);
    }
  }
  await store.close();
}

/** A field that suggests, letter by letter, through the whole bot and over HTTP. */
async function typing(database: string): Promise<number[]> {
  const bot = await startBot({ SQLITE_FILE: database });
  try {
    const anna = bot.teams.person('Anna Berg');
    const chat = bot.teams.chatOf(anna);
    const times: number[] = [];
    const text = 'contoso bank seattle';
    for (let formVersion = 0; formVersion < 10; formVersion++) {
      for (let letters = 3; letters <= text.length; letters++) {
        const value = { dataset: 'customers', queryText: text.slice(0, letters) };
        const start = performance.now();
        await bot.teams.send(anna, chat, { type: 'invoke', name: 'application/search', value });
        times.push(performance.now() - start);
      }
    }
    return times;
  } finally {
    await bot.stop();
  }
}

async function writeCsv(file: string, count: number): Promise<void> {
  const stream = createWriteStream(file);
  stream.write('name,address,city,state,postal code,country,D-U-N-S\n');
  for (const row of customerRows(count)) {
    const { name, addressLines, city, state, postalCode, country, duns } = row;
    const cells = [name, addressLines[0], city, state, postalCode, country, duns];
    if (!stream.write(`${cells.join(',')}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}

/** Imports as an administrator does, in a process of its own; the most memory it had, in megabytes. */
async function importFile(file: string, database: string): Promise<number> {
  const child = spawn(process.execPath, [importer, file], {
    env: { ...process.env, SQLITE_FILE: database },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let most = 0;
  const watching = setInterval(() => {
    const rss = execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' });
    most = Math.max(most, Math.round(Number(rss) / 1024));
  }, 1_000);
  const [code] = await once(child, 'exit');
  clearInterval(watching);
  if (code !== 0) throw new Error(`the import ended with ${code}`);
  return most;
}
