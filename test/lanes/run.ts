import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '#test/support/repository.ts';
import { printCoverage } from './coverage.ts';
import { type Counts, countsIn, countsLine } from './reporter.ts';

/**
 * `run.ts unit` runs a lane of tests, `run.ts unit bot e2e` one after the other; `--coverage` says at the end how much
 * of each folder they ran through. `run.ts one FILE [words]` runs one file, or of it what has these words in its title.
 */
async function main(words: readonly string[]): Promise<boolean> {
  if (words[0] === 'one') return runOne(words.slice(1));
  const lanes = words.filter((word) => word !== '--coverage');
  const measured = lanes.length < words.length ? mkdtempSync(join(tmpdir(), 'coverage-')) : undefined;
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    for (const name of lanes) addTo(total, await runLane(name, measured));
    if (measured) await printCoverage(measured);
  } finally {
    if (measured) rmSync(measured, { recursive: true });
  }
  process.stdout.write(`\n${countsLine(total)}\n`);
  return total.failed === 0;
}

/** Runs a lane and passes on what it says; its counts are named after it, so that only the last line is the sum. */
async function runLane(name: string, measured: string | undefined): Promise<Counts> {
  const started = performance.now();
  const extra = measured ? ['--require', 'test/lanes/unhurried.ts'] : [];
  const child = mocha(['--config', `test/lanes/${name}.yml`, ...extra], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // What was compiled earlier is not measured line by line.
    env: { ...process.env, ...(measured && { NODE_V8_COVERAGE: measured, NODE_DISABLE_COMPILE_CACHE: '1' }) },
  });
  const ended = once(child, 'close');
  let counts: Counts | undefined;
  for await (const line of createInterface({ input: child.stdout ?? process.stdin })) {
    const found = countsIn(line);
    if (found) counts = found;
    else process.stdout.write(`${line}\n`);
  }
  const [code] = await ended;
  // Mocha may also end without having counted, or well counted and badly ended.
  const seen = counts ?? { passed: 0, failed: 0, skipped: 0 };
  const result = { ...seen, failed: Math.max(seen.failed, code === 0 ? 0 : 1) };
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stdout.write(`${name}: ${countsLine(result)}, in ${seconds} s\n`);
  return result;
}

async function runOne([file, ...words]: readonly string[]): Promise<boolean> {
  if (!file) {
    process.stderr.write(
      'Which file? npm run test:one test/app/work.test.ts, then perhaps words of a title.\n',
    );
    return false;
  }
  const named = words.length > 0 ? ['--fgrep', words.join(' ')] : [];
  const [code] = await once(
    mocha(['--config', 'test/lanes/one.yml', file, ...named], { stdio: 'inherit' }),
    'close',
  );
  return code === 0;
}

function mocha(words: readonly string[], options: Parameters<typeof spawn>[2]) {
  return spawn(process.execPath, ['node_modules/mocha/bin/mocha.js', ...words], { cwd: root, ...options });
}

function addTo(total: Counts, more: Counts): void {
  total.passed += more.passed;
  total.failed += more.failed;
  total.skipped += more.skipped;
}

process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
