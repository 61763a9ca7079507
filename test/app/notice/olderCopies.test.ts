import assert from 'node:assert/strict';
import { formClosed, formOpened } from '#app/notice/postedMessages.ts';
import type { Delivery } from '#ports/messenger.ts';
import { type App, MONDAY } from '#test/support/app/runningApp.ts';
import { ANNA, later, withAnnasCard } from '#test/support/delivery/annasCard.ts';
import { accept, contactOf, shownIn } from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('notice: one live card a deal and chat', () => {
  let app: App;
  const { notice, posted, press, stray } = withAnnasCard((started) => {
    app = started;
  });
  const ids = async () => (await notice()).copies.map(({ activityId }) => activityId);
  const edits = () =>
    app.messenger.calls.filter(({ kind }) => kind === 'edit').map(({ activityId }) => activityId);
  const answers = (given: Record<string, Delivery>) => {
    app.messenger.answer = ({ activityId = '' }) => given[activityId];
  };
  const first = {
    organization: 'contoso',
    referralId: 'r1',
    contactId: contactOf('anna'),
    activityId: 'activity-1',
  };

  it('given a newer card that is known to stand in the chat, then the older one becomes a line and is no copy any more', async () => {
    await posted('newer');
    assert.deepEqual(shownIn(app, ANNA), ['folded', 'card received']);
    assert.deepEqual(await ids(), ['newer']);
    assert.deepEqual(edits(), ['activity-1'], 'what was made a moment ago is left in peace');
  });

  it('given it is decided afterwards, then the newer one shows it and the line stays', async () => {
    await posted('newer');
    await accept(app, 'r1');
    await app.settled();
    assert.deepEqual(shownIn(app, ANNA), ['folded', 'card accepted']);
    assert.deepEqual(edits(), ['activity-1', 'newer']);
  });

  it('given three, then two are lines', async () => {
    await posted('second');
    await posted('third');
    assert.deepEqual(shownIn(app, ANNA), ['folded', 'folded', 'card received']);
    assert.deepEqual(await ids(), ['third']);
  });

  it('given a form that is open on the older one, then it is a line only when the form is closed', async () => {
    await formOpened(app.deps, first);
    await posted('newer');
    assert.deepEqual(shownIn(app, ANNA), ['card received', 'card received']);
    await formClosed(app.deps, first, app.clock.now());
    await app.settled();
    assert.deepEqual(shownIn(app, ANNA), ['folded', 'card received']);
  });

  it('given a form that is left open on the older one, then it is a line after ten minutes', async () => {
    await formOpened(app.deps, first);
    await posted('newer');
    app.clock.advance(10 * 60_000 - 1);
    await app.settled();
    assert.deepEqual(shownIn(app, ANNA), ['card received', 'card received']);
    app.clock.advance(1);
    await app.settled();
    assert.deepEqual(shownIn(app, ANNA), ['folded', 'card received']);
  });

  it('given a form that is open on the newer one, then it is left alone and the older one is a line', async () => {
    await posted('newer', { form: true });
    const updatedDateTime = '2026-11-17T00:00:00Z';
    await app.receive({ ...inbound({}, new Date(MONDAY)), id: 'r1', name: 'New name', updatedDateTime });
    await app.settled();
    assert.deepEqual(edits(), ['activity-1']);
    app.clock.advance(10 * 60_000);
    await app.settled();
    assert.deepEqual(edits(), ['activity-1', 'newer']);
  });

  it('given the older one cannot be edited just now, then it is tried again until it is a line', async () => {
    answers({ 'activity-1': later({ after: 1_000 }) });
    await posted('newer');
    assert.deepEqual(await ids(), ['activity-1', 'newer']);
    app.messenger.answer = undefined;
    app.clock.advance(1_000);
    await app.settled();
    assert.deepEqual(shownIn(app, ANNA), ['folded', 'card received']);
    assert.deepEqual(await ids(), ['newer']);
  });

  it('given the older one cannot be edited just now, when it is decided, then it shows no outdated deal: it is a line in the end', async () => {
    answers({ 'activity-1': later({ after: 1_000 }) });
    await posted('newer');
    await accept(app, 'r1');
    app.messenger.answer = undefined;
    app.clock.advance(1_000);
    await app.settled();
    assert.deepEqual(shownIn(app, ANNA), ['folded', 'card accepted']);
  });

  for (const bad of ['gone', 'failed'] as const) {
    it(`given the newer one turns out to be ${bad} before the older one is a line, then the older one is the card again (CR-51)`, async () => {
      answers({ 'activity-1': later({ after: 1_000 }) });
      await posted('newer');
      answers({ newer: { outcome: bad, reason: 'said so' } });
      const updatedDateTime = '2026-11-17T00:00:00Z';
      await app.receive({ ...inbound({}, new Date(MONDAY)), id: 'r1', name: 'New name', updatedDateTime });
      app.clock.advance(1_000);
      await app.settled();
      assert.deepEqual(await ids(), ['activity-1']);
      const [card] = app.messenger.in(ANNA);
      assert.ok(card?.content.type === 'referral-card' && card.content.referral.name === 'New name');
    });
  }

  it('given the whole chat is blocked, then both are kept for when it is not', async () => {
    app.messenger.answer = () => ({ outcome: 'blocked', reason: 'not now' });
    await posted('newer');
    await accept(app, 'r1');
    await app.settled();
    assert.deepEqual(await ids(), ['activity-1', 'newer']);
    app.messenger.answer = undefined;
    await posted('newer');
    assert.deepEqual(shownIn(app, ANNA), ['folded', 'card accepted']);
  });

  it('given the older one was deleted, then it is forgotten and nothing is posted', async () => {
    answers({ 'activity-1': { outcome: 'gone', reason: 'deleted' } });
    await posted('newer');
    assert.deepEqual(await ids(), ['newer']);
    assert.equal((await notice()).delivery.state, 'delivered');
  });

  it('given a press on a copy that was not known, then that one is the card from then on', async () => {
    stray('stray');
    await press('stray');
    assert.deepEqual(shownIn(app, ANNA), ['folded', 'card received']);
  });
});
