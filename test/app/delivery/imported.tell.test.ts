import assert from 'node:assert/strict';
import { tellImported } from '#app/delivery/imported.tell.ts';
import { connectionDraft } from '#app/sync/connectionRecord.ts';
import { type App, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import { timeUntil } from '#test/support/delivery/passingTime.ts';
import {
  accept,
  addToTeam,
  admin,
  chatOf,
  install,
  installChannel,
  members,
  recordOf,
  shownIn,
  teammate,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { newConnection } from '#test/support/sync/connections.ts';

const [ANNA, BEA] = [chatOf('anna'), chatOf('bea')];

describe('imported.tell: what waited for an answer when the company connected', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp({ reminderHours: [24, 72, 168] });
    await members(app, admin('anna'), admin('bea'));
    await install(app, 'anna');
    await app.settled();
  });
  afterEach(() => app.close());
  const imported = (id: string, changes: object = {}) =>
    app.receive({ ...inbound({ team: [] }, new Date(MONDAY)), id, ...changes }, MONDAY);
  const told = async () => {
    await tellImported(app.deps, app.organization, MONDAY);
    await app.settled();
  };
  const listsIn = (chat: string) =>
    app.messenger.in(chat).flatMap(({ content }) => (content.type === 'digest' ? [content] : []));

  it('given several wait, then each person gets one message with the list and no card (CR-51), and a channel nothing', async () => {
    await installChannel(app, 'general');
    await install(app, 'bea');
    await app.settled();
    for (const id of ['r1', 'r2', 'r3']) await imported(id);
    await app.settled();
    assert.deepEqual(shownIn(app, ANNA), []);
    await told();
    assert.deepEqual([shownIn(app, ANNA), shownIn(app, BEA)], [['list 3'], ['list 3']]);
    assert.equal(listsIn(ANNA)[0]?.kind, 'list');
    assert.deepEqual(shownIn(app, 'general'), []);
  });

  it('given it is told once more, because the process died meanwhile, then nobody hears it twice, a day later neither', async () => {
    await imported('r1');
    await told();
    await told();
    app.clock.set('2026-11-17T13:00:00.000Z');
    await app.settled();
    const before = shownIn(app, ANNA).length;
    await told();
    assert.equal(shownIn(app, ANNA).length, before);
    assert.equal(listsIn(ANNA).filter(({ kind }) => kind === 'list').length, 1);
  });

  it('given what was decided there or ran out long ago, then nobody hears of it (CR-38)', async () => {
    await imported('r1', { status: 'Active', substatus: 'Accepted' });
    await imported('r2', { status: 'Closed', substatus: 'Declined' });
    await imported('r3', { expirationDateTime: '2026-11-15T09:00:00Z' });
    await told();
    const { referral } = await recordOf(app, 'r3');
    assert.deepEqual(
      [referral.stage, referral.stage === 'closed' && referral.outcome],
      ['closed', 'expired'],
    );
    assert.deepEqual(await timeUntil(app, '2026-12-10T00:00:00.000Z'), []);
    assert.deepEqual(app.messenger.calls, []);
  });

  it('given one of the list, then it is told each morning like any other, and expires without a word (CR-38, CR-54)', async () => {
    await imported('r1');
    await told();
    const days = await timeUntil(app, '2026-11-20T00:00:00.000Z');
    assert.deepEqual(
      days,
      ['17', '18', '19'].map((day) => `11-${day}T08:00 chat-anna morning 1`),
    );
    await timeUntil(app, '2026-12-10T00:00:00.000Z');
    assert.equal((await recordOf(app, 'r1')).referral.stage, 'closed');
    assert.ok(!shownIn(app, ANNA).some((one) => one.startsWith('card') || one.startsWith('expired')));
  });

  it('given it changes in Partner Center afterwards, then no card comes for it; given it is accepted, then it is', async () => {
    await imported('r1');
    await told();
    await app.receive({
      ...inbound({ team: [teammate('anna')] }, new Date(MONDAY)),
      id: 'r1',
      name: 'Renamed there',
      updatedDateTime: '2026-11-16T10:00:00Z',
    });
    await app.settled();
    assert.deepEqual(shownIn(app, ANNA), ['list 1']);
    await accept(app, 'r1', { by: 'anna' });
    await app.settled();
    assert.deepEqual(shownIn(app, ANNA), ['list 1', 'card accepted']);
  });

  it('given somebody installs the bot later, then one list tells of what still waits', async () => {
    for (const id of ['r1', 'r2', 'r3']) await imported(id);
    await told();
    await accept(app, 'r3');
    await app.settled();
    app.clock.set('2026-11-16T12:00:00.000Z');
    await install(app, 'bea');
    await app.settled();
    assert.deepEqual(shownIn(app, BEA), ['list 2']);
    await install(app, 'bea', { installed: false });
    await install(app, 'bea');
    await app.settled();
    assert.deepEqual(shownIn(app, BEA), ['list 2']);
  });

  it('given somebody installs the bot while it is imported, then the list comes once all of it is there', async () => {
    const importing = { startedAt: MONDAY, read: 1, pending: 1, failed: 0 };
    const record = { ...newConnection(MONDAY), importing, nextPoll: '2026-12-01T00:00:00.000Z' };
    assert.ok((await app.store.create(connectionDraft('contoso', record))).ok);
    await imported('r1');
    await install(app, 'bea');
    await app.settled();
    assert.deepEqual(shownIn(app, BEA), []);
    await imported('r2');
    await told();
    assert.deepEqual(shownIn(app, BEA), ['list 2']);
  });

  it('given the message of that morning has gone out already, then the list comes with the next one', async () => {
    await app.receive({ ...inbound({ team: [] }, new Date(MONDAY)), id: 'r0' });
    await app.settled();
    app.clock.set('2026-11-17T08:00:00.000Z');
    await app.settled();
    assert.deepEqual(shownIn(app, ANNA), ['card received', 'morning 1']);
    await imported('r1');
    await told();
    assert.deepEqual(shownIn(app, ANNA), ['card received', 'morning 1']);
    const [next] = await timeUntil(app, '2026-11-19T00:00:00.000Z');
    assert.equal(next, '11-18T08:00 chat-anna list 2');
  });

  it('given the bot stands in a team that nobody asked about yet, then an import asks nobody (CR-51)', async () => {
    await addToTeam(app, 'sales');
    await imported('r1');
    await app.settled();
    assert.deepEqual(app.messenger.calls, []);
  });
});
