import assert from 'node:assert/strict';
import type { Colleague } from '#app/organization/colleague.find.ts';
import { obstacleFor } from '#app/request/deal.grant.ts';
import type { Membership } from '#domain/referral/rights.ts';
import { received } from '#test/support/referral/samples.ts';

const HERE = '1234567';
const colleague = (
  member: Membership | undefined,
  email: string | undefined = 'uma@contoso.example',
): Colleague => ({
  name: 'Uma Berg',
  email,
  member,
  installed: true,
});
const seller = (locations: Membership['locations']): Membership => ({
  role: 'referrals-user',
  locations,
  addresses: ['uma@contoso.example'],
});

// How a request is granted is told in test/app/deal.ask.test.ts.
describe('deal.grant: obstacleFor', () => {
  for (const [who, given, obstacle] of [
    ['a seller of its location', colleague(seller([HERE])), undefined],
    ['a seller of all locations', colleague(seller('all')), undefined],
    ['a seller of another location', colleague(seller(['7654321'])), 'elsewhere'],
    [
      'an admin of another location',
      colleague({ ...seller(['7654321']), role: 'referrals-admin' }),
      'elsewhere',
    ],
    ['an admin of its location', colleague({ ...seller([HERE]), role: 'referrals-admin' }), undefined],
    ['nobody of the organization', colleague(undefined), 'no-member'],
    ['somebody without an address', { ...colleague(seller('all')), email: undefined }, 'no-address'],
  ] as const) {
    it(`given ${who}, then ${obstacle ?? 'nothing'} stands in the way (CR-3, CR-4)`, () => {
      assert.equal(obstacleFor(given, received({ location: HERE })), obstacle);
    });
  }
});
