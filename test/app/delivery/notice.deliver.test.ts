import assert from 'node:assert/strict';
import type { App } from '#test/support/app/runningApp.ts';
import { ANNA, later, withAnna } from '#test/support/delivery/annasCard.ts';
import {
  accept,
  installChannel,
  members,
  recordOf,
  shownIn,
  teammate,
  user,
} from '#test/support/organization/colleagues.ts';

describe('notice.deliver', () => {
  let app: App;
  const { arrive, notice, due } = withAnna((started) => {
    app = started;
  });
  const kinds = () => app.messenger.calls.map(({ kind }) => kind);

  it('given a card that was sent, then it is delivered and nothing is due', async () => {
    await arrive();
    await app.settled();
    const { delivery, copies, wanted, why } = await notice();
    assert.deepEqual(delivery, { state: 'delivered', attempts: 0 });
    assert.deepEqual([copies, wanted, why], [[{ activityId: 'activity-1', shown: 1 }], 1, 'admin']);
    assert.equal(await due(), undefined);
  });

  it("given a chat and a channel, then the customer's people stand on the personal copy only, while the right lasts", async () => {
    await installChannel(app, 'sales');
    await arrive();
    await app.settled();
    const contactsOn = () =>
      Object.fromEntries(
        app.messenger.messages.map(({ conversationId, content }) => [
          conversationId,
          content.type === 'referral-card' && content.withContacts,
        ]),
      );
    assert.deepEqual(contactsOn(), { [ANNA]: true, sales: false });
    await members(app);
    await accept(app, 'r1');
    await app.settled();
    assert.deepEqual(contactsOn(), { [ANNA]: false, sales: false });
    assert.deepEqual(shownIn(app, ANNA), ['card accepted']);
  });

  it('given a decision while the first post is in flight, then the card ends as decided', async () => {
    app.messenger.answer = async ({ kind }) => {
      if (kind === 'post') await accept(app, 'r1');
      return undefined;
    };
    await arrive();
    await app.settled();
    assert.deepEqual(kinds(), ['post', 'edit']);
    assert.deepEqual(shownIn(app, ANNA), ['card accepted']);
    const { copies, wanted } = await notice();
    assert.deepEqual([copies.map(({ shown }) => shown), wanted], [[2], 2]);
  });

  it('given a decision while an edit is in flight, then the card ends as decided', async () => {
    await arrive();
    await app.settled();
    app.messenger.answer = async ({ kind, content }) => {
      if (kind === 'edit' && 'referral' in content && content.referral.stage === 'received')
        await accept(app, 'r1');
      return undefined;
    };
    await arrive({ name: 'Renamed', updatedDateTime: '2026-11-17T00:00:00Z' });
    await app.settled();
    assert.deepEqual(kinds(), ['post', 'edit', 'edit']);
    assert.deepEqual(shownIn(app, ANNA), ['card accepted']);
  });

  it('given a decision during a post whose outcome is unknown, then what is sent next is the decision', async () => {
    let first = true;
    app.messenger.answer = async () => {
      if (!first) return undefined;
      first = false;
      await accept(app, 'r1');
      return later();
    };
    await arrive();
    await app.settled();
    app.clock.advance(1_000);
    await app.settled();
    assert.deepEqual(shownIn(app, ANNA), ['card accepted']);
  });

  it('given someone who may no longer see it when it would go out, then it is not sent (CR-2 to CR-4)', async () => {
    await members(app, user('anna'));
    app.messenger.answer = () => later();
    await arrive({ team: [teammate('anna')] });
    await app.settled();
    app.messenger.answer = undefined;
    await arrive({ team: [], updatedDateTime: '2026-11-17T00:00:00Z' });
    app.clock.advance(1_000);
    await app.settled();
    assert.deepEqual(shownIn(app, ANNA), []);
    assert.equal((await notice()).delivery.state, 'gone');
    await arrive({ team: [teammate('anna')], updatedDateTime: '2026-11-18T00:00:00Z' });
    await app.settled();
    assert.deepEqual(shownIn(app, ANNA), ['card received'], 'who may again gets it after all');
  });

  it('given someone who may no longer see it but has its card, when it is decided, then that card is set right too', async () => {
    await arrive();
    await app.settled();
    await members(app);
    await accept(app, 'r1');
    await app.settled();
    assert.deepEqual(shownIn(app, ANNA), ['card accepted']);
  });

  it('given a referral whose time ran out while everything was down, then nobody is told of it as undecided (CR-38)', async () => {
    await app.worker.stop();
    await arrive();
    app.clock.set('2026-12-24T09:00:00.000Z');
    const worker = app.anotherWorker('next');
    worker.start();
    await app.settled();
    await worker.stop();
    const { referral } = await recordOf(app, 'r1');
    assert.equal(referral.stage === 'closed' && referral.outcome, 'expired');
    assert.deepEqual(app.messenger.calls, []);
  });
});
