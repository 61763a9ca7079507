import assert from 'node:assert/strict';
import { textOf } from '#test/support/repository.ts';
import { monthlyUse } from './monthlyUse.ts';

const rounded = (value: number) => (Math.round(value / 1_000) * 1_000).toLocaleString('en-US');

describe('The table of costs', () => {
  it('given 1,000 referrals a month and 10, 100, 1,000 sellers, then it has what is computed', () => {
    const uses = [10, 100, 1_000].map((sellers) => monthlyUse({ sellers, referrals: 1_000 }));
    const expected = [
      uses.map((one) => rounded(one.processorSeconds)),
      uses.map((one) => rounded(one.memorySeconds)),
      uses.map((one) => rounded(one.databaseRequests)),
      uses.map((one) => rounded(one.requestUnits)),
      uses.map((one) => `${(one.shareOfLeast * 100).toFixed(1)} %`),
      uses.map((one) => String(one.logMegabytes)),
    ];
    const section = textOf('docs/deploy/costs.md').split('## What it costs in Azure')[1] ?? '';
    const rows = section.split('\n').filter((line) => /^\| (Con|Cos|…|Log)/.test(line));
    const cells = rows.map((row) =>
      row
        .split('|')
        .slice(2, 5)
        .map((cell) => cell.trim()),
    );
    assert.deepEqual(cells, expected);
  });

  it('given 1,000 sellers, then the least throughput that can be chosen is never used up', () => {
    assert.ok(monthlyUse({ sellers: 1_000, referrals: 1_000 }).shareOfLeast < 1);
  });
});
