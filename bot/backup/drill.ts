import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CommandWords, runCommandLine } from '#bot/commandLine.ts';
import { composeBackup, type StoreFile } from '#bot/composeBackup.ts';
import { readConfig } from '#bot/config/config.ts';
import { ConfigError } from '#ports/errors.ts';
import { copiesIn, momentOf } from './copies.ts';
import { ageWords, contentsWords, counted } from './drillWords.ts';

const usage = `Usage: npm run restore:drill -- FOLDER [--hours N]
       npm run restore:drill -- FILE [--hours N]

Tries whether a copy that npm run backup made could be given back: restores the newest of a folder into a place of its own,
opens it as the bot does, reads every document, says what is there, and removes the place again. Nothing is sent, and the
store in use is not touched. --hours: it fails where the copy is older than that.
`;
const HOUR = 3_600_000;

interface Given {
  from: string;
  /** The most hours that a copy may be old. */
  hours: number;
}

async function drill({ from, hours }: Given): Promise<number> {
  const store = composeBackup(readConfig(process.env));
  const { copy, among } = newest(from);
  const age = Date.now() - (momentOf(copy) ?? statSync(copy).mtimeMs);
  tell(`${copy}${among > 1 ? `, the newest of ${among} copies` : ''}, made ${ageWords(age)} ago.`);
  await giveBack(store, copy);
  const loss = store.loss(copy);
  if (loss) {
    const lost = `${counted(loss.missing, 'document')} would be lost and ${loss.older} would be as they were before`;
    tell(`Given back now in the place of ${store.file}, ${lost}.`);
  }
  if (age <= hours * HOUR) return 0;
  process.stderr.write(`It is older than ${hours} hours: look why there is no newer one.\n`);
  return 1;
}

/** Restores it where nothing else is, looks at it and takes it away again, whatever happens. */
async function giveBack(store: StoreFile, copy: string): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), 'cosell-drill-'));
  try {
    const file = join(place, 'cosell.db');
    const from = performance.now();
    const contents = await store.restoreInto(file, copy);
    const seconds = ((performance.now() - from) / 1_000).toFixed(1);
    const megabytes = Math.ceil(statSync(file).size / 1e6);
    tell(`Restored and read in ${seconds} seconds, every document of it: ${megabytes} MB.`);
    tell(`In it: ${contentsWords(contents)}.`);
  } finally {
    rmSync(place, { recursive: true });
  }
}

function newest(from: string): { copy: string; among: number } {
  if (!statSync(from, { throwIfNoEntry: false })?.isDirectory()) return { copy: from, among: 1 };
  const copies = copiesIn(readdirSync(from));
  const last = copies.at(-1);
  if (!last) throw new ConfigError([`${from} has no copy that npm run backup made`]);
  return { copy: join(from, last), among: copies.length };
}

function read({ words, options }: CommandWords): Given | string {
  const [from, ...more] = words;
  const hours = Number(options.hours ?? Number.POSITIVE_INFINITY);
  return from && more.length === 0 && hours > 0 ? { from, hours } : '';
}

function tell(words: string): void {
  process.stdout.write(`${words}\n`);
}

// Exit codes: 0 it could be given back, 1 not, or it is too old.
process.exitCode = await runCommandLine(
  { usage, failed: 'It could not be given back:', own: { hours: 'string' }, read },
  drill,
);
