import assert from 'node:assert/strict';
import { noticePartition } from '../../src/app/noticeRecord.ts';
import type { Content } from '../../src/ports/messenger.ts';
import { admin, chatOf, install, mailOf, members, shownIn, user } from './colleagues.ts';
import { command, created, invite } from './engaged.ts';
import { type App, startApp } from './runningApp.ts';

const entries = { name: 'Our part', value: { amount: 55, currency: 'EUR' }, closeDate: '2027-04-01' };
const inTeam = (...names: string[]) => names.map((name) => ({ name, email: mailOf(name), phone: '1' }));

describe('news.tell', () => {
  let app: App;
  beforeEach(() => {
    app = startApp({ others: { fabrikam: 'Fabrikam', litware: 'Litware' } });
  });
  afterEach(() => app.close());

  /** Who of these has how many messages of news. */
  const told = () =>
    Object.fromEntries(
      ['anna', 'bo', 'carla', 'dan']
        .map((name) => [name, newsIn(name).length] as const)
        .filter(([, count]) => count > 0),
    );
  const newsIn = (name: string) =>
    app.messenger
      .in(chatOf(name))
      .map(({ content }) => content)
      .filter((content): content is Extract<Content, { type: 'news' }> => content.type === 'news');
  const answer = async (organization: string, given: Parameters<typeof command>[3]) => {
    assert.equal(await command(app, organization, `r-${organization}`, given), 'done');
    await app.settled();
  };
  const accept = () => answer('fabrikam', { type: 'referral.accept', entries });
  const decline = () => answer('fabrikam', { type: 'referral.decline', reason: 'budget' });

  interface Case {
    given: string;
    team: string[];
    reachable: string[];
    admins: string[];
    told: Record<string, number>;
    why: Record<string, string>;
  }
  // Anna is who invited, in every one.
  const cases: Case[] = [
    {
      given: 'the inviter in the team',
      team: ['anna'],
      reachable: ['anna', 'carla'],
      admins: ['carla'],
      told: { anna: 1 },
      why: { anna: 'inviter' },
    },
    {
      given: 'the inviter, who left the team, as admin',
      team: ['bo'],
      reachable: ['anna', 'bo', 'carla'],
      admins: ['anna', 'carla'],
      told: { anna: 1, bo: 1 },
      why: { anna: 'inviter', bo: 'team' },
    },
    {
      given: 'an inviter who may not see it any more',
      team: ['bo'],
      reachable: ['anna', 'bo', 'carla'],
      admins: ['carla'],
      told: { bo: 1 },
      why: { bo: 'team' },
    },
    {
      given: 'a team without the bot',
      team: ['bo'],
      reachable: ['carla', 'dan'],
      admins: ['carla', 'dan'],
      told: { carla: 1, dan: 1 },
      why: { carla: 'admin', dan: 'admin' },
    },
    {
      given: 'somebody for four reasons',
      team: ['anna'],
      reachable: ['anna'],
      admins: ['anna'],
      told: { anna: 1 },
      why: { anna: 'inviter' },
    },
  ];
  for (const { given, team, reachable, admins, ...expected } of cases) {
    it(`given ${given}, when a party answers, then each is told once and why (CR-52, CR-55)`, async () => {
      const roles = ['anna', 'bo', 'carla', 'dan'].map((name) =>
        (admins.includes(name) ? admin : user)(name),
      );
      await members(app, ...roles);
      for (const name of reachable) await install(app, name);
      await created(app, { team: inTeam(...team) });
      await invite(app, 'fabrikam');
      await app.settled();
      assert.deepEqual(told(), {});
      await accept();
      assert.deepEqual(told(), expected.told);
      const why = Object.keys(expected.told).map((name) => [name, newsIn(name)[0]?.why]);
      assert.deepEqual(Object.fromEntries(why), expected.why);
    });
  }

  const scene = async () => {
    await members(app, admin('anna'));
    await install(app, 'anna');
    await created(app);
    await invite(app, 'fabrikam');
    await app.settled();
  };

  it('given a worker that does it again, then there is one message (late, double)', async () => {
    await scene();
    let post: (() => void) | undefined;
    app.messenger.answer = async ({ content }) => {
      if (content.type === 'news' && !post) await new Promise<void>((resolve) => (post = resolve));
      return undefined;
    };
    assert.equal(await command(app, 'fabrikam', 'r-fabrikam', { type: 'referral.accept', entries }), 'done');
    const other = app.anotherWorker('other');
    other.start();
    for (let turns = 0; turns < 500 && !post; turns++) {
      app.worker.wake();
      await new Promise((resolve) => setImmediate(resolve));
    }
    post?.();
    await app.settled();
    await other.stop();
    assert.deepEqual(told(), { anna: 1 });
  });

  it('given two parties, then each answer is told with what is known of it', async () => {
    await scene();
    await invite(app, 'litware');
    await app.settled();
    await decline();
    await answer('litware', { type: 'referral.accept', entries });
    const kinds = newsIn('anna').map(({ news }) =>
      news.map((one) => ('answer' in one ? one.answer : one.kind)),
    );
    assert.deepEqual(kinds, [['declined'], ['accepted']]);
  });

  it('given an answer that is overtaken while it could not be sent, then only the later news is told', async () => {
    await scene();
    app.messenger.answer = ({ content }) =>
      content.type === 'news' ? { outcome: 'later', after: 60_000, counts: true, reason: 'away' } : undefined;
    await accept();
    await answer('fabrikam', { type: 'deal.win' });
    app.messenger.answer = undefined;
    app.clock.advance(60_000);
    await app.settled();
    assert.deepEqual(
      newsIn('anna').map(({ news }) => news.map(({ kind }) => kind)),
      [['end']],
    );
    const states = await app.store.list({
      partition: noticePartition('contoso', 'deal-1'),
      where: { type: 'news' },
      limit: 10,
    });
    assert.deepEqual(
      states.documents.map(({ index }) => index?.state).sort(),
      ['delivered', 'gone'],
      'each ends in one state',
    );
  });

  it('given a party whose time ran out, then its inviter is told (CR-38, CR-52)', async () => {
    await scene();
    app.clock.advance(14 * 86_400_000);
    await app.settled();
    assert.deepEqual(newsIn('anna')[0]?.news, [
      { kind: 'answer', organization: 'fabrikam', referralId: 'r-fabrikam', answer: 'expired' },
    ]);
  });

  it('given nobody who could be told, then nothing fails', async () => {
    await created(app);
    await invite(app, 'fabrikam');
    await app.settled();
    await accept();
    assert.deepEqual([app.errors, app.setAside, shownIn(app, chatOf('anna'))], [[], [], []]);
  });
});
