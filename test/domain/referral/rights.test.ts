import assert from 'node:assert/strict';
import { isInTeam, type Membership, may, referralActions } from '#domain/referral/rights.ts';
import { received } from '#test/support/referral/samples.ts';

const HERE = '1234567';
const ELSEWHERE = '7654321';
const bo = ['bo.partner@contoso.example'];
const other = ['other@contoso.example'];
const admin = (locations: Membership['locations'], addresses: string[]): Membership => ({
  role: 'referrals-admin',
  locations,
  addresses,
});
const user = (...given: Parameters<typeof admin>): Membership => ({
  ...admin(...given),
  role: 'referrals-user',
});

const rows: readonly [who: string, rule: string, Membership | undefined, here: boolean, nowhere: boolean][] =
  [
    ['nobody of the organization', 'CR-1', undefined, false, false],
    ['an admin of the whole company', 'CR-2', admin('all', other), true, true],
    ['an admin of its location', 'CR-3', admin([ELSEWHERE, HERE], other), true, false],
    ['an admin of another location', 'CR-3', admin([ELSEWHERE], other), false, false],
    ['an admin of another location, in its team', 'CR-3', admin([ELSEWHERE], bo), false, false],
    ['an admin of no location', 'CR-3', admin([], other), false, false],
    ['a user of all locations, in its team', 'CR-4', user('all', bo), true, true],
    ['a user of its location, in its team', 'CR-4', user([HERE], bo), true, false],
    ['a user of another location, in its team', 'CR-4', user([ELSEWHERE], bo), false, false],
    ['a user of all locations, not in its team', 'CR-4', user('all', other), false, false],
    ['a user of its location, not in its team', 'CR-4', user([HERE], other), false, false],
  ];
describe('may', () => {
  for (const [who, rule, membership, here, nowhere] of rows) {
    it(`${who} ${here ? 'may' : 'may not'} with a referral of that location, ${nowhere ? 'may' : 'may not'} with one of none (${rule})`, () => {
      for (const action of referralActions) {
        for (const [location, sees] of [
          [HERE, here],
          [undefined, nowhere],
        ] as const) {
          const granted = may(membership, action, received({ location }));
          // Asking is for members who may not see it; granting and reviewing are for admins who may.
          const asks = membership !== undefined && !sees;
          const grants = sees && membership?.role === 'referrals-admin';
          const forAdmins = action === 'deal.grant' || action === 'registration.review';
          // Where a referral belongs is for admins of the whole company to say (CR-30).
          const locates = grants && membership?.locations === 'all';
          const own = { 'deal.ask': asks, 'deal.locate': locates } as Record<string, boolean>;
          const right = own[action] ?? (forAdmins ? grants : sees);
          assert.equal(granted, right, `${action} ${location}`);
        }
      }
    });
  }
});

describe('isInTeam', () => {
  const team = [{ name: 'No Mail' }, { name: 'Bo Partner', email: 'Bo.Partner@CONTOSO.example' }];

  it('given an address in capitals in the team, then the member is in it', () => {
    assert.equal(isInTeam({ addresses: bo }, { team }), true);
  });

  it('given any of the addresses in the team, then the member is in it', () => {
    assert.equal(isInTeam({ addresses: [...other, ...bo] }, { team }), true);
  });

  it('given no address, or a team without addresses, then the member is not in it', () => {
    assert.equal(isInTeam({ addresses: [] }, { team }), false);
    assert.equal(isInTeam({ addresses: bo }, { team: [{ name: 'Bo Partner' }] }), false);
  });
});
