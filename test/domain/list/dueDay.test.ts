import assert from 'node:assert/strict';
import { usualOrder } from '#domain/list/dealList.ts';
import { dueGroup } from '#domain/list/dueDay.ts';
import { sumByCurrency } from '#domain/list/totals.ts';
import { accepted, deal, ended } from '#test/support/list/manyDeals.ts';

/** A Friday. */
const TODAY = '2026-11-20';

describe('the day by which something has to happen', () => {
  for (const [what, changes, group] of [
    ['to be closed yesterday', { ...accepted, closeDate: '2026-11-19' }, 'overdue'],
    ['to be closed today', { ...accepted, closeDate: TODAY }, 'week'],
    ['to be closed on Sunday', { ...accepted, closeDate: '2026-11-22' }, 'week'],
    ['to be closed on Monday', { ...accepted, closeDate: '2026-11-23' }, 'later'],
    ['without a day', accepted, 'none'],
    ['to be decided by tomorrow', { expiresAt: '2026-11-21T10:00:00.000Z', closeDate: '2027-06-01' }, 'week'],
    ['that was sent, with its close date', { direction: 'outbound', closeDate: '2026-11-01' }, 'overdue'],
    ['that was lost', { ...ended('lost'), closeDate: '2026-11-01' }, 'closed'],
  ] as const) {
    it(`given a deal ${what}, then it stands under ${group}`, () => {
      assert.equal(dueGroup(deal(1, changes), TODAY), group);
    });
  }

  it('given a Sunday and a Monday, then the week ends on the same day and six days later', () => {
    const sunday = deal(1, { ...accepted, closeDate: '2026-11-29' });
    assert.equal(dueGroup(sunday, '2026-11-29'), 'week');
    assert.equal(dueGroup(sunday, '2026-11-23'), 'week');
    assert.equal(dueGroup(sunday, '2026-11-22'), 'later');
  });
});

describe('the usual order of a list (CR-15)', () => {
  for (const [list, status, sort] of [
    ['mine', undefined, 'due'],
    ['all', undefined, 'due'],
    ['inbound', 'open', 'due'],
    ['inbound', undefined, 'created'],
    ['all', 'won', 'created'],
    ['closed', undefined, 'created'],
  ] as const) {
    it(`given ${list} with ${status ?? 'any'} status, then by ${sort}`, () => {
      assert.equal(usualOrder(list, { status }).sort, sort);
    });
  }
});

describe('what deals are worth together', () => {
  it('given several currencies, then a sum of each, that of the most deals first, and none of what has no value', () => {
    const worth = (amount: number, currency: string) => deal(1, { value: { amount, currency } });
    const deals = [worth(5, 'EUR'), worth(1, 'USD'), deal(2), worth(2, 'USD'), worth(7, '')];
    assert.deepEqual(sumByCurrency(deals), [
      { amount: 3, currency: 'USD' },
      { amount: 5, currency: 'EUR' },
      { amount: 7, currency: '' },
    ]);
  });
});
