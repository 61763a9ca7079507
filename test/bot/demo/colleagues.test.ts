import assert from 'node:assert/strict';
import { nextOfColleague } from '#bot/demo/colleagues.ts';
import { contactOf, contoso } from '#bot/demo/guests.ts';
import { demoOrganizations, HOST } from '#bot/demo/organizations.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { received } from '#test/support/cards/views.ts';

const [anna, , li, , erik] = contoso.people;
const withHand = (person: string, changes: Partial<Referral> = {}): Referral => {
  const contact = contactOf(contoso, person);
  return {
    ...received({ stage: 'accepted' }),
    location: contoso.mpnId,
    team: [contact],
    holder: contact.email,
    ...changes,
  } as Referral;
};

describe('The colleagues in the demo', () => {
  it('given the first deal that somebody accepted, then Li asks for it, once (CR-58)', () => {
    const deal = withHand(anna);
    const { does, person } = nextOfColleague(deal, false) ?? {};
    assert.deepEqual([does, person], ['ask', li]);
    assert.equal(nextOfColleague(deal, true), undefined);
    assert.equal(nextOfColleague({ ...deal, stage: 'received' }, false), undefined);
    const before = { ...deal, id: 'd0d0d0d0-0000-4000-8000-000000000001' };
    assert.equal(nextOfColleague(before, false), undefined, 'nor for one that was there before');
  });

  it('given a deal of a location that is not Li’s, then Li does not ask for it (CR-3)', () => {
    assert.equal(nextOfColleague(withHand(anna, { location: '7654321' }), false), undefined);
  });

  it('given a deal that was handed over, then whoever has it takes it to the next stage, once (CR-40)', () => {
    const { does, person } = nextOfColleague(withHand(erik), true) ?? {};
    assert.deepEqual([does, person], ['stage', erik]);
    assert.equal(nextOfColleague(withHand(erik, { salesStage: 20 }), true), undefined);
  });

  it('given the company, then it has colleagues with roles, two locations and a route, and is no trial', () => {
    const own = demoOrganizations('Europe/Berlin', 'x').byId(HOST);
    assert.equal(own?.open, false);
    assert.equal(own?.locations.length, 2);
    assert.equal(own?.routes.length, 1);
    const roles = new Set(own?.members.map(({ role, locations }) => `${role} ${String(locations)}`));
    assert.ok(roles.size >= 4 && (own?.members.length ?? 0) >= 4, [...roles].join());
  });
});
