import assert from 'node:assert/strict';
import { receiveMessage } from '#app/engagement/engagement.receive.ts';
import { tellNews } from '#app/news/news.tell.ts';
import { noticePartition } from '#app/notice/noticeRecord.ts';
import { newsCard } from '#cards/news/news.card.ts';
import type { SharedView } from '#domain/referral/party.ts';
import type { Content } from '#ports/messenger.ts';
import { type App, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import { command, created, dealOf, invite } from '#test/support/engagement/engaged.ts';
import { mute } from '#test/support/news/muting.ts';
import {
  admin,
  chatOf,
  contactOf,
  install,
  mailOf,
  members,
  shownIn,
  user,
} from '#test/support/organization/colleagues.ts';

const entries = { name: 'Our part', value: { amount: 55, currency: 'EUR' }, closeDate: '2027-04-01' };
const reader = { language: 'en', locale: 'en-GB', timeZone: 'Europe/Berlin' } as const;
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
    await app.final();
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
      app.worker.look();
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

  it('given news on their way, when their reader loses the right or mutes the deal meanwhile, then they do not come', async () => {
    for (const meanwhile of [
      () => members(app, admin('carla')),
      () => mute(app, 'anna', { referralId: 'deal-1' }),
    ]) {
      await app.close();
      app = startApp({ others: { fabrikam: 'Fabrikam', litware: 'Litware' } });
      await scene();
      app.messenger.answer = ({ content }) =>
        content.type === 'news'
          ? { outcome: 'later', after: 60_000, counts: true, reason: 'away' }
          : undefined;
      await accept();
      await meanwhile();
      app.messenger.answer = undefined;
      app.clock.advance(60_000);
      await app.settled();
      assert.deepEqual(told(), {});
    }
  });

  it('given a party whose time ran out, then its inviter is told (CR-38, CR-52)', async () => {
    await scene();
    app.clock.advance(14 * 86_400_000);
    await app.settled();
    assert.deepEqual(newsIn('anna')[0]?.news, [
      { kind: 'answer', organization: 'fabrikam', referralId: 'r-fabrikam', answer: 'expired' },
    ]);
  });

  it('given an inviter that reminds on a Sunday, then it is told on Monday, and not where it was answered before (CR-54)', async () => {
    await members(app, admin('anna'));
    await install(app, 'anna');
    for (const id of ['r1', 'r2']) await invitedTo(id);
    app.clock.set('2026-11-22T12:00:00.000Z');
    for (const id of ['r1', 'r2']) await hears(id, 2, { reminded: app.clock.now().toISOString() });
    assert.deepEqual(told(), {});
    await command(app, 'contoso', 'r2', { type: 'referral.accept', entries });
    app.clock.set('2026-11-23T08:00:00.000Z');
    await app.settled();
    const ids = newsIn('anna').map(({ referral, news }) => `${referral.id} ${news[0]?.kind}`);
    assert.deepEqual(ids, ['r1 reminded']);
  });

  it('given an invitation from a partner, then whoever is responsible is reminded of it before it expires (CR-54)', async () => {
    await members(app, admin('anna'));
    await install(app, 'anna');
    await invitedTo('r1');
    for (const [days, count] of [
      [1, 1],
      [1, 2],
      [1, 3],
    ] as const) {
      app.clock.advance(days * 86_400_000);
      await app.settled();
      const reminders = app.messenger.in(chatOf('anna')).filter(({ content }) => content.type === 'digest');
      assert.equal(reminders.length, count, `after ${days} more days`);
    }
  });

  it('given an inviter that closes before we answered, then the admins are told where there is no team (CR-52)', async () => {
    await members(app, admin('anna'));
    await install(app, 'anna');
    await invitedTo('r1');
    await hears('r1', 2, { stage: 'closed', outcome: 'lost' });
    assert.deepEqual(
      newsIn('anna').map(({ news, why }) => [news[0]?.kind, why]),
      [['withdrawn', 'admin']],
    );
  });

  const view = { stage: 'accepted', since: MONDAY, team: [], notes: [] } as const;
  const messageTo = (id: string, seq: number, changes: Partial<SharedView>) => ({
    engagementId: 'engagement-1',
    from: { organization: 'fabrikam', name: 'Fabrikam', referralId: 'x' },
    to: { organization: 'contoso', referralId: id },
    seq,
    view: { ...view, ...changes },
  });
  const invitedTo = async (id: string) => {
    const invitation = {
      at: app.clock.now().toISOString(),
      name: 'Northwind',
      customer: { name: 'Northwind', addressLines: [], contacts: [] },
      closeDate: '2027-02-01',
      value: { amount: 40, currency: 'USD' },
      solutions: [],
      contacts: [],
    };
    await receiveMessage(app.deps, { ...messageTo(id, 1, {}), invitation });
    await app.settled();
  };
  const hears = async (id: string, seq: number, changes: Partial<SharedView>) => {
    await receiveMessage(app.deps, messageTo(id, seq, changes));
    await app.settled();
  };

  it('given a registration that a partner hands in, then Microsoft’s reviewers are told, and nobody else there (CR-53)', async () => {
    const msft = app.organization;
    await members(app, admin('anna'), admin('bo', ['9999999']), user('carla'));
    for (const name of ['anna', 'bo', 'carla']) await install(app, name);
    // The reviewers' side, with the organization of this test in its place.
    await created(app, {
      direction: 'inbound',
      createdBy: undefined,
      team: inTeam('carla'),
      parties: [{ role: 'inviter', organization: 'fabrikam', name: 'Fabrikam', referralId: 'x', seq: 1 }],
    } as never);
    await app.settled();
    const news = [{ kind: 'review', organization: 'fabrikam', submission: 1 }] as const;
    const referral = await dealOf(app, msft.id, 'deal-1');
    assert.ok(referral);
    await tellNews(app.deps, msft, referral, { revision: 9, news });
    const partition = noticePartition(msft.id, 'deal-1');
    const { documents } = await app.store.list({ partition, where: { type: 'news' }, limit: 10 });
    assert.deepEqual(
      documents.map(({ id }) => id),
      [`news:${contactOf('anna')}:9`],
    );
  });

  it('given a note to all, then the other parties’ people are told once, with who wrote it (CR-52)', async () => {
    await scene();
    await accept();
    const writer = { name: 'Finn Kraft', email: 'finn@fabrikam.example' };
    for (const text of ['The workshop is on 12 January', 'And in Munich']) {
      await answer('fabrikam', { type: 'note.add', by: 'tenant:finn', audience: 'all', text, writer });
    }
    await answer('fabrikam', { type: 'note.add', by: 'tenant:finn', audience: 'us', text: 'Secret', writer });
    const [, ...notes] = newsIn('anna');
    assert.deepEqual(
      notes.map(({ news }) => news.map((one) => 'number' in one && one.number)),
      [[1], [2]],
    );
    const said = notes.map((content) => JSON.stringify(newsCard({ ...reader, ...content, why: 'team' })));
    assert.match(said[0] ?? '', /New note from Fabrikam.*Finn Kraft wrote:.*The workshop is on 12 January/);
    assert.ok(said.every((one) => !one.includes('Secret')));
  });

  it('given nobody who could be told, then nothing fails', async () => {
    await created(app);
    await invite(app, 'fabrikam');
    await app.settled();
    await accept();
    assert.deepEqual([app.errors, app.setAside, shownIn(app, chatOf('anna'))], [[], [], []]);
  });
});
