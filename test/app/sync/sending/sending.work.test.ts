import assert from 'node:assert/strict';
import { connectionDraft } from '#app/sync/connectionRecord.ts';
import { sweepUnsynced } from '#app/sync/sending/unsynced.sweep.ts';
import { type Connected, ID, startConnected } from '#test/support/sync/connected.ts';

const MINUTE = 60_000;

describe('sending.work: when a deal is brought to Partner Center', () => {
  let one: Connected;
  beforeEach(async () => {
    one = startConnected();
    await one.arrives();
    one.asked();
  });
  afterEach(() => one.app.close());
  const sweep = () => sweepUnsynced(one.app.deps, 'contoso');
  const settledIn = async (milliseconds: number) => {
    one.app.clock.advance(milliseconds);
    await one.app.settled();
  };

  it('given it may only read from now on, when something waits already, then it is not sent any more', async () => {
    one.core.faults.failNext({ how: 'drop-before' });
    await one.accept();
    await one.app.settled();
    one.connection.mode = 'read';
    one.asked();
    await settledIn(10 * MINUTE);
    assert.deepEqual(one.asked(), []);
    const waiting = await one.app.store.count({ partition: 'contoso', kind: 'sending', limit: 9 });
    assert.equal(waiting.count, 0);
  });

  it('given the sign-in is dead, then it is asked every few minutes at most, and at once after somebody signed in', async () => {
    await one.accept();
    one.core.faults.failNext({ how: { status: 401, body: { code: '900421' } }, times: 1_000 });
    await one.app.settled();
    for (let minutes = 0; minutes < 60; minutes++) await settledIn(MINUTE);
    const asked = one.asked().length;
    assert.ok(asked <= 61, `${asked} requests in an hour`);
    assert.ok((await one.open()).includes('decision'));
    one.core.faults.clear();
    await settledIn(MINUTE);
    await sweep();
    await one.app.settled();
    assert.deepEqual([await one.open(), one.there().status], [[], 'Active']);
  });

  it('given one deal that is in the way of itself, then the others go on', async () => {
    await one.accept();
    one.core.faults.failNext({ how: { status: 503 }, times: 1_000, path: new RegExp(ID) });
    await one.app.settled();
    await one.create();
    for (let minutes = 0; minutes < 5; minutes++) await settledIn(MINUTE);
    assert.deepEqual(await one.open('d1'), []);
    assert.ok((await one.open()).includes('decision'));
  });

  it('given many deals at once, then at most four are sent at a time, and all of them arrive', async () => {
    let [now, most] = [0, 0];
    one.way.there = () => {
      most = Math.max(most, ++now);
      return undefined;
    };
    one.way.back = () => void now--;
    const ids = Array.from({ length: 12 }, (_, number) => `d${number}`);
    for (const id of ids) await one.create({ id, name: `Deal ${id}` });
    for (let seconds = 0; seconds < 20; seconds++) await settledIn(1_000);
    assert.deepEqual((await Promise.all(ids.map((id) => one.open(id)))).flat(), []);
    assert.ok(most <= 4, `${most} at a time`);
  });

  it('given writes, then the connection says when the last one was, to the minute and not by a write each', async () => {
    const nextPoll = '2027-01-01T00:00:00.000Z';
    const account = { name: 'Sync', username: 'sync@contoso.example', tenantId: 'tenant' };
    const record = { account, connectedAt: one.app.clock.instant, nextPoll, quietPolls: 0 };
    await one.app.store.create(connectionDraft('contoso', record));
    const connection = () => one.app.store.read<'connection'>('contoso', 'connection');
    await one.accept();
    await one.app.settled();
    const first = await connection();
    assert.equal(first?.body.lastWrite, one.app.clock.instant);
    await one.edit({ name: { from: 'Our name', to: 'Second' } });
    await one.app.settled();
    assert.equal((await connection())?.etag, first?.etag);
    one.app.clock.advance(MINUTE);
    await one.edit({ name: { from: 'Second', to: 'Third' } });
    await one.app.settled();
    assert.equal((await connection())?.body.lastWrite, one.app.clock.instant);
  });
});
