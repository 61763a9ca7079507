import { access, constants, stat } from 'node:fs/promises';
import { type ImportCounts, importCustomers, type LineProblem } from '#app/import/customers.import.ts';
import { composeImport } from '#bot/composeImports.ts';
import { readConfig } from '#bot/config/config.ts';
import { ConfigError, UnavailableError } from '#ports/errors.ts';
import { headerWords, lineWords } from './problemWords.ts';
import { createProgress } from './progress.ts';
import { readRecords } from './records.ts';

/** Bad lines beyond this many are only counted. */
const MOST_NAMED = 1_000;

const usage = `Usage: npm run import:customers FILE.csv
The columns, an example and what happens when it is run again: docs/customers.md
`;

/** Fills the customer directory. Exit codes: 0 all taken over, 2 all but bad lines, 1 nothing could be done, 130 stopped. */
async function main(): Promise<number> {
  process.umask(0o077);
  const files = process.argv.slice(2);
  const [file] = files;
  if (file === undefined || files.length > 1 || file.startsWith('-')) {
    process.stderr.write(usage);
    return 1;
  }
  const config = readConfig(process.env);
  // Before the store: a slip in the path must not leave an empty one behind.
  await access(file, constants.R_OK);
  if ((await stat(file)).isDirectory()) throw Object.assign(new Error(file), { code: 'EISDIR' });
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  process.once('SIGTERM', () => stopping.abort());
  const { register, batchSize, where, close } = await composeImport(config);
  const progress = createProgress(process.stdout);
  try {
    const problems = createComplaints();
    const outcome = await importCustomers(
      {
        register,
        onBadLine: problems.add,
        onProgress: progress.show,
        signal: stopping.signal,
      },
      readRecords(file),
      batchSize,
    );
    progress.end();
    if (!outcome.ok) {
      const words = outcome.problems.map((problem) => `  - ${headerWords(problem)}\n`).join('');
      process.stderr.write(`${file} can't be imported:\n${words}`);
      return 1;
    }
    problems.end();
    if (outcome.ignored.length > 0) {
      process.stdout.write(`Columns that mean nothing here: ${outcome.ignored.join(', ')}\n`);
    }
    process.stdout.write(`${summary(outcome.counts, progress.seconds())}\nThe customers are in ${where}\n`);
    if (outcome.counts.rows === 0 && !outcome.stopped) {
      process.stderr.write(`${file} has names of columns, but no customers below them\n`);
      return 1;
    }
    if (outcome.stopped) {
      process.stdout.write('Stopped. The same command goes on: what is there already is only read.\n');
      return 130;
    }
    return outcome.counts.bad > 0 ? 2 : 0;
  } finally {
    progress.end();
    await close();
  }
}

function createComplaints() {
  let count = 0;
  return {
    add: (line: number, problems: readonly LineProblem[]) => {
      count++;
      if (count > MOST_NAMED) return;
      process.stderr.write(`line ${line}: ${problems.map(lineWords).join('; ')}\n`);
    },
    end: () => {
      if (count > MOST_NAMED) process.stderr.write(`and ${count - MOST_NAMED} more bad lines\n`);
    },
  };
}

function summary({ rows, created, changed, unchanged, bad }: ImportCounts, seconds: number): string {
  const speed = Math.round(rows / Math.max(seconds, 0.001));
  return `${rows} rows in ${seconds.toFixed(1)} s (${speed} a second): ${created} new, ${changed} changed, ${unchanged} unchanged, ${bad} bad`;
}

function wordsFor(error: unknown): string {
  if (error instanceof ConfigError) return error.problems.map((line) => `  - ${line}`).join('\n');
  if (error instanceof UnavailableError) {
    return '  - the store is away; the same command goes on when it is back, what was counted is kept';
  }
  const { code, message, path, stack } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return `  - there is no file ${path}`;
  if (code === 'EISDIR') return '  - this is a folder, not a file';
  if (code === 'EACCES') return `  - ${path} may not be read`;
  return `  - ${message}\n${stack ?? ''}`;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`The customers can't be imported:\n${wordsFor(error)}\n`);
    process.exitCode = 1;
  },
);
