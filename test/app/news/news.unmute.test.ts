import assert from 'node:assert/strict';
import { mutesOf } from '#app/news/muteRecord.ts';
import { presentMutes } from '#domain/news/mute.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';
import { mute, snooze, unmute } from '#test/support/news/muting.ts';

const DEAL = { referralId: 'r1' };
const OTHER = { referralId: 'r2' };

describe('news.unmute', () => {
  let app: App;
  beforeEach(() => {
    app = startApp();
  });
  afterEach(() => app.close());

  const left = async (name = 'anna') => {
    const silences = await mutesOf(app.deps, 'contoso', `tenant:${name}`);
    const { all, deals } = presentMutes(silences, app.clock.now().toISOString());
    return [...(all ? ['all'] : []), ...deals.map(({ referralId }) => referralId)];
  };

  const cases = [
    { what: DEAL, stays: ['all', 'r2'] },
    { what: 'all', stays: ['r2', 'r1'] },
    { what: 'everything', stays: [] },
    { what: { referralId: 'unknown' }, stays: ['all', 'r2', 'r1'] },
  ] as const;
  for (const { what, stays } of cases) {
    it(`given three silences, when ${JSON.stringify(what)} is ended, then ${stays.join() || 'nothing'} stays`, async () => {
      await mute(app, 'anna', DEAL);
      await snooze(app, 'anna', OTHER);
      await mute(app, 'anna', 'all');
      await mute(app, 'bo', DEAL);
      await unmute(app, 'anna', what);
      assert.deepEqual(await left(), stays);
      assert.deepEqual(await left('bo'), ['r1'], 'each for themselves');
    });
  }

  it('given two who press at once, then neither is lost', async () => {
    await Promise.all([
      mute(app, 'anna', DEAL),
      mute(app, 'anna', OTHER),
      snooze(app, 'anna', 'all'),
      unmute(app, 'anna', { referralId: 'r3' }),
    ]);
    assert.deepEqual((await left()).sort(), ['all', 'r1', 'r2']);
  });
});
