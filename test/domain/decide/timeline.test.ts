import assert from 'node:assert/strict';
import { changesBetween } from '#domain/decide/timeline.ts';
import type { Party, SharedView } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { TimelineValue } from '#domain/referral/timelineEntry.ts';
import { accepted } from '#test/support/referral/samples.ts';

const view = (changes: Partial<SharedView>): SharedView => ({
  stage: 'accepted',
  since: '2026-11-06T08:00:00.000Z',
  team: [],
  notes: [],
  ...changes,
});
const party = (role: Party['role'], told?: SharedView): Party => ({
  role,
  organization: 'tailspin',
  name: 'Tailspin Toys',
  referralId: role === 'peer' ? '' : 'r-tailspin',
  seq: 1,
  invitation: {
    closeDate: '2027-02-01',
    value: { amount: 40, currency: 'USD' },
    solutions: [],
    contacts: [],
  },
  view: told,
});
const said = (value: TimelineValue | undefined) => value && Object.values(value).slice(1).at(0);
const between = (before: Party[], after: Party[]) =>
  changesBetween(accepted({ parties: before }), accepted({ parties: after })).changes.map(
    ({ field, party: of, from, to }) => [field, of?.organization, said(from), said(to)],
  );

describe('timeline', () => {
  it('given another company that our inviter invited, then that it came in and how it stands are said, and not merely that there is news (CR-11, CR-30)', () => {
    const undecided = party('peer', view({ stage: 'received' }));
    assert.deepEqual(between([], [undecided]), [['party', 'tailspin', undefined, 'received']]);
    assert.deepEqual(between([undecided], [party('peer', view({}))]), [
      ['party', 'tailspin', 'received', 'accepted'],
    ]);
    assert.deepEqual(between([party('peer', view({}))], [party('peer', view({ since: 'later' }))]), []);
  });

  it('given a deal that is new here, then who else takes part was there from the first', () => {
    const referral: Referral = accepted({ parties: [party('peer', view({}))] });
    assert.ok(changesBetween(undefined, referral).changes.every(({ field }) => field !== 'party'));
  });

  it('given an invited party that changes its part, then value and date are said, from what to what (CR-30)', () => {
    const money = (amount: number) => ({ amount, currency: 'USD' });
    const first = party('invited');
    const accepting = party('invited', view({ value: money(40), closeDate: '2027-02-01' }));
    assert.deepEqual(between([first], [accepting]), [['party', 'tailspin', 'received', 'accepted']]);
    const other = party('invited', view({ value: money(35), closeDate: '2027-03-01' }));
    assert.deepEqual(between([accepting], [other]), [
      ['value', 'tailspin', money(40), money(35)],
      ['closeDate', 'tailspin', '2027-02-01', '2027-03-01'],
    ]);
  });
});
