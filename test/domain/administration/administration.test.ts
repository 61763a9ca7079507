import assert from 'node:assert/strict';
import { mayManage, reachOf } from '#domain/administration/administration.ts';
import type { Membership } from '#domain/referral/rights.ts';

const member = (role: Membership['role'], locations: Membership['locations']): Membership => ({
  role,
  locations,
  addresses: [],
});
const company = member('referrals-admin', 'all');
const ofB = member('referrals-admin', ['B']);
const user = member('referrals-user', 'all');

describe('reachOf', () => {
  for (const [what, one, reach] of [
    ['an admin of everything', company, 'company'],
    ['an admin of named locations', ofB, 'locations'],
    ['a user', user, 'none'],
    ['somebody unlisted', undefined, 'none'],
  ] as const) {
    it(`given ${what}, then ${reach} (CR-2 to CR-4)`, () => assert.equal(reachOf(one), reach));
  }
});

describe('mayManage', () => {
  const everybody = [
    company,
    ofB,
    user,
    member('referrals-user', ['B']),
    member('referrals-user', ['B', 'C']),
  ];
  for (const [what, one, expected] of [
    ['an admin of everything', company, [true, true, true, true, true]],
    ['an admin of B', ofB, [false, false, false, true, false]],
    ['a user', user, [false, false, false, false, false]],
    ['somebody unlisted', undefined, [false, false, false, false, false]],
  ] as const) {
    it(`given ${what}: admin of all, admin of B, user of all, of B, of B and C (CR-2 to CR-4)`, () => {
      assert.deepEqual(
        everybody.map((standing) => mayManage(one, standing)),
        expected,
      );
    });
  }

  it('given nobody’s locations at all, then an admin of named locations may not', () => {
    assert.equal(mayManage(ofB, member('referrals-user', [])), false);
  });
});
