import { type Runner, reporters } from 'mocha';

/** Says what failed as soon as it did, all of it once more at the end, and then one line with the counts. */
class LaneReporter extends reporters.Base {
  constructor(runner: Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.on('fail', (test) => process.stdout.write(`  failed: ${test.fullTitle()}\n`));
    runner.once('end', () => {
      this.epilogue();
      const { passes, failures, pending } = this.stats;
      process.stdout.write(`${countsLine({ passed: passes, failed: failures, skipped: pending })}\n`);
    });
  }
}

// How mocha, which loads it by `require`, finds it.
export { LaneReporter as 'module.exports' };

/** How many tests came to which end. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Such as `12 passed, 0 failed, 1 skipped`. */
export function countsLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** The counts in a line that consists of them. */
export function countsIn(line: string): Counts | undefined {
  const found = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.exec(line);
  return found
    ? { passed: Number(found[1]), failed: Number(found[2]), skipped: Number(found[3] ?? 0) }
    : undefined;
}
