import assert from 'node:assert/strict';
import { adoptPosted } from '#app/notice/postedMessages.ts';
import type { App } from '#test/support/app/runningApp.ts';
import { ANNA, withAnnasCard } from '#test/support/delivery/annasCard.ts';
import { accept, contactOf, noticeOf, shownIn } from '#test/support/organization/colleagues.ts';

describe('postedMessages: a copy that is not known yet', () => {
  let app: App;
  const { notice, press, stray } = withAnnasCard((started) => {
    app = started;
  });

  const edited = () =>
    app.messenger.calls.filter(({ kind }) => kind === 'edit').map(({ activityId }) => activityId);

  it('given a press on an unknown copy of an undecided card, then it is the card and is left as it is', async () => {
    stray('stray');
    await press('stray');
    assert.deepEqual(
      (await notice()).copies.map(({ activityId }) => activityId),
      ['stray'],
    );
    assert.deepEqual(edited(), ['activity-1'], 'an edit would wipe what is being typed');
  });

  it('given an adopted copy, when it is decided, then it shows it', async () => {
    stray('stray');
    await press('stray');
    await accept(app, 'r1');
    await app.settled();
    assert.deepEqual(shownIn(app, ANNA), ['folded', 'card accepted']);
  });

  it('given a press on an unknown copy of a decided one, then that copy is set right at once', async () => {
    stray('stray');
    await accept(app, 'r1');
    await app.settled();
    assert.deepEqual(shownIn(app, ANNA), ['card accepted', 'card received']);
    await press('stray');
    assert.deepEqual(shownIn(app, ANNA), ['folded', 'card accepted']);
    assert.deepEqual(edited(), ['activity-1', 'stray', 'activity-1']);
  });

  it('given a press on a known copy, on no card of ours, or for someone without a card, then nothing is written', async () => {
    const before = await app.store.read('contoso/notices/r1', `referral-card:${contactOf('anna')}`);
    await press('activity-1');
    await press('activity-1', 'r2');
    await adoptPosted(app.deps, {
      organization: 'contoso',
      referralId: 'r1',
      contactId: contactOf('uma'),
      activityId: 'x',
    });
    assert.deepEqual(
      await app.store.read('contoso/notices/r1', `referral-card:${contactOf('anna')}`),
      before,
    );
    assert.equal(await noticeOf(app, 'r1', contactOf('uma')), undefined);
  });

  it('given a known copy that could not be edited, when it is pressed after the decision, then it is set right', async () => {
    app.messenger.answer = () => ({ outcome: 'blocked', reason: 'not now' });
    await accept(app, 'r1');
    await app.settled();
    assert.equal((await notice()).delivery.state, 'blocked');
    app.messenger.answer = undefined;
    await press('activity-1');
    assert.deepEqual(shownIn(app, ANNA), ['card accepted']);
    assert.equal((await notice()).delivery.state, 'delivered');
  });
});
