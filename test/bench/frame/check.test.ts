import assert from 'node:assert/strict';
import { stillWorse, worseThan } from './check.ts';
import type { Figure, MeasuredPart, Report } from './figure.ts';

const measured = (figures: Figure[], yardstick = 20): MeasuredPart => ({
  on: '2026-11-30',
  seconds: 1,
  yardstick,
  figures,
});
const reported = (figures: Figure[]): Report => ({ machine: 'one', parts: { accept: measured(figures) } });
const answer: Figure = { what: 'answer', value: 10, unit: 'ms' };
const rate: Figure = { what: 'rate', value: 300, unit: '/s' };
const memory: Figure = { what: 'memory', value: 200, unit: 'MB' };

describe('what got worse since the report', () => {
  const rows: readonly (readonly [string, Figure, Figure, number, boolean])[] = [
    ['a time that is a third longer is not', answer, { ...answer, value: 13.3 }, 20, false],
    ['a time that is half as long again is', answer, { ...answer, value: 15 }, 20, true],
    ['a time twice as long on a machine half as fast is not', answer, { ...answer, value: 20 }, 40, false],
    ['a time as long on a machine twice as fast is', answer, answer, 10, true],
    ['a rate of two thirds is', rate, { ...rate, value: 200 }, 20, true],
    ['a rate that is higher is not', rate, { ...rate, value: 500 }, 20, false],
    ['half as much memory again is, however fast the machine', memory, { ...memory, value: 300 }, 40, true],
    ['a figure of another size is not compared', answer, { ...answer, value: 90, size: 30_000 }, 20, false],
  ];
  for (const [title, before, now, yardstick, worse] of rows) {
    it(title, () => {
      const found = worseThan(reported([before]), 'accept', measured([now], yardstick));
      assert.equal(found.length > 0, worse);
    });
  }

  it('is only what is worse when it is measured again as well', () => {
    const report = reported([answer, rate]);
    const first = worseThan(
      report,
      'accept',
      measured([
        { ...answer, value: 90 },
        { ...rate, value: 9 },
      ]),
    );
    const again = worseThan(report, 'accept', measured([{ ...answer, value: 90 }, rate]));
    assert.deepEqual(
      stillWorse(first, again).map(({ figure }) => figure.what),
      ['answer'],
    );
  });
});
