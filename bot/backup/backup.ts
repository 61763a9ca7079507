import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type CommandWords, runCommandLine } from '#bot/commandLine.ts';
import { composeBackup } from '#bot/composeBackup.ts';
import { readConfig } from '#bot/config/config.ts';
import { copiesIn, copyNameOf } from './copies.ts';

const usage = `Usage: npm run backup -- FILE
       npm run backup -- FOLDER [--keep N]

Copies the embedded store while the bot runs. Into a folder each copy gets the moment as its name, and with --keep only the
newest N stay. The copy can be read by its owner only. Give it back with: npm run restore -- FILE
`;

interface Given {
  target: string;
  /** How many copies stay in a folder; 0: all. */
  keep: number;
}

async function backUp({ target, keep }: Given): Promise<number> {
  const folder = statSync(target, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const path = folder ? join(target, copyNameOf(new Date())) : target;
  const { documents } = await composeBackup(readConfig(process.env)).backUp(path);
  process.stdout.write(`${path}: ${documents} documents, checked.\n`);
  if (folder && keep > 0) keepNewest(target, keep);
  return 0;
}

function read({ words, options }: CommandWords): Given | string {
  const keep = Number(options.keep ?? 0);
  const [target, ...more] = words;
  return target && more.length === 0 && Number.isInteger(keep) && keep >= 0 ? { target, keep } : '';
}

function keepNewest(folder: string, count: number): void {
  const old = copiesIn(readdirSync(folder)).slice(0, -count);
  for (const name of old) rmSync(join(folder, name));
  if (old.length > 0) process.stdout.write(`Removed ${old.length} older ones.\n`);
}

// Exit codes: 0 copied and checked, 1 not.
process.exitCode = await runCommandLine(
  { usage, failed: 'Nothing was copied:', own: { keep: 'string' }, read },
  backUp,
);
