import assert from 'node:assert/strict';
import { grownDeal } from '#test/support/engagement/grownDeal.ts';

describe('A deal with fifty parties, a team of fifty and five hundred changes', () => {
  it('given names and notes as in life, then its document stays below 200 KB, and every change is in the timeline', async function () {
    this.timeout(600_000);
    const { size, parties, changes, entries } = await grownDeal({
      name: 'Katharina Vogel',
      note: 'They decide after the holidays, call again then',
    });
    assert.ok(size < 200_000, `${size} bytes`);
    assert.equal(parties, 50);
    assert.ok(changes >= 500);
    assert.equal(entries, changes);
  });
});
