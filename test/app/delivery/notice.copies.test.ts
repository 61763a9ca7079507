import assert from 'node:assert/strict';
import { adoptPosted } from '#app/notice/postedMessages.ts';
import type { Content, Delivery } from '#ports/messenger.ts';
import { type App, MONDAY } from '#test/support/app/runningApp.ts';
import { ANNA, withAnna, withAnnasCard } from '#test/support/delivery/annasCard.ts';
import { accept, installChannel, shownIn } from '#test/support/organization/colleagues.ts';
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

describe('notice.deliver: copies of a card in a channel, each with a thread of its own', () => {
  let app: App;
  const { arrive } = withAnna((started) => {
    app = started;
  });
  const CHANNEL = '19:sales';
  let contactId: string;
  beforeEach(async () => {
    contactId = await installChannel(app, CHANNEL);
    await arrive();
    await app.settled();
    const [card] = app.messenger.in(CHANNEL);
    app.messenger.messages.push({ ...(card ?? assert.fail()), id: 'stray' });
    await adoptPosted(app.deps, {
      organization: 'contoso',
      referralId: 'r1',
      contactId,
      activityId: 'stray',
    });
    await app.settled();
  });

  it('given two of them, then both stay cards and are kept true', async () => {
    assert.deepEqual(shownIn(app, CHANNEL), ['card received', 'card received']);
    await accept(app, 'r1');
    await app.settled();
    assert.deepEqual(shownIn(app, CHANNEL), ['card accepted', 'card accepted']);
  });

  for (const [what, counts, meanwhile] of [
    ['that cannot be reached', true, 'card accepted'],
    ['for which there is a rate limit', false, 'card received'],
  ] as const) {
    it(`given one copy ${what}, then the other is ${counts ? 'set right' : 'left in peace'} meanwhile, and both are in the end`, async () => {
      const first = app.messenger.in(CHANNEL)[0]?.id;
      app.messenger.answer = ({ activityId }) =>
        activityId === first ? { outcome: 'later', counts, after: 1_000, reason: 'busy' } : undefined;
      await accept(app, 'r1');
      await app.settled();
      assert.deepEqual(shownIn(app, CHANNEL), ['card received', meanwhile]);
      app.messenger.answer = undefined;
      app.clock.advance(1_000);
      await app.settled();
      assert.deepEqual(shownIn(app, CHANNEL), ['card accepted', 'card accepted']);
    });
  }
});
