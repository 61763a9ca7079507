import assert from 'node:assert/strict';
import { locateDeal } from '#app/deal/deal.locate.ts';
import type { Membership } from '#domain/referral/rights.ts';
import { type App, MONDAY, startApp, TENANT } from '#test/support/app/runningApp.ts';
import { everything, recordOf } from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('deal.locate', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    await app.receive({ ...inbound({ mpnId: null }, new Date(MONDAY)), id: 'r1' });
    await app.settled();
  });
  afterEach(() => app.close());

  const locations = [
    { mpnId: '1234567', name: 'Cleveland', country: 'US' },
    { mpnId: '7654321', name: 'Berlin', country: 'DE' },
  ];
  let presses = 0;
  const locate = (location: string, member: Membership = everything) =>
    locateDeal(app.deps, {
      organization: { ...app.organization, locations },
      referralId: 'r1',
      personId: `${TENANT}:anna`,
      member,
      commandId: `press-${++presses}`,
      location,
    });
  const location = async () => (await recordOf(app, 'r1')).referral.location;

  it('given a location of the company, then the referral belongs to it for good (CR-21, CR-30)', async () => {
    assert.equal((await locate('1234567')).kind, 'done');
    const other = await locate('7654321');
    assert.deepEqual(other.kind === 'refused' && other.rejection, 'location-set');
    assert.equal(await location(), '1234567');
    const { recent = [] } = (await recordOf(app, 'r1')).referral;
    assert.deepEqual(recent.at(-1)?.changes, [{ field: 'location', to: { kind: 'text', text: '1234567' } }]);
  });

  it('given what is no location of theirs, then nothing is changed', async () => {
    assert.equal((await locate('9999999')).kind, 'no-such-location');
    assert.equal(await location(), undefined);
  });

  it('given an admin of one location, then it is not theirs to say (CR-3)', async () => {
    const local: Membership = { ...everything, locations: ['1234567'] };
    assert.equal((await locate('1234567', local)).kind, 'not-allowed');
    assert.equal(await location(), undefined);
  });

  it('given it was set here, when a delivery names another one, then it stays (CR-30)', async () => {
    await locate('1234567');
    await app.receive({ ...inbound({ mpnId: '7654321', notes: 'new' }, new Date(MONDAY)), id: 'r1' });
    await app.settled();
    assert.equal(await location(), '1234567');
  });
});
