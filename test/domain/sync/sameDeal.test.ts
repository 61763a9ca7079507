import assert from 'node:assert/strict';
import { likeness } from '#domain/sync/sameDeal.ts';
import { facts } from '#test/support/referral/samples.ts';

describe('likeness: whether two records are the same deal', () => {
  const deal = facts();
  const other = { amount: 1, currency: 'USD' };
  for (const [like, what, changes] of [
    [2, 'the same in capitals', { name: deal.name.toUpperCase() }],
    [2, 'a CRM id on one side only', { crmId: 'CRM-2' }],
    [1, 'another value', { value: other }],
    [1, 'another close date', { closeDate: '2027-03-01' }],
    [1, 'another name alone', { name: 'Renamed' }],
    [0, 'another name and value', { name: 'Renamed', value: other }],
    [0, 'another name and other notes', { name: 'Renamed', notes: 'Other' }],
    [0, 'another name and another team', { name: 'Renamed', team: [{ name: 'Somebody' }] }],
    [0, 'another customer', { customer: { ...deal.customer, name: 'Other' } }],
  ] as const) {
    it(`given ${what}, then it is ${like}`, () => {
      assert.equal(likeness(deal, { ...deal, ...changes }), like);
    });
  }

  it('given CRM ids that differ, then they are two deals, whatever else is the same', () => {
    assert.equal(likeness({ ...deal, crmId: 'CRM-1' }, { ...deal, crmId: 'CRM-2' }), 0);
  });
});
