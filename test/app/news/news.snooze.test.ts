import assert from 'node:assert/strict';
import { mutesOf } from '#app/news/muteRecord.ts';
import { type SnoozeFor, snoozeNews } from '#app/news/news.snooze.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';

describe('news.snooze', () => {
  let app: App;
  beforeEach(() => {
    app = startApp();
  });
  afterEach(() => app.close());

  const snooze = (how: SnoozeFor, timeZone = 'Europe/Berlin') =>
    snoozeNews(app.deps, { organization: 'contoso', personId: 'tenant:anna', what: 'all', how, timeZone });

  const cases: [string, SnoozeFor, string, unknown][] = [
    ['until tomorrow', { days: 1 }, 'Europe/Berlin', { ok: true, until: '2026-11-17T08:00:00.000Z' }],
    ['elsewhere', { days: 1 }, 'Asia/Shanghai', { ok: true, until: '2026-11-17T01:00:00.000Z' }],
    ['for a week', { days: 7 }, 'Europe/Berlin', { ok: true, until: '2026-11-23T08:00:00.000Z' }],
    [
      'over a change of clocks',
      { day: '2027-04-01' },
      'Europe/Berlin',
      { ok: true, until: '2027-04-01T07:00:00.000Z' },
    ],
    ['until this morning', { day: '2026-11-16' }, 'Europe/Berlin', { ok: false, problem: 'snooze-past' }],
    [
      'until this morning, which is still to come',
      { day: '2026-11-16' },
      'America/New_York',
      { ok: true, until: '2026-11-16T14:00:00.000Z' },
    ],
    ['until last year', { day: '2025-11-16' }, 'Europe/Berlin', { ok: false, problem: 'snooze-past' }],
    ['for ever', { day: '2030-01-01' }, 'Europe/Berlin', { ok: false, problem: 'snooze-far' }],
  ];
  for (const [given, how, zone, expected] of cases) {
    it(`given a snooze ${given}, then it ends at nine in the morning there, or is refused`, async () => {
      assert.deepEqual(await snooze(how, zone), expected);
      const { all } = await mutesOf(app.deps, 'contoso', 'tenant:anna');
      assert.equal(all?.until, (expected as { until?: string }).until, 'what is refused changes nothing');
    });
  }
});
