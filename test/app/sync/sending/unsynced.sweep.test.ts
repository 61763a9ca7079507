import assert from 'node:assert/strict';
import { sweepUnsynced } from '#app/sync/sending/unsynced.sweep.ts';
import { type Connected, startConnected } from '#test/support/sync/connected.ts';

const MINUTE = 60_000;

describe('unsynced.sweep: what waits is sent', () => {
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

  for (const mode of ['none', 'read'] as const) {
    it(`given the mode ${mode}, then nothing is sent and everything waits; once it may write, a sweep has it sent`, async () => {
      one.connection.mode = mode;
      await one.accept();
      await one.app.settled();
      await sweep();
      await settledIn(60 * MINUTE);
      assert.deepEqual([one.asked(), (await one.open())[0]], [[], 'decision']);
      one.connection.mode = 'write';
      await sweep();
      await one.app.settled();
      assert.deepEqual([await one.open(), one.there().status], [[], 'Active']);
    });
  }

  it('given more than a hundred deals that wait, then a sweep goes over them in steps', async () => {
    one.connection.mode = 'none';
    const ids = Array.from({ length: 130 }, (_, number) => `d${number}`);
    for (const id of ids) await one.create({ id, name: `Deal ${id}` });
    await one.app.settled();
    one.connection.mode = 'write';
    const created = async () => {
      for (let seconds = 0; seconds < 60; seconds++) await settledIn(1_000);
      return one.core.state.list().length - 1;
    };
    const next = await sweep();
    assert.equal(await created(), 100);
    assert.equal(await sweepUnsynced(one.app.deps, 'contoso', next), undefined);
    assert.equal(await created(), 130);
  });
});
