import assert from 'node:assert/strict';
import { countsIn, countsLine } from './reporter.ts';

describe('The line with the counts', () => {
  it('given counts, then it says them, and what was skipped only where something was', () => {
    assert.equal(countsLine({ passed: 12, failed: 0, skipped: 0 }), '12 passed, 0 failed');
    assert.equal(countsLine({ passed: 12, failed: 1, skipped: 2 }), '12 passed, 1 failed, 2 skipped');
  });

  it('given such a line, then the counts are read from it, and from no other', () => {
    assert.deepEqual(countsIn('12 passed, 1 failed, 2 skipped'), { passed: 12, failed: 1, skipped: 2 });
    assert.deepEqual(countsIn('12 passed, 1 failed'), { passed: 12, failed: 1, skipped: 0 });
    assert.equal(countsIn('  12 passed, 1 failed'), undefined);
    assert.equal(countsIn('unit: 12 passed, 1 failed, in 3 s'), undefined);
  });
});
