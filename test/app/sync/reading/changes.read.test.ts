import assert from 'node:assert/strict';
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

const ANNA = chatOf('anna');
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

describe('changes.read: what changes in Partner Center', () => {
  let app: App;
  let there: MemoryPartnerCenter;
  beforeEach(async () => {
    there = memoryPartnerCenter();
    app = startApp({ partnerCenter: there, partnerCenterId: CONTOSO });
    await members(app, admin('anna'));
    await install(app, 'anna');
    await app.settled();
  });
  afterEach(() => app.close());
  const at = (minutes: number, digits = '') =>
    `${new Date(Date.parse(MONDAY) + minutes * MINUTE).toISOString().slice(0, 19)}${digits}Z`;
  const padded = (minutes: number) => `${at(minutes).slice(0, 19)}.0000000Z`;
  const row = (id: string, minutes: number, changes: object = {}) => ({
    ...inbound({ team: [] }, new Date(MONDAY)),
    id,
    updatedDateTime: at(minutes),
    ...changes,
  });
  const connected = (more: object = {}) =>
    connect(app, {
      ...connectedSince(padded(0)),
      lastPending: app.clock.instant,
      lastLookBack: app.clock.instant,
      ...more,
    });
  const polled = async (seconds = 30) => {
    app.clock.advance(seconds * SECOND);
    await app.settled();
  };
  const nameOf = async (id: string) => (await recordOf(app, id)).referral.name;
  const asked = (kind: string) => there.asked.filter((one) => one.split(' ')[0] === kind).length;

  it('given something new there, then its card is here after the next look, in under a minute', async () => {
    await connected();
    await app.settled();
    there.put(row('r1', 1));
    await polled();
    assert.deepEqual(shownIn(app, ANNA), ['card received']);
    there.put(row('r1', 2, { status: 'Closed', substatus: 'Declined' }));
    await polled();
    assert.deepEqual(shownIn(app, ANNA), ['card declined']);
  });

  it('given rows change place while one pages, then nothing is missed, whatever moved to the front (point 4)', async () => {
    for (let number = 0; number < 35; number++) there.put(row(`r${number}`, number));
    let moved = 0;
    there.before = (request) => {
      if (!/^changes \d/.test(request) || ++moved > 3) return;
      there.put(row(`r${moved}`, 50 + moved, { name: `Moved ${moved}` }));
    };
    await connected();
    await app.settled();
    await polled();
    for (const number of [1, 2, 3]) assert.equal(await nameOf(`r${number}`), `Moved ${number}`);
    for (let number = 0; number < 35; number++) await recordOf(app, `r${number}`);
  });

  it('given the stretch was not read to its end, then the watermark stays until it is', async () => {
    for (let number = 0; number < 35; number++) there.put(row(`r${number}`, 20 + number));
    let away = true;
    there.before = (request) => {
      if (away && request === 'changes 20') throw new UnavailableError('away');
    };
    await connected();
    await app.settled();
    assert.equal((await connectionOf(app)).watermark, padded(0));
    away = false;
    await polled(5);
    const { watermark, failing } = await connectionOf(app);
    assert.deepEqual([watermark, failing], [padded(54), undefined]);
    // The pages that were read are not read again.
    assert.deepEqual(there.asked, ['changes', 'changes 10', 'changes 20', 'changes 20', 'changes 30']);
  });

  it('given the list does not come in the order that was asked for, then it is read to its end', async () => {
    const list = there.list.bind(there);
    there.list = (query, after) => list(query.kind === 'changes' ? { kind: 'everything' } : query, after);
    for (let number = 0; number < 25; number++) {
      const created = { createdDateTime: at(number - 100) };
      there.put(row(`r${number}`, number % 5 === 0 ? number : -2_000, created));
    }
    await connected();
    await app.settled();
    for (const number of [0, 5, 10, 15, 20]) await recordOf(app, `r${number}`);
    there.put({ ...there.records.get('r20'), name: 'Renamed there', updatedDateTime: at(40) });
    await polled();
    assert.equal(await nameOf('r20'), 'Renamed there');
  });

  it('given moments with no to seven digits, then an older one is told from a newer one all the same (point 11)', async () => {
    there.put(row('r1', 30, { updatedDateTime: at(30, '.1') }), row('r2', 0, { updatedDateTime: at(30) }));
    await connected();
    await app.settled();
    assert.equal((await connectionOf(app)).watermark, `${at(30).slice(0, 19)}.1000000Z`);
    there.put(row('r2', 0, { updatedDateTime: at(30, '.0999999'), name: 'A little later' }));
    await polled();
    assert.equal(await nameOf('r2'), 'A little later');
  });

  it('given a row comes into the list minutes late, then it is found (point 10); given a day late, then by the daily look back', async () => {
    there.put(row('r1', 30));
    await connected();
    await app.settled();
    there.put(row('late', 25));
    await polled();
    await recordOf(app, 'late');
    there.put(row('later', -600));
    await polled();
    await assert.rejects(recordOf(app, 'later'));
    await polled(24 * 3_600);
    await recordOf(app, 'later');
  });

  it('given nothing happens for hours while people work, then it is looked for every 45 s and so often only', async () => {
    await connected();
    await app.settled();
    for (let seconds = 0; seconds < 3_600; seconds += 5) await polled(5);
    const before = there.asked.length;
    for (let seconds = 0; seconds < 3_600; seconds += 5) await polled(5);
    // The list of what waits is due every five minutes, which is every seventh look then.
    assert.equal(there.asked.length - before, 80 + 11);
  });

  it('given nobody works, then the pause grows to ten minutes, and ends when work begins', async () => {
    app.clock.set('2026-11-16T20:00:00.000Z');
    await connected();
    for (let minutes = 0; minutes < 120; minutes++) await polled(60);
    const { nextPoll } = await connectionOf(app);
    assert.ok(Date.parse(nextPoll) - Date.parse(app.clock.instant) > 5 * MINUTE);
    assert.ok(asked('changes') < 24);
    app.clock.set('2026-11-17T07:55:00.000Z');
    await app.settled();
    assert.equal((await connectionOf(app)).nextPoll, '2026-11-17T08:00:00.000Z');
  });

  it('given it throttles, then it waits as long as Partner Center says', async () => {
    let throttled = true;
    there.before = () => {
      if (throttled) throw new UnavailableError('throttled', { retryAfter: 90 * SECOND });
    };
    await connected();
    await app.settled();
    const { nextPoll, failing } = await connectionOf(app);
    assert.deepEqual([nextPoll, failing?.code], [at(1.5, '.000'), 'throttled']);
    await polled(89);
    assert.equal(there.asked.length, 1);
    throttled = false;
    await polled(1);
    assert.equal((await connectionOf(app)).failing, undefined);
  });

  it('given the sign-in died, then it waits without a word, and goes on by itself when it is good again', async () => {
    let out = true;
    there.before = () => {
      if (out) throw new UnavailableError('signed-out');
    };
    await connected();
    await app.settled();
    there.put(row('r1', 1));
    out = false;
    await polled(301);
    await recordOf(app, 'r1');
    assert.deepEqual(
      app.messenger.calls.filter(({ content }) => content.type !== 'referral-card'),
      [],
    );
  });

  it('given one can’t be read or is another organization’s, then the others are read', async () => {
    there.put(
      row('bad', 3, { customerProfile: { name: '' } }),
      row('theirs', 2, { organizationId: '22220000-0000-4000-8000-000000000002' }),
      row('good', 1),
    );
    await connected();
    await app.settled();
    await recordOf(app, 'good');
    await assert.rejects(recordOf(app, 'theirs'));
    assert.equal(app.reads.filter(({ kind }) => kind === 'unreadable').length, 1);
    assert.equal((await connectionOf(app)).watermark, padded(3));
  });

  it('given one that waits is left out of the changes, then the list of what waits has it within minutes', async () => {
    await connected();
    await app.settled();
    there.put(row('hidden', -3_000));
    for (let minutes = 0; minutes < 6; minutes++) await polled(60);
    await recordOf(app, 'hidden');
  });

  it('given the same came by the intake, in whatever order, then the newer one counts', async () => {
    await app.receive(row('r1', 5, { name: 'By the intake' }));
    there.put(row('r1', 3, { name: 'Older there' }));
    await connected();
    await app.settled();
    assert.equal(await nameOf('r1'), 'By the intake');
    there.put(row('r1', 6, { name: 'Newer there' }));
    await polled();
    await app.receive(row('r1', 5, { name: 'By the intake' }));
    assert.equal(await nameOf('r1'), 'Newer there');
  });
});
