import assert from 'node:assert/strict';
import { grownDeal } from '#test/support/engagement/grownDeal.ts';

describe('A deal with fifty parties, a team of fifty and five hundred changes', () => {
  it('given names and notes as large as can be, then its document stays below 400 KB, and every change is in the timeline', async function () {
    this.timeout(600_000);
    // As long as the forms and the intake let through, in wide signs; no document of a deal may be larger.
    const { size, parties, changes, entries } = await grownDeal({
      name: '王"'.repeat(125),
      note: '王"'.repeat(200),
    });
    assert.ok(size < 400_000, `${size} bytes`);
    assert.equal(parties, 50);
    assert.ok(changes >= 500);
    assert.equal(entries, changes);
  });
});
