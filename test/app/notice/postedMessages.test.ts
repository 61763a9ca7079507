import assert from 'node:assert/strict';
import { adoptPosted, formClosed, formOpened, type PostedCard } from '#app/notice/postedMessages.ts';
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

describe('postedMessages: a form is open on a card', () => {
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

  const form = async (open: boolean, activityId?: string, at = app.clock.now()) => {
    const notice = await noticeOf(app, 'r1', contactOf('anna'));
    const card: PostedCard = {
      organization: 'contoso',
      referralId: 'R1',
      contactId: contactOf('anna'),
      activityId: activityId ?? notice?.copies[0]?.activityId ?? assert.fail('there is no copy'),
    };
    if (open) await formOpened(app.deps, card);
    else await formClosed(app.deps, card, at);
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
    await form(true);
    await news('Second name');
    await news('Third name');
    assert.notEqual(named(ANNA), 'Third name');
    assert.equal(named(BEN), 'Third name');
  });

  it('given the form is closed, then the card shows at once what it missed', async () => {
    await form(true);
    await news('Second name');
    await form(false);
    assert.equal(named(ANNA), 'Second name');
  });

  it('given a form that was opened after the press that closed the one before, then it stays open', async () => {
    await form(true);
    const at = app.clock.now();
    app.clock.advance(1);
    await form(true);
    await form(false, undefined, at);
    await news('Second name');
    assert.notEqual(named(ANNA), 'Second name');
  });

  it('given somebody who walked away from it, then the card is true after ten minutes', async () => {
    await form(true);
    await news('Second name');
    app.clock.advance(9 * 60_000);
    await app.settled();
    assert.notEqual(named(ANNA), 'Second name');
    app.clock.advance(60_000);
    await app.settled();
    assert.equal(named(ANNA), 'Second name');
  });

  it('given somebody else decides meanwhile, then the card says so at once (CR-51)', async () => {
    await form(true);
    await news('Second name');
    await accept(app, 'r1');
    await app.settled();
    assert.deepEqual(shownIn(app, ANNA), ['card accepted']);
  });

  it('given another copy in the same chat, then the form on the first puts off that one alone', async () => {
    await form(true);
    await news('Second name');
    const contactId = contactOf('anna');
    app.messenger.answer = ({ activityId }) =>
      activityId === 'second' ? { outcome: 'sent', activityId } : undefined;
    await adoptPosted(app.deps, {
      organization: 'contoso',
      referralId: 'r1',
      contactId,
      activityId: 'second',
    });
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
    await form(true, 'elsewhere');
    await form(false);
    await news('Second name');
    assert.equal(named(ANNA), 'Second name');
  });
});
