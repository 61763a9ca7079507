import assert from 'node:assert/strict';
import { type App, MONDAY, startApp, until } from '#test/support/app/runningApp.ts';
import {
  accept,
  admin,
  chatOf,
  decline,
  install,
  members,
  shownIn,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('referral.work: a commit wakes the worker', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    await members(app, admin('anna'));
    await install(app, 'anna');
    await app.settled();
  });
  afterEach(() => app.close());
  const arrive = (id: string, changes: object = {}) =>
    app.receive({ ...inbound({}, new Date(MONDAY)), id, ...changes });
  // The clock stands still, so that no poll comes: whatever happens, happens because of the commit.
  const shows = (...texts: string[]) =>
    until(texts.join(', '), () => shownIn(app, chatOf('anna')).join() === texts.join());

  it('given a referral that arrives and changes, then its card goes out and is edited at once', async () => {
    await arrive('r1');
    await shows('card received');
    await arrive('r1', { name: 'Renamed', updatedDateTime: '2026-11-17T00:00:00Z' });
    await until('the edit', () => app.messenger.calls.length === 2);
  });

  for (const [what, decide, shown] of [
    ['accepted', accept, 'card accepted'],
    ['declined', decline, 'card declined'],
  ] as const) {
    it(`given one that is ${what}, then its card shows it at once`, async () => {
      await arrive('r1');
      await shows('card received');
      await decide(app, 'r1');
      await shows(shown);
    });
  }

  it('given somebody who installs the bot, when the worker is woken once, then what is undecided comes', async () => {
    await install(app, 'anna', { installed: false });
    await arrive('r1');
    await app.settled();
    assert.deepEqual(app.messenger.calls, []);
    await install(app, 'anna');
    // The bot does that after its welcome, so that the welcome comes first.
    app.worker.look();
    await shows('card received');
  });
});
