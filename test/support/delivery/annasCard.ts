import assert from 'node:assert/strict';
import { adoptPosted, keepPosted } from '#app/notice/postedMessages.ts';
import { readReferralRecord } from '#app/referral/referral.read.ts';
import type { Delivery } from '#ports/messenger.ts';
import { type App, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import {
  admin,
  chatOf,
  contactOf,
  install,
  members,
  noticeOf,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

export const ANNA = chatOf('anna');

/** Before each test Anna, who administers, has installed the bot, which `started` gets; it is stopped after each. */
export function withAnna(started: (app: App) => void) {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    await members(app, admin('anna'));
    await install(app, 'anna');
    await app.settled();
    started(app);
  });
  afterEach(() => app.close());
  return {
    /** The referral r1 comes in, or what `changes` makes of it. */
    arrive: (changes: object = {}) => app.receive({ ...inbound({}, new Date(MONDAY)), id: 'r1', ...changes }),
    /** What is known of Anna's card of r1. */
    notice: async () => (await noticeOf(app, 'r1', contactOf('anna'))) ?? assert.fail('there is no notice'),
    /** When something is to be done about it. */
    due: async () =>
      (await app.store.read('contoso/notices/r1', `referral-card:${contactOf('anna')}`))?.dueAt,
    /** A press on a copy of which nothing was known. */
    press: async (activityId: string, referralId = 'R1') => {
      const contactId = contactOf('anna');
      await adoptPosted(app.deps, { organization: 'contoso', referralId, contactId, activityId });
      await app.settled();
    },
    /** A card of r1 that was made and posted a moment ago, as it is now; `form`: with a form open on it. */
    posted: async (activityId: string, { form = false }: { form?: boolean } = {}) => {
      const at = { organization: 'contoso', referralId: 'r1', contactId: contactOf('anna') };
      const { referral } = (await readReferralRecord(app.deps, at)) ?? assert.fail();
      if (!app.messenger.messages.some(({ id }) => id === activityId)) {
        const card = app.messenger.in(ANNA).at(-1);
        app.messenger.messages.push({ ...(card ?? assert.fail()), id: activityId });
      }
      await keepPosted(app.deps, { ...at, activityId }, { revision: referral.revision, form });
      await app.settled();
    },
    /** A copy stands in the chat although its post was never confirmed. */
    stray: (id: string) => {
      const [card] = app.messenger.in(ANNA);
      app.messenger.messages.push({ ...(card ?? assert.fail()), id });
    },
  };
}

/** The same, and the card of r1 stands in her chat. */
export function withAnnasCard(started: (app: App) => void) {
  let app: App;
  const anna = withAnna((one) => {
    app = one;
    started(one);
  });
  beforeEach(async () => {
    await anna.arrive();
    await app.settled();
  });
  return anna;
}

/** Teams' answer that it is to be tried again. */
export function later(more: Partial<Extract<Delivery, { outcome: 'later' }>> = {}): Delivery {
  return { outcome: 'later', counts: true, reason: 'time-out', ...more };
}
