import { access, constants, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  type CustomerCounts,
  type ImportOutcome,
  importCustomers,
  type LineProblem,
} from '#app/import/customers.import.ts';
import { composeImport } from '#bot/composeImports.ts';
import { readConfig } from '#bot/config/config.ts';
import { failureWords } from '#bot/config/failureWords.ts';
import { fieldWords, headerWords, leftOutWords, lineWords } from '#bot/tables/problemWords.ts';
import { readRecords } from '#bot/tables/records.ts';
import { fileBytes } from '#bot/tables/textLines.ts';
import { createProgress } from './progress.ts';
import { columnLines, customerLine, MOST_SHOWN } from './rehearsalWords.ts';

/** Bad lines beyond this many are only counted. */
const MOST_NAMED = 1_000;

const usage = `Usage: npm run import:customers -- FILE.csv [--dry-run]

  --dry-run  says what would happen, and writes nothing

The columns, an example and what happens when it is run again: docs/customers.md
`;

/** Fills the customer directory. Exit codes: 0 all customers taken over, 2 all but bad lines, 1 nothing could be done, 130 stopped. */
async function main(): Promise<number> {
  process.umask(0o077);
  const options = readArguments(process.argv.slice(2));
  if (options === undefined) {
    process.stderr.write(usage);
    return 1;
  }
  const { file, dryRun } = options;
  const config = readConfig(process.env);
  // Before the store: a slip in the path must not leave an empty one behind.
  await access(file, constants.R_OK);
  if ((await stat(file)).isDirectory()) throw Object.assign(new Error(file), { code: 'EISDIR' });
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  process.once('SIGTERM', () => stopping.abort());
  const { register, batchSize, where, close } = await composeImport(config, { dryRun });
  const progress = createProgress(process.stdout);
  const bad = createComplaints('bad lines', (problems) => problems.map(lineWords).join('; '));
  const leftOut = createComplaints('lines taken over without a value', leftOutWords);
  const first: string[] = [];
  try {
    const outcome = await importCustomers(
      {
        register,
        onBadLine: bad.add,
        onLeftOut: leftOut.add,
        onTaken: (line, facts) => {
          if (first.length < MOST_SHOWN) first.push(customerLine(line, facts));
        },
        onProgress: progress.show,
        signal: stopping.signal,
      },
      readRecords(fileBytes(file)),
      batchSize,
    );
    progress.end();
    for (const complaints of [bad, leftOut]) complaints.end();
    const shown = { file, seconds: progress.seconds(), where, first };
    return dryRun ? tellRehearsal(outcome, shown) : tell(outcome, shown);
  } finally {
    progress.end();
    await close();
  }
}

interface Shown {
  file: string;
  seconds: number;
  where: string;
  /** The first customers, in words. */
  first: readonly string[];
}

function tell(outcome: ImportOutcome, { file, seconds, where }: Shown): number {
  if (!outcome.ok) return tellRefused(outcome.problems, file);
  if (outcome.ignored.length > 0) say(`Columns that mean nothing here: ${outcome.ignored.join(', ')}`);
  say(`${summary(outcome.counts, seconds)}\nThe customers are in ${where}`);
  if (outcome.stopped) {
    say('Stopped. The same command goes on: what is there already is only read.');
    return 130;
  }
  return codeFor(outcome.counts, file);
}

function tellRehearsal(outcome: ImportOutcome, { file, seconds, where, first }: Shown): number {
  if (!outcome.ok) return tellRefused(outcome.problems, file);
  const understood = outcome.understood.map(({ heading, field }) => ({ heading, field: fieldWords[field] }));
  for (const line of columnLines(understood, outcome.ignored)) say(line);
  if (first.length > 0) say(['The first customers:', ...first].join('\n'));
  say(`It would be ${summary(outcome.counts, seconds)}`);
  say(`This was a dry run: nothing was written to ${where}`);
  return outcome.stopped ? 130 : codeFor(outcome.counts, file);
}

function tellRefused(problems: Extract<ImportOutcome, { ok: false }>['problems'], file: string): number {
  const words = problems.map((problem) => `  - ${headerWords(problem)}\n`).join('');
  process.stderr.write(`${file} can't be imported:\n${words}`);
  return 1;
}

function codeFor({ rows, bad }: CustomerCounts, file: string): number {
  if (rows === 0) process.stderr.write(`${file} has names of columns, but no customers below them\n`);
  return rows === 0 ? 1 : bad > 0 ? 2 : 0;
}

function readArguments(args: readonly string[]): { file: string; dryRun: boolean } | undefined {
  try {
    const options = { 'dry-run': { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [file, ...more] = positionals;
    return file && more.length === 0 ? { file, dryRun: values['dry-run'] ?? false } : undefined;
  } catch {
    return undefined;
  }
}

function createComplaints(what: string, words: (problems: readonly LineProblem[]) => string) {
  let count = 0;
  return {
    add: (line: number, problems: readonly LineProblem[]) => {
      count++;
      if (count <= MOST_NAMED) process.stderr.write(`line ${line}: ${words(problems)}\n`);
    },
    end: () => {
      if (count > MOST_NAMED) process.stderr.write(`and ${count - MOST_NAMED} more ${what}\n`);
    },
  };
}

function summary(counts: CustomerCounts, seconds: number): string {
  const { rows, created, changed, unchanged, bad, partly } = counts;
  const speed = Math.round(rows / Math.max(seconds, 0.001));
  const without = partly > 0 ? `\n${partly} of them without a value that can't be used` : '';
  return `${rows} rows in ${seconds.toFixed(1)} s (${speed} a second): ${created} new, ${changed} changed, ${unchanged} unchanged, ${bad} bad${without}`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const lines = failureWords(error).map((line) => `  - ${line}\n`);
    process.stderr.write(`The customers can't be imported:\n${lines.join('')}`);
    process.exitCode = 1;
  },
);
