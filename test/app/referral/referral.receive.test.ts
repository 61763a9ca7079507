import assert from 'node:assert/strict';
import { type App, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import {
  admin,
  chatOf,
  HERE,
  install,
  members,
  recordOf,
  shownIn,
  user,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const LATER = '2026-11-16T10:00:00.0000001Z';

describe('referral.receive', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    await members(app, admin('anna'), user('bo.partner', [HERE]));
    await install(app, 'anna');
  });
  afterEach(() => app.close());
  const wire = (changes: object = {}) => ({ ...inbound({}, new Date(MONDAY)), id: 'r1', ...changes });

  it('given a new one, then it is stored as it was sent and its card goes out (CR-34, CR-51)', async () => {
    const sent = wire();
    assert.equal(await app.receive(sent), 'created');
    await app.settled();
    const { referral, received, commands, outbox } = await recordOf(app, 'r1');
    assert.equal(referral.stage, 'received');
    assert.equal(referral.revision, 1);
    assert.deepEqual(received?.wire, sent);
    assert.deepEqual([commands, outbox], [[], []]);
    assert.deepEqual(shownIn(app, chatOf('anna')), ['card received']);
  });

  it('given the same delivery again, in any order of properties, then nothing changes', async () => {
    const first = wire();
    await app.receive(first);
    await app.settled();
    const before = await app.store.read('contoso', 'referral:r1');
    const again = Object.fromEntries(Object.entries(first).reverse());
    assert.equal(await app.receive(again), 'unchanged');
    assert.deepEqual(await app.store.read('contoso', 'referral:r1'), before);
  });

  it('given a newer one, then it is taken over and the card edited', async () => {
    const first = wire();
    await app.receive(first);
    await app.settled();
    assert.equal(await app.receive({ ...first, name: 'Renamed', updatedDateTime: LATER }), 'updated');
    await app.settled();
    const { referral, received, commands } = await recordOf(app, 'r1');
    assert.deepEqual([referral.name, referral.revision, commands], ['Renamed', 2, []]);
    assert.equal(received?.updated, LATER);
    assert.deepEqual(
      app.messenger.calls.map(({ kind }) => kind),
      ['post', 'edit'],
    );
  });

  it('given a newer one in which nothing can be seen, then it is remembered and no card is touched', async () => {
    const first = wire();
    await app.receive(first);
    await app.settled();
    assert.equal(await app.receive({ ...first, eTag: 'x', updatedDateTime: LATER }), 'updated');
    await app.settled();
    const { referral, received } = await recordOf(app, 'r1');
    assert.equal(referral.revision, 1);
    assert.equal(received?.wire.eTag, 'x');
    assert.equal(app.messenger.calls.length, 1);
  });

  it('given an older one, then it changes nothing', async () => {
    const first = wire({ updatedDateTime: '2026-11-16T08:00:00.5Z' });
    await app.receive(first);
    for (const updatedDateTime of ['2026-11-16T08:00:00.49999Z', '2026-11-16T08:00:00Z']) {
      const older = { ...first, name: 'Old', status: 'Closed', substatus: 'Lost', updatedDateTime };
      assert.equal(await app.receive(older), 'unchanged', String(updatedDateTime));
    }
    const { referral } = await recordOf(app, 'r1');
    assert.deepEqual([referral.name, referral.stage], ['Fabrikam analytics', 'received']);
  });

  it('given one that does not say when, then it counts, and what is older than the last known moment still does not', async () => {
    const first = wire({ updatedDateTime: '2026-11-16T08:00:00.5Z' });
    await app.receive(first);
    assert.equal(await app.receive({ ...first, name: 'New', updatedDateTime: null }), 'updated');
    assert.equal(
      await app.receive({ ...first, name: 'Old', updatedDateTime: '2026-11-16T08:00:00Z' }),
      'unchanged',
    );
    assert.equal((await recordOf(app, 'r1')).referral.name, 'New');
  });

  it('given the same moment with other content, then the last one received counts', async () => {
    const first = wire();
    await app.receive(first);
    assert.equal(await app.receive({ ...first, name: 'Same moment' }), 'updated');
    assert.equal((await recordOf(app, 'r1')).referral.name, 'Same moment');
  });

  it('given our clock far ahead or behind, then moments are compared with what was received, never with it', async () => {
    app.clock.set('2026-11-17T00:00:00.000Z');
    await app.receive(wire());
    assert.equal(await app.receive(wire({ name: 'Newer', updatedDateTime: LATER })), 'updated');
  });

  it('given no dates at all in two deliveries, then the deadline of the first stays (CR-38)', async () => {
    const dateless = wire({ createdDateTime: null, updatedDateTime: null, expirationDateTime: null });
    await app.receive(dateless);
    const { createdAt, expiresAt } = (await recordOf(app, 'r1')).referral;
    assert.deepEqual([createdAt, expiresAt], [MONDAY, '2026-11-30T09:00:00.000Z']);
    app.clock.set('2026-11-20T09:00:00.000Z');
    assert.equal(await app.receive({ ...dateless, name: 'Renamed' }), 'updated');
    const { referral } = await recordOf(app, 'r1');
    assert.deepEqual([referral.createdAt, referral.expiresAt], [createdAt, expiresAt]);
  });

  it('given one whose time has run out, then it is stored as Expired and posts nothing (CR-38)', async () => {
    assert.equal(await app.receive(wire({ expirationDateTime: MONDAY })), 'created');
    await app.settled();
    const { referral } = await recordOf(app, 'r1');
    assert.equal(referral.stage === 'closed' && referral.outcome, 'expired');
    assert.deepEqual(app.messenger.calls, []);
  });

  it('given fifty deliveries of one new referral at once, then exactly one created it', async () => {
    const sent = wire();
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => app.receive(sent)));
    assert.deepEqual(outcomes.toSorted(), ['created', ...Array(49).fill('unchanged')]);
    await app.settled();
    assert.deepEqual(shownIn(app, chatOf('anna')), ['card received']);
  });

  it('given an outbound one, then it is stored and posts nothing', async () => {
    await app.receive(wire({ direction: 'Outgoing' }));
    await app.settled();
    assert.equal((await recordOf(app, 'r1')).referral.direction, 'outbound');
    assert.deepEqual(app.messenger.calls, []);
  });
});
