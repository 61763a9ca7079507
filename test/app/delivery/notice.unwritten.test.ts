import assert from 'node:assert/strict';
import { type App, MONDAY, startApp, turn } from '#test/support/app/runningApp.ts';
import { admin, contactOf, install, members, noticeOf } from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { type BreakableStore, breakable } from '#test/support/store/breakableStore.ts';

describe('notice.deliver: what was sent while nothing could be written down', () => {
  let app: App;
  let store: BreakableStore | undefined;
  beforeEach(async () => {
    app = startApp({
      wrap: (inner) => {
        store = breakable(inner);
        return store;
      },
    });
    await members(app, admin('anna'));
    await install(app, 'anna');
    await app.settled();
  });
  afterEach(() => app.close());

  const away = (is: boolean) => {
    if (store) store.fails = is ? () => true : undefined;
  };
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      app.clock.advance(1_000);
      for (let step = 0; step < 20; step++) await turn();
    }
  };

  for (const seconds of [3, 50]) {
    it(`given a card that was posted, and a store that is away for ${seconds} s from then on, when it is back, then the card is known and was posted once`, async () => {
      app.messenger.answer = () => {
        away(true);
        return undefined;
      };
      await app.receive({ ...inbound({}, new Date(MONDAY)), id: 'r1' });
      await pass(seconds);
      away(false);
      app.messenger.answer = undefined;
      // Longer than any lease.
      await pass(120);
      await app.settled();
      const notice = await noticeOf(app, 'r1', contactOf('anna'));
      assert.deepEqual([app.messenger.calls.length, notice?.copies.length], [1, 1]);
      assert.equal(notice?.delivery.state, 'delivered');
    });
  }
});
