import assert from 'node:assert/strict';
import { declineReferral } from '#app/referral/referral.decline.ts';
import { type App, MONDAY, startApp, TENANT } from '#test/support/app/runningApp.ts';
import {
  admin,
  chatOf,
  everything,
  install,
  members,
  recordOf,
  shownIn,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('referral.decline', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    await members(app, admin('anna'));
    await install(app, 'anna');
    await app.receive({ ...inbound({}, new Date(MONDAY)), id: 'r1' });
    await app.settled();
  });
  afterEach(() => app.close());

  it('given a received one, when a person declines, then reason and notes are stored and its card shows it (CR-36, CR-37)', async () => {
    const outcome = await declineReferral(app.deps, {
      organization: 'contoso',
      referralId: 'r1',
      personId: `${TENANT}:anna`,
      member: everything,
      commandId: 'press',
      reason: 'timeline-too-short',
      notes: 'Two days are not enough',
    });
    assert.equal(outcome.kind, 'done');
    const { referral } = await recordOf(app, 'r1');
    assert.ok(referral.stage === 'closed');
    const { outcome: ending, reason, closingNotes, closedBy } = referral;
    assert.deepEqual(
      [ending, reason, closingNotes, closedBy],
      [
        'declined',
        'timeline-too-short',
        'Two days are not enough',
        { kind: 'person', personId: `${TENANT}:anna` },
      ],
    );
    await app.settled();
    assert.deepEqual(shownIn(app, chatOf('anna')), ['card declined']);
  });
});
