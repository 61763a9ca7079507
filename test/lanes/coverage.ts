import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '#test/support/repository.ts';

const FOLDERS = ['src/domain', 'src/ports', 'src/app', 'src/adapters', 'cards', 'dialogs', 'bot', 'manifest'];

type Measure = 'lines' | 'functions' | 'branches';
const measures: readonly Measure[] = ['lines', 'functions', 'branches'];
/** By path: how many there are, and how many were run. */
type Summary = Record<string, Record<Measure, { total: number; covered: number }>>;

/** Says how much of each folder was run through, from what Node wrote down into `measured`. */
export async function printCoverage(measured: string): Promise<void> {
  const summary = await summaryOf(measured);
  const row = (words: readonly string[]) =>
    process.stdout.write(`${words.map((word, at) => (at ? word.padStart(11) : word.padEnd(14))).join('')}\n`);
  process.stdout.write('\n');
  row(['Run through', ...measures]);
  for (const folder of FOLDERS) {
    const inside = Object.entries(summary).filter(([path]) => isInside(path, folder));
    row([folder, ...measures.map((measure) => share(inside.map(([, file]) => file[measure])))]);
  }
}

async function summaryOf(measured: string): Promise<Summary> {
  const report = join(measured, 'report');
  const include = FOLDERS.flatMap((folder) => ['--include', `${folder}/**/*.ts`]);
  const words = [
    '--temp-directory',
    measured,
    '--reports-dir',
    report,
    '--reporter',
    'json-summary',
    '--all',
  ];
  const c8 = fileURLToPath(import.meta.resolve('c8/bin/c8.js'));
  const child = spawn(process.execPath, [c8, 'report', ...words, ...include], {
    cwd: root,
    stdio: 'inherit',
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`the coverage can't be told: c8 ended with ${code}`);
  return JSON.parse(readFileSync(join(report, 'coverage-summary.json'), 'utf8')) as Summary;
}

function isInside(path: string, folder: string): boolean {
  return relative(root, path).split(sep).join('/').startsWith(`${folder}/`);
}

function share(counts: readonly { total: number; covered: number }[]): string {
  const total = counts.reduce((sum, one) => sum + one.total, 0);
  const covered = counts.reduce((sum, one) => sum + one.covered, 0);
  return total === 0 ? '–' : `${((100 * covered) / total).toFixed(1)} %`;
}
