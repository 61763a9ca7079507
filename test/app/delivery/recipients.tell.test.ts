import assert from 'node:assert/strict';
import { adoptPosted } from '#app/notice/postedMessages.ts';
import { type App, MONDAY } from '#test/support/app/runningApp.ts';
import { ANNA, withAnnasCard } from '#test/support/delivery/annasCard.ts';
import { contactOf, noticeOf, shownIn } from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('recipients.tell: the time ran out', () => {
  let app: App;
  withAnnasCard((started) => {
    app = started;
  });

  it('given expiry, then the card shows it and one message follows it (CR-38)', async () => {
    const [card] = app.messenger.in(ANNA);
    app.messenger.messages.push({ ...(card ?? assert.fail()), id: 'stray' });
    const stray = { organization: 'contoso', referralId: 'r1', contactId: contactOf('anna') };
    await adoptPosted(app.deps, { ...stray, activityId: 'stray' });
    await app.settled();
    app.clock.set('2026-11-29T09:00:00.000Z');
    await app.settled();
    assert.deepEqual(shownIn(app, ANNA), ['folded', 'card expired', 'expired expired']);
    assert.equal(app.messenger.in(ANNA)[2]?.follows, 'stray');
    app.clock.advance(86_400_000);
    await app.settled();
    assert.equal(app.messenger.in(ANNA).length, 3, 'once');
  });

  it('given a card that never arrived, when it expires, then no message follows it', async () => {
    app.messenger.answer = () => ({ outcome: 'blocked', reason: 'not now' });
    await app.receive({ ...inbound({}, new Date(MONDAY)), id: 'r2' });
    await app.settled();
    app.messenger.answer = undefined;
    app.clock.set('2026-11-29T09:00:00.000Z');
    await app.settled();
    assert.equal(await noticeOf(app, 'r2', contactOf('anna'), 'expired'), undefined);
  });
});
