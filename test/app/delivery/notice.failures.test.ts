import assert from 'node:assert/strict';
import type { App } from '#test/support/app/runningApp.ts';
import { ANNA, later, withAnna } from '#test/support/delivery/annasCard.ts';
import { accept, install, shownIn } from '#test/support/organization/colleagues.ts';

describe('notice.deliver: what fails', () => {
  let app: App;
  const { arrive, notice, due } = withAnna((started) => {
    app = started;
  });
  const kinds = () => app.messenger.calls.map(({ kind }) => kind);

  for (const outcome of ['blocked', 'gone', 'failed'] as const) {
    it(`given a post that ends ${outcome}, then that is its state with the reason, and nothing is due`, async () => {
      app.messenger.answer = () => ({ outcome, reason: 'said so' });
      await arrive();
      await app.settled();
      assert.deepEqual((await notice()).delivery, { state: outcome, attempts: 0, reason: 'said so' });
      assert.equal(await due(), undefined);
      app.clock.advance(3_600_000);
      await app.settled();
      assert.equal(app.messenger.calls.length, 1);
    });
  }

  it('given someone who removed the bot before the card went out, then it is blocked and nothing is sent', async () => {
    await app.worker.stop();
    await arrive();
    const worker = app.anotherWorker('next');
    app.messenger.answer = () => later();
    worker.start();
    await app.settled();
    await install(app, 'anna', { installed: false });
    app.clock.advance(1_000);
    worker.look();
    await app.settled();
    await worker.stop();
    assert.equal(app.messenger.calls.length, 1);
    assert.equal((await notice()).delivery.state, 'blocked');
  });

  it('given an organization that left the configuration while a card waits, then it is not sent', async () => {
    app.messenger.answer = () => later();
    await arrive();
    await app.settled();
    app.deps.organizations = { ...app.deps.organizations, byId: () => undefined };
    app.messenger.answer = undefined;
    app.clock.advance(1_000);
    await app.settled();
    assert.deepEqual([shownIn(app, ANNA), (await notice()).delivery.state], [[], 'gone']);
  });

  it('given a rate limit, then it waits as long as it says and that never counts as a failure', async () => {
    app.messenger.answer = () => later({ counts: false, after: 30_000 });
    await arrive();
    for (let attempt = 0; attempt < 30; attempt++) {
      await app.settled();
      assert.equal(await due(), new Date(Date.parse(app.clock.instant) + 30_000).toISOString());
      app.clock.advance(30_000);
    }
    assert.deepEqual((await notice()).delivery, { state: 'waiting', attempts: 0, reason: 'time-out' });
    app.messenger.answer = undefined;
    await app.settled();
    assert.equal((await notice()).delivery.state, 'delivered');
  });

  it('given failures, then it pauses longer each time; a success ends the count', async () => {
    app.messenger.answer = () => later();
    await arrive();
    for (const pause of [1_000, 2_000, 4_000]) {
      await app.settled();
      assert.equal(await due(), new Date(Date.parse(app.clock.instant) + pause).toISOString());
      app.clock.advance(pause);
    }
    app.messenger.answer = undefined;
    await app.settled();
    assert.deepEqual((await notice()).delivery, { state: 'delivered', attempts: 0 });
  });

  it('given failures for more than a day, while it is undecided, then it is tried until it arrives', async () => {
    app.messenger.answer = () => later();
    await arrive();
    for (let attempt = 0; attempt < 310; attempt++) {
      await app.settled();
      app.clock.advance(300_000);
    }
    assert.equal((await notice()).delivery.state, 'waiting');
    app.messenger.answer = undefined;
    await app.settled();
    assert.equal((await notice()).delivery.state, 'delivered');
  });

  it('given a card whose edits failed for a day, then it failed, is told to the administrator, and is set right by the next change', async () => {
    await arrive();
    await app.settled();
    app.messenger.answer = () => later();
    await arrive({ name: 'Renamed', updatedDateTime: '2026-11-17T00:00:00Z' });
    for (let attempt = 0; attempt < 310; attempt++) {
      await app.settled();
      app.clock.advance(300_000);
    }
    assert.deepEqual((await notice()).delivery, { state: 'failed', attempts: 300, reason: 'time-out' });
    assert.equal(await due(), undefined);
    assert.equal(app.failed.length, 1);
    app.messenger.answer = undefined;
    await accept(app, 'r1');
    await app.settled();
    assert.deepEqual(shownIn(app, ANNA), ['card accepted']);
    assert.deepEqual((await notice()).delivery, { state: 'delivered', attempts: 0 });
  });

  it('given a card that never arrived and is decided meanwhile, then it fails after a day too', async () => {
    app.messenger.answer = () => later();
    await arrive();
    await app.settled();
    await accept(app, 'r1');
    for (let attempt = 0; attempt < 310; attempt++) {
      await app.settled();
      app.clock.advance(300_000);
    }
    assert.equal((await notice()).delivery.state, 'failed');
  });

  it('given a rate limit and news, then the news does not go out before the limit allows', async () => {
    app.messenger.answer = () => later({ counts: false, after: 30_000 });
    await arrive();
    await app.settled();
    const allowed = await due();
    assert.equal(allowed, new Date(app.clock.now().getTime() + 30_000).toISOString());
    await arrive({ name: 'Renamed', updatedDateTime: '2026-11-17T00:00:00Z' });
    await app.settled();
    assert.equal(await due(), allowed);
    assert.equal(app.messenger.calls.length, 1);
  });

  it('given a post that arrived although its outcome was unknown, then it is sent again: twice is better than never', async () => {
    app.messenger.answer = () => {
      app.messenger.answer = undefined;
      return later();
    };
    await arrive();
    await app.settled();
    app.clock.advance(1_000);
    await app.settled();
    assert.deepEqual(kinds(), ['post', 'post']);
    assert.deepEqual(
      (await notice()).copies.map(({ activityId }) => activityId),
      ['activity-1'],
    );
  });
});
