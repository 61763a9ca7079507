import assert from 'node:assert/strict';
import { createNoteWanted, type NoteWanted } from '#app/sync/reading/notingWanted.ts';
import { UnavailableError } from '#ports/errors.ts';
import { type App, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import { admin, chatOf, install, members, recordOf, shownIn } from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { connect, connectedSince, connectionOf } from '#test/support/sync/connections.ts';
import {
  CONTOSO,
  type MemoryPartnerCenter,
  memoryPartnerCenter,
} from '#test/support/sync/memoryPartnerCenter.ts';

describe('wanted.read: what a webhook names', () => {
  let app: App;
  let there: MemoryPartnerCenter;
  let noteWanted: NoteWanted;
  beforeEach(async () => {
    there = memoryPartnerCenter();
    app = startApp({ partnerCenter: there, partnerCenterId: CONTOSO });
    noteWanted = createNoteWanted(app.deps);
    await members(app, admin('anna'));
    await install(app, 'anna');
    await connect(app, {
      ...connectedSince('2026-11-16T09:00:00.0000000Z'),
      lastPending: MONDAY,
      lastLookBack: MONDAY,
    });
    await app.settled();
    there.asked = [];
  });
  afterEach(() => app.close());
  const row = (id: string, changes: object = {}) => ({
    ...inbound({ team: [] }, new Date(MONDAY)),
    id,
    updatedDateTime: '2026-11-16T09:01:00Z',
    ...changes,
  });
  const named = (id: string, related = false) => noteWanted('contoso', { id, related });

  it('given one, then it alone is read at once, and its card is here', async () => {
    there.put(row('r1'));
    assert.equal(await named('r1'), true);
    await app.settled();
    assert.deepEqual(there.asked, ['one r1']);
    assert.deepEqual(shownIn(app, chatOf('anna')), ['card received']);
    assert.equal((await connectionOf(app)).wanted, undefined);
  });

  it('given an organization that is not connected, then nothing is written down', async () => {
    assert.equal(await noteWanted('fabrikam', { id: 'r1', related: false }), false);
  });

  it('given thousands name the same, then it is read a few times at most, and as it is in the end', async () => {
    there.put(row('r1', { name: 'First' }));
    const storm = Array.from({ length: 3_000 }, (_, number) => {
      if (number === 1_500) there.put(row('r1', { name: 'Last', updatedDateTime: '2026-11-16T09:02:00Z' }));
      return named('r1');
    });
    assert.ok((await Promise.all(storm)).every((noted) => noted));
    await app.settled();
    assert.ok(there.asked.length <= 3, there.asked.join());
    assert.equal((await recordOf(app, 'r1')).referral.name, 'Last');
  });

  it('given it changes and is named again while it is being read, then it is read once more', async () => {
    there.put(row('r1', { name: 'First' }));
    there.before = async (request) => {
      if (request !== 'one r1' || there.asked.length > 1) return;
      const old = structuredClone(there.records.get('r1'));
      there.put(row('r1', { name: 'Second', updatedDateTime: '2026-11-16T09:02:00Z' }));
      await named('r1');
      // What is on its way is still as it was.
      if (old) there.records.set('r1', old);
      setImmediate(() => there.put(row('r1', { name: 'Second', updatedDateTime: '2026-11-16T09:02:00Z' })));
    };
    await named('r1');
    await app.settled();
    app.clock.advance(1);
    await app.settled();
    assert.equal((await recordOf(app, 'r1')).referral.name, 'Second');
    assert.deepEqual(there.asked, ['one r1', 'one r1']);
  });

  it('given hundreds are named, then the list of changes brings them with a few requests', async () => {
    for (let number = 0; number < 300; number++) there.put(row(`r${number}`));
    there.pageSize = 100;
    await Promise.all(Array.from({ length: 300 }, (_, number) => named(`r${number}`)));
    await app.settled();
    assert.ok(there.asked.length <= 5, there.asked.join());
    for (let number = 0; number < 300; number++) await recordOf(app, `r${number}`);
    assert.equal((await connectionOf(app)).wanted, undefined);
  });

  it('given it is not there yet, then it is looked for a few times, and found when it is (point 10)', async () => {
    await named('late');
    await app.settled();
    there.put(row('late', { updatedDateTime: '2026-11-10T09:01:00Z' }));
    app.clock.advance(5_000);
    await app.settled();
    await recordOf(app, 'late');
  });

  it('given it is never there, then it is dropped after some minutes', async () => {
    await named('nowhere');
    for (let minutes = 0; minutes < 15; minutes++) {
      app.clock.advance(60_000);
      await app.settled();
    }
    assert.equal(there.asked.filter((one) => one === 'one nowhere').length, 5);
    assert.equal((await connectionOf(app)).wanted, undefined);
    assert.deepEqual(
      app.reads.filter(({ kind }) => kind === 'missing'),
      [{ organization: 'contoso', kind: 'missing', id: 'nowhere' }],
    );
  });

  it('given Partner Center is away, then what was named waits with everything else', async () => {
    there.put(row('r1'));
    there.before = () => {
      throw new UnavailableError('throttled', { retryAfter: 60_000 });
    };
    await named('r1');
    await app.settled();
    assert.equal(there.asked.length, 1);
    await named('r1');
    await app.settled();
    assert.equal(there.asked.length, 1);
    there.before = undefined;
    app.clock.advance(60_000);
    await app.settled();
    await recordOf(app, 'r1');
  });

  it('given related-referral names our own record or another’s, then the whole engagement is read (point 30)', async () => {
    const own = row('own', { engagementId: 'e1', status: 'Active', substatus: 'Accepted' });
    const theirs = row('theirs', {
      engagementId: 'e1',
      organizationId: 'msft',
      status: 'Active',
      substatus: 'Accepted',
    });
    for (const id of ['own', 'theirs']) {
      there.put(own, theirs);
      there.asked = [];
      await named(id, true);
      await app.settled();
      assert.deepEqual(there.asked, [`one ${id}`, 'engagement']);
    }
    assert.equal((await recordOf(app, 'own')).referral.parties?.[0]?.view?.stage, 'accepted');
    await assert.rejects(recordOf(app, 'theirs'));
  });
});
