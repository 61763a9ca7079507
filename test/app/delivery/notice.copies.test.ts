import assert from 'node:assert/strict';
import type { Content, Delivery } from '#ports/messenger.ts';
import { type App, MONDAY } from '#test/support/app/runningApp.ts';
import { ANNA, withAnnasCard } from '#test/support/delivery/annasCard.ts';
import { accept, shownIn } from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('notice.deliver: copies of a card', () => {
  let app: App;
  const { notice, press, stray } = withAnnasCard((started) => {
    app = started;
  });
  const answers = (given: Record<string, Delivery>) => {
    app.messenger.answer = ({ activityId = '' }) => given[activityId];
  };

  for (const bad of ['gone', 'failed', 'blocked'] as const) {
    it(`given one copy that is ${bad} and one that is there, then the one that is there stays true for ever`, async () => {
      stray('stray');
      await press('stray');
      answers({ 'activity-1': { outcome: bad, reason: 'said so' } });
      const updatedDateTime = '2026-11-17T00:00:00Z';
      await app.receive({ ...inbound({}, new Date(MONDAY)), id: 'r1', name: 'New name', updatedDateTime });
      await app.settled();
      const nameOf = (content?: Content) => content && 'referral' in content && content.referral.name;
      assert.equal(nameOf(app.messenger.in(ANNA)[1]?.content), 'New name');
      await accept(app, 'r1');
      await app.settled();
      assert.equal(shownIn(app, ANNA)[1], 'card accepted');
    });
  }

  it('given every copy gone, then so is the notice', async () => {
    stray('stray');
    await press('stray');
    app.messenger.answer = ({ kind }) =>
      kind === 'edit' ? { outcome: 'gone', reason: 'deleted' } : undefined;
    await accept(app, 'r1');
    await app.settled();
    const { delivery, copies } = await notice();
    assert.deepEqual([delivery.state, copies], ['gone', []]);
    assert.deepEqual(
      app.messenger.calls.map(({ kind }) => kind),
      ['post', 'edit', 'edit'],
      'what somebody deleted is not posted again',
    );
  });

  for (const [what, counts, meanwhile] of [
    ['that cannot be reached', true, 'card accepted'],
    ['for which there is a rate limit', false, 'card received'],
  ] as const) {
    it(`given one copy ${what}, then the other is ${counts ? 'set right' : 'left in peace'} meanwhile, and both are in the end`, async () => {
      stray('stray');
      await press('stray');
      answers({ 'activity-1': { outcome: 'later', counts, after: 1_000, reason: 'busy' } });
      await accept(app, 'r1');
      await app.settled();
      assert.deepEqual(shownIn(app, ANNA), ['card received', meanwhile]);
      app.messenger.answer = undefined;
      app.clock.advance(1_000);
      await app.settled();
      assert.deepEqual(shownIn(app, ANNA), ['card accepted', 'card accepted']);
    });
  }

  for (const [status, substatus, shown] of [
    ['Active', 'Accepted', 'card accepted'],
    ['Closed', 'Declined', 'card declined'],
  ]) {
    it(`given ${substatus} reported after the expiry, when its message is still waiting, then it is not sent`, async () => {
      app.messenger.answer = ({ kind }) =>
        kind === 'follow' ? { outcome: 'later', counts: true, reason: 'busy' } : undefined;
      app.clock.set('2026-11-29T09:00:00.000Z');
      await app.settled();
      app.messenger.answer = undefined;
      const decided = { status, substatus, updatedDateTime: '2026-11-29T08:00:00Z' };
      await app.receive({ ...inbound({}, new Date(MONDAY)), id: 'r1', ...decided });
      app.clock.advance(1_000);
      await app.settled();
      assert.deepEqual(shownIn(app, ANNA), [shown]);
    });
  }
});
