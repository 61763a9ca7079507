import assert from 'node:assert/strict';
import type { AnyDocumentStore } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import { type App, MONDAY, startApp, until } from '#test/support/app/runningApp.ts';
import {
  accept,
  admin,
  chatOf,
  contactOf,
  install,
  members,
  noticeOf,
  recordOf,
  shownIn,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { held } from '#test/support/store/workerBench.ts';

describe('referral.work', () => {
  let app: App;
  /** What happens when the notices of a referral are looked up. */
  let onList: ((partition: string) => void | Promise<void>) | undefined;
  const wrap = (inner: AnyDocumentStore): AnyDocumentStore => ({
    ...inner,
    async list(query) {
      if (query.partition.includes('/notices/')) await onList?.(query.partition);
      return inner.list(query);
    },
  });
  beforeEach(async () => {
    onList = undefined;
    app = startApp({ wrap });
    await members(app, admin('anna'));
    await install(app, 'anna');
    await app.settled();
  });
  afterEach(() => app.close());
  const wire = (id = 'r1') => ({ ...inbound({}, new Date(MONDAY)), id });
  const document = () => app.store.read<'referral'>('contoso', 'referral:r1');

  it('given a decision while the first cards are prepared, then its event is not lost and the cards end true', async () => {
    const hold = held();
    let waiting = 0;
    onList = () => {
      waiting++;
      return hold.until;
    };
    await app.receive(wire());
    await until('it is under way', () => waiting > 0);
    await accept(app, 'r1');
    assert.equal((await recordOf(app, 'r1')).outbox.length, 5);
    hold.release();
    await app.settled();
    assert.deepEqual((await recordOf(app, 'r1')).outbox, []);
    assert.deepEqual(shownIn(app, chatOf('anna')), ['card accepted']);
    const notice = await noticeOf(app, 'r1', contactOf('anna'));
    assert.deepEqual([notice?.copies[0]?.shown, notice?.wanted], [2, 2]);
    assert.deepEqual([(await document())?.lease, (await document())?.dueAt], [undefined, undefined]);
  });

  it('given a worker that lost its lease, when it comes back, then it takes neither events nor lease of the other', async () => {
    const first = held();
    const second = held();
    const holds = [first, second];
    let waiting = 0;
    onList = () => holds[waiting++]?.until;
    await app.receive(wire());
    await until('the first has it', () => waiting === 1);
    app.clock.advance(60_000);
    const other = app.anotherWorker('another-process');
    other.start();
    await until('the second took over', () => waiting === 2);
    await accept(app, 'r1');
    const lease = (await document())?.lease;
    first.release();
    // What the decision left to do: the cards, the timeline and Partner Center.
    await until('the first is done', async () => (await recordOf(app, 'r1')).outbox.length === 3);
    assert.deepEqual((await document())?.lease, lease);
    assert.match((await recordOf(app, 'r1')).outbox[0]?.id ?? '', /^press-/);
    second.release();
    await app.settled();
    assert.deepEqual((await recordOf(app, 'r1')).outbox, []);
    assert.deepEqual(shownIn(app, chatOf('anna')), ['card accepted']);
    await other.stop();
  });

  it('given an effect that fails, then it is tried again with growing pauses and others go on', async () => {
    onList = (partition) => {
      if (partition.endsWith('/r1')) throw new UnavailableError('away');
    };
    await app.receive(wire('r1'));
    await app.receive(wire('r2'));
    await app.settled();
    assert.equal(app.messenger.in(chatOf('anna')).length, 1, 'the other referral');
    const [event] = (await recordOf(app, 'r1')).outbox;
    assert.deepEqual([event?.attempts, event?.nextAt], [1, '2026-11-16T09:00:01.000Z']);
    assert.equal((await document())?.dueAt, '2026-11-16T09:00:01.000Z');
    app.clock.advance(1_000);
    await app.settled();
    assert.equal((await recordOf(app, 'r1')).outbox[0]?.nextAt, '2026-11-16T09:00:03.000Z');
    onList = undefined;
    app.clock.advance(2_000);
    await app.settled();
    assert.equal(app.messenger.in(chatOf('anna')).length, 2);
    assert.deepEqual([(await recordOf(app, 'r1')).outbox, app.setAside], [[], []]);
  });

  it('given an effect that fails twelve times, then it is set aside, told, and blocks nothing behind it', async () => {
    onList = () => {
      throw new Error('broken for good');
    };
    const first = wire();
    await app.receive(first);
    const { expiresAt } = (await recordOf(app, 'r1')).referral;
    for (let attempt = 0; attempt < 14; attempt++) {
      await app.settled();
      app.clock.advance(300_000);
    }
    const [event, ...others] = (await recordOf(app, 'r1')).outbox;
    assert.deepEqual([event?.attempts, event?.setAside, others.length], [12, 'Error: broken for good', 0]);
    assert.deepEqual(app.setAside, ['referral.changed: Error: broken for good']);
    assert.equal((await document())?.dueAt, expiresAt, 'its expiry is still on the agenda');
    onList = undefined;
    await app.receive({ ...first, name: 'Renamed', updatedDateTime: '2026-11-17T00:00:00Z' });
    await app.settled();
    assert.deepEqual(shownIn(app, chatOf('anna')), ['card received']);
    assert.deepEqual((await recordOf(app, 'r1')).outbox, [event]);
  });

  it('given a store that is away for long, then nothing is set aside, and the cards go out when it is back', async () => {
    onList = () => {
      throw new UnavailableError('away');
    };
    await app.receive(wire());
    for (let attempt = 0; attempt < 20; attempt++) {
      await app.settled();
      app.clock.advance(300_000);
    }
    onList = undefined;
    await app.settled();
    assert.deepEqual(shownIn(app, chatOf('anna')), ['card received']);
    assert.deepEqual(app.setAside, []);
  });

  it('given a process that ended after storing, when the next one starts, then the cards go out', async () => {
    await app.worker.stop();
    await app.receive(wire());
    assert.deepEqual(app.messenger.calls, []);
    const next = app.anotherWorker('next');
    next.start();
    await until('the card', () => app.messenger.in(chatOf('anna')).length === 1);
    await next.stop();
  });

  it('given a process that ended in the middle, when its lease ends, then the next one sends the rest', async () => {
    const hold = held();
    onList = () => hold.until;
    await app.receive(wire());
    await until('it is leased', async () => (await document())?.lease);
    void app.worker.stop();
    onList = undefined;
    const next = app.anotherWorker('next');
    app.clock.advance(60_000);
    next.start();
    await until('the card', () => app.messenger.in(chatOf('anna')).length === 1);
    await next.stop();
    hold.release();
  });

  it('given an organization that left the configuration, then nobody is told and nothing stays due', async () => {
    app.deps.organizations = { ...app.deps.organizations, byId: () => undefined };
    await app.receive(wire());
    await app.settled();
    assert.deepEqual([(await recordOf(app, 'r1')).outbox, app.messenger.calls], [[], []]);
  });

  it('given the moment of expiry, then it expires at that moment and not before (CR-38)', async () => {
    await app.receive(wire());
    await app.settled();
    app.clock.set('2026-11-29T08:59:59.999Z');
    await app.settled();
    assert.equal((await recordOf(app, 'r1')).referral.stage, 'received');
    app.clock.advance(1);
    await app.settled();
    const { referral } = await recordOf(app, 'r1');
    assert.ok(referral.stage === 'closed');
    assert.deepEqual([referral.outcome, referral.closedAt], ['expired', '2026-11-29T09:00:00.000Z']);
  });
});
