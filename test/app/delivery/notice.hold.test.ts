import assert from 'node:assert/strict';
import { holdCopy } from '#app/delivery/notice.hold.ts';
import { adoptCard } from '#app/delivery/notices.sync.ts';
import { type App, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import {
  accept,
  admin,
  chatOf,
  contactOf,
  install,
  members,
  noticeOf,
  recordOf,
  shownIn,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const ANNA = chatOf('anna');
const BEN = chatOf('ben');

describe('notice.hold: a form is open on a card', () => {
  let app: App;
  let updates = 0;
  beforeEach(async () => {
    updates = 0;
    app = startApp();
    await members(app, admin('anna'), admin('ben'));
    await install(app, 'anna');
    await install(app, 'ben');
    await app.receive({ ...inbound({}, new Date(MONDAY)), id: 'r1' });
    await app.settled();
  });
  afterEach(() => app.close());

  const hold = async (open: boolean, activityId?: string) => {
    const notice = await noticeOf(app, 'r1', contactOf('anna'));
    await holdCopy(app.deps, {
      organization: 'contoso',
      referralId: 'R1',
      contactId: contactOf('anna'),
      activityId: activityId ?? notice?.copies[0]?.activityId ?? assert.fail('there is no copy'),
      open,
    });
    await app.settled();
  };
  const news = async (name: string) => {
    const updatedDateTime = `2026-11-17T00:00:0${updates++}Z`;
    await app.receive({ ...inbound({}, new Date(MONDAY)), id: 'r1', name, updatedDateTime });
    await app.settled();
  };
  const named = (chat: string) => {
    const content = app.messenger.in(chat)[0]?.content;
    return content && 'referral' in content ? content.referral.name : undefined;
  };

  it('given news meanwhile, then it leaves this card alone and edits the others', async () => {
    await hold(true);
    await news('Second name');
    await news('Third name');
    assert.notEqual(named(ANNA), 'Third name');
    assert.equal(named(BEN), 'Third name');
  });

  it('given the form is closed, then the card shows at once what it missed', async () => {
    await hold(true);
    await news('Second name');
    await hold(false);
    assert.equal(named(ANNA), 'Second name');
  });

  it('given somebody who walked away from it, then the card is true after ten minutes', async () => {
    await hold(true);
    await news('Second name');
    app.clock.advance(9 * 60_000);
    await app.settled();
    assert.notEqual(named(ANNA), 'Second name');
    app.clock.advance(60_000);
    await app.settled();
    assert.equal(named(ANNA), 'Second name');
  });

  it('given somebody else decides meanwhile, then the card says so at once (CR-51)', async () => {
    await hold(true);
    await news('Second name');
    await accept(app, 'r1');
    await app.settled();
    assert.deepEqual(shownIn(app, ANNA), ['card accepted']);
  });

  it('given another copy in the same chat, then the form on the first puts off that one alone', async () => {
    await hold(true);
    await news('Second name');
    const contactId = contactOf('anna');
    app.messenger.answer = ({ activityId }) =>
      activityId === 'second' ? { outcome: 'sent', activityId } : undefined;
    await adoptCard(app.deps, { organization: 'contoso', referralId: 'r1', contactId, activityId: 'second' });
    await news('Third name');
    const copies = (await noticeOf(app, 'r1', contactId))?.copies ?? [];
    const { referral } = await recordOf(app, 'r1');
    assert.deepEqual(
      copies.map(({ shown }) => shown),
      [1, referral.revision],
    );
    app.clock.advance(10 * 60_000);
    await app.settled();
    assert.equal(named(ANNA), 'Third name');
  });

  it('given a message that is no copy, or a form closed that was none, then nothing happens', async () => {
    await hold(true, 'elsewhere');
    await hold(false);
    await news('Second name');
    assert.equal(named(ANNA), 'Second name');
  });
});
