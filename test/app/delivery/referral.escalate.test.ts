import assert from 'node:assert/strict';
import type { Organization } from '#ports/organizations.ts';
import { type App, MONDAY, startApp, until } from '#test/support/app/runningApp.ts';
import { timeUntil } from '#test/support/delivery/passingTime.ts';
import {
  accept,
  admin,
  chatOf,
  HERE,
  install,
  members,
  recordOf,
  teammate,
  user,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { mortal } from '#test/support/sync/mortal.ts';

const END = '2026-12-01T00:00:00.000Z';

describe('referral.escalate: nobody answered by the day', () => {
  let app: App;
  const start = async (days: number | 'off' = 3, options: Parameters<typeof startApp>[0] = {}) => {
    app = startApp(options);
    const { organization } = app;
    const rule: Partial<Organization> = {
      options: { ...organization.options, escalateAfterDays: days === 'off' ? undefined : days },
    };
    Object.assign(organization, rule);
    await members(app, admin('boss'), admin('lena', [HERE]), admin('olga', ['7654321']), user('uma', [HERE]));
    for (const name of ['boss', 'lena', 'olga', 'uma']) await install(app, name);
    await app.settled();
  };
  afterEach(() => app.close());
  const arrive = (changes: object = {}) =>
    app.receive({
      ...inbound({ team: [teammate('uma')] }, new Date(MONDAY)),
      id: 'r1',
      mpnId: HERE,
      ...changes,
    });
  const passedOn = (seen: readonly string[]) => seen.filter((line) => line.includes(' news '));
  const wordOf = (name: string) => {
    const content = app.messenger
      .in(chatOf(name))
      .findLast(({ content: one }) => one.type === 'news')?.content;
    return content?.type === 'news' ? [content.why, content.place, content.news] : undefined;
  };

  it('given a team that is silent, then the other admins of its location hear of it, and as many days later those of the company, once each', async () => {
    await start();
    await arrive();
    await app.settled();
    // The third day is a Thursday, the sixth a Sunday.
    assert.deepEqual(passedOn(await timeUntil(app, END, 60)), [
      '11-19T08:00 chat-lena news received',
      '11-23T08:00 chat-boss news received',
    ]);
    const { referral } = await recordOf(app, 'r1');
    assert.equal(referral.escalated?.to, 'company');
    assert.deepEqual(wordOf('lena'), [
      'escalated',
      'Contoso Seattle',
      [{ kind: 'unanswered', organization: 'contoso', to: 'location', days: 3 }],
    ]);
    const whats = (referral.recent ?? []).map(({ what, by }) => `${what} ${by.kind}`);
    assert.equal(whats.filter((what) => what === 'referral.escalate clock').length, 2);
    assert.deepEqual(app.errors, []);
  });

  it('given no team, then its location’s admins were the ones who were asked, and the company’s hear of it', async () => {
    await start();
    await arrive({ team: [] });
    await app.settled();
    assert.deepEqual(passedOn(await timeUntil(app, END, 60)), ['11-19T08:00 chat-boss news received']);
  });

  it('given it is answered in time, then nobody hears of it; given it is accepted after the first, the company does not', async () => {
    await start();
    await arrive();
    await arrive({ id: 'r2' });
    await accept(app, 'r2', { by: 'uma' });
    await app.settled();
    assert.deepEqual(passedOn(await timeUntil(app, '2026-11-21T00:00:00.000Z', 60)), [
      '11-19T08:00 chat-lena news received',
    ]);
    await accept(app, 'r1', { by: 'lena' });
    assert.deepEqual(passedOn(await timeUntil(app, END, 60)), []);
  });

  it('given the organization does not want it, or switches it off meanwhile, then nobody hears of it', async () => {
    await start('off');
    await arrive();
    assert.deepEqual(passedOn(await timeUntil(app, '2026-11-24T00:00:00.000Z', 60)), []);
    await app.close();
    await start();
    await arrive();
    await app.settled();
    Object.assign(app.organization, {
      options: { ...app.organization.options, escalateAfterDays: undefined },
    });
    assert.deepEqual(passedOn(await timeUntil(app, END, 60)), []);
    assert.equal((await recordOf(app, 'r1')).escalateAt, undefined);
  });

  it('given it falls on a weekend, then it waits for Monday; given it arrives late, then it has its days from then on', async () => {
    await start(6);
    await arrive({
      createdDateTime: '2026-11-09T08:00:00Z',
      expirationDateTime: '2026-11-30T08:00:00Z',
      team: [],
    });
    await app.settled();
    assert.deepEqual(passedOn(await timeUntil(app, END, 60)), ['11-23T08:00 chat-boss news received']);
  });

  for (const write of [1, 2, 3, 4, 5, 6]) {
    it(`given a process that is killed after its write ${write} of the escalation, then the next one tells once`, async () => {
      const life = mortal();
      await start(3, { wrap: life.wrap });
      await arrive({ team: [] });
      await app.settled();
      app.clock.set('2026-11-23T09:00:00.000Z');
      life.dieAt(write, 'after');
      app.worker.look();
      await until('it ended', () => life.dead);
      await app.worker.stop();
      life.revive();
      app.clock.advance(61_000);
      const next = app.anotherWorker('next');
      next.start();
      await app.settled();
      app.clock.advance(61_000);
      next.look();
      await app.settled();
      const told = app.messenger.in(chatOf('boss')).filter(({ content }) => content.type === 'news');
      assert.equal(told.length, 1);
      await next.stop();
    });
  }
});
