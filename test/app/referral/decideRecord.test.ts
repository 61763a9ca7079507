import assert from 'node:assert/strict';
import { type ReferralRecord, withEvents } from '#app/referral/referralRecord.ts';
import { type App, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import {
  accept,
  admin,
  chatOf,
  decline,
  install,
  members,
  recordOf,
  shownIn,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('decideRecord', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    await members(app, admin('anna'));
    await install(app, 'anna');
    await app.receive({ ...inbound({}, new Date(MONDAY)), id: 'R1' });
    await app.settled();
  });
  afterEach(() => app.close());

  it('given no such referral, then it is unknown and nothing is stored', async () => {
    assert.deepEqual(await accept(app, 'r2'), { kind: 'unknown' });
    assert.equal(await app.store.read('contoso', 'referral:r2'), undefined);
  });

  it('given the id in other capitals, then it is the same referral', async () => {
    assert.equal((await accept(app, 'R1')).kind, 'done');
  });

  it('given someone without the right, then nothing changes and the answer has the present state (CR-2 to CR-4)', async () => {
    const before = await app.store.read('contoso', 'referral:r1');
    const outcome = await accept(app, 'r1', { member: undefined });
    assert.equal(outcome.kind, 'not-allowed');
    assert.equal(outcome.kind === 'not-allowed' && outcome.referral.stage, 'received');
    assert.deepEqual(await app.store.read('contoso', 'referral:r1'), before);
  });

  it('given the same press twice, one after the other or at once, then it counts once and answers the same', async () => {
    const press = { commandId: 'chat|activity|referral.accept' };
    const [one, other] = await Promise.all([accept(app, 'r1', press), accept(app, 'r1', press)]);
    const third = await accept(app, 'r1', press);
    const kinds = [one, other, third].map((outcome) => [
      outcome.kind,
      outcome.kind === 'done' && outcome.repeated,
    ]);
    assert.deepEqual(kinds.toSorted(), [
      ['done', false],
      ['done', true],
      ['done', true],
    ]);
    const { referral, commands } = await recordOf(app, 'r1');
    assert.deepEqual([referral.revision, commands], [2, [press.commandId]]);
    await app.settled();
    assert.equal(app.messenger.calls.filter(({ kind }) => kind === 'edit').length, 1);
  });

  it('given two who decide at once, then one wins and the other learns who and when', async () => {
    const outcomes = await Promise.all([
      accept(app, 'r1', { by: 'anna' }),
      decline(app, 'r1', { by: 'lars' }),
    ]);
    const won = outcomes.filter(({ kind }) => kind === 'done');
    const lost = outcomes.find(({ kind }) => kind === 'refused');
    assert.equal(won.length, 1);
    const { referral } = await recordOf(app, 'r1');
    assert.ok(lost?.kind === 'refused');
    assert.deepEqual(lost.referral, referral);
    assert.equal(lost.rejection, referral.stage === 'accepted' ? 'already-accepted' : 'already-declined');
  });

  it('given a hundred who accept at once, then exactly one wins', async () => {
    const names = Array.from({ length: 100 }, (_, number) => `seller-${number}`);
    const outcomes = await Promise.all(names.map((by) => accept(app, 'r1', { by })));
    assert.equal(outcomes.filter(({ kind }) => kind === 'done').length, 1);
    assert.equal(outcomes.filter(({ kind }) => kind === 'refused').length, 99);
    assert.equal((await recordOf(app, 'r1')).referral.revision, 2);
  });

  it('given a press before the clock got to it, when the time is over, then it meets an expired one (CR-38)', async () => {
    await app.worker.stop();
    app.clock.set('2026-11-29T09:00:00.000Z');
    const outcome = await accept(app, 'r1');
    assert.ok(outcome.kind === 'refused');
    assert.equal(outcome.rejection, 'already-expired');
    const { referral, outbox, commands } = await recordOf(app, 'r1');
    assert.deepEqual(outcome.referral, referral);
    assert.ok(referral.stage === 'closed');
    assert.deepEqual([referral.outcome, referral.closedBy], ['expired', { kind: 'clock' }]);
    assert.deepEqual(
      outbox.map(({ type }) => type),
      ['referral.changed', 'referral.expired', 'timeline.add'],
    );
    assert.deepEqual(commands, [], 'it was not carried out');
  });

  it('given a late press, then card and thread say that it expired (CR-38)', async () => {
    app.clock.set('2026-11-29T09:00:00.000Z');
    await accept(app, 'r1');
    await app.settled();
    assert.deepEqual(shownIn(app, chatOf('anna')), ['card expired', 'expired expired']);
  });

  it('given a clock one millisecond before the end, then it can still be accepted (CR-38)', async () => {
    app.clock.set('2026-11-29T08:59:59.999Z');
    assert.equal((await accept(app, 'r1')).kind, 'done');
  });
});

describe('withEvents', () => {
  const at = new Date(MONDAY);

  it('given more than fifty commands, then the last fifty are remembered, oldest first', () => {
    let record = { outbox: [], commands: [] } as unknown as ReferralRecord;
    for (let number = 1; number <= 60; number++)
      record = withEvents(record, [], at, { id: `press-${number}`, remember: true });
    assert.equal(record.commands.length, 50);
    assert.deepEqual([record.commands[0], record.commands.at(-1)], ['press-11', 'press-60']);
  });

  it('given one that is not to be remembered, then its events are there and the command is not', () => {
    const empty = { outbox: [], commands: [] } as unknown as ReferralRecord;
    const events = [{ type: 'referral.changed' }, { type: 'referral.expired' }] as const;
    const { outbox, commands } = withEvents(empty, events, at, { id: 'late', remember: false });
    assert.deepEqual(commands, []);
    assert.deepEqual(outbox, [
      { id: 'late:0', type: 'referral.changed', at: MONDAY, attempts: 0, nextAt: MONDAY },
      { id: 'late:1', type: 'referral.expired', at: MONDAY, attempts: 0, nextAt: MONDAY },
    ]);
  });
});
