import assert from 'node:assert/strict';
import { type App, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import { command, created, invite } from '#test/support/engagement/engaged.ts';
import { mute, snooze, told, unmute } from '#test/support/news/muting.ts';
import {
  admin,
  chatOf,
  contactOf,
  HERE,
  install,
  installChannel,
  members,
  noticeOf,
  shownIn,
  teammate,
  user,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const entries = { name: 'Our part', value: { amount: 55, currency: 'EUR' }, closeDate: '2027-04-01' };
const DAY = 86_400_000;

describe('news.mute', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp({ others: { fabrikam: 'Fabrikam' } });
    await members(app, admin('anna'), admin('bo'), user('tom'));
    for (const name of ['anna', 'bo']) await install(app, name);
  });
  afterEach(() => app.close());

  const arrives = async (changes: Record<string, unknown> = {}) => {
    await app.receive({ ...inbound(changes, new Date(app.clock.now())), id: 'r1' });
    await app.settled();
  };
  const R1 = { referralId: 'r1' };
  const cards = () => Object.fromEntries(['anna', 'bo'].map((name) => [name, shownIn(app, chatOf(name))]));

  interface Case {
    given: string;
    quiet: Partial<Record<'anna' | 'bo', 'mute' | 'snooze'>>;
    /** Who gets the card of a new referral. */
    told: string[];
    despite: boolean;
  }
  const cases: Case[] = [
    { given: 'nobody', quiet: {}, told: ['anna', 'bo'], despite: false },
    { given: 'one of two muted', quiet: { anna: 'mute' }, told: ['bo'], despite: false },
    { given: 'one of two snoozed', quiet: { anna: 'snooze' }, told: ['bo'], despite: false },
    { given: 'both muted', quiet: { anna: 'mute', bo: 'mute' }, told: ['anna', 'bo'], despite: true },
    {
      given: 'one muted, one snoozed',
      quiet: { anna: 'mute', bo: 'snooze' },
      told: ['anna', 'bo'],
      despite: true,
    },
  ];
  for (const { given, quiet, told: expected, despite } of cases) {
    it(`given ${given}, when a referral comes in, then ${expected.join(' and ')} get its card, and somebody always does (CR-51)`, async () => {
      for (const [name, how] of Object.entries(quiet)) {
        await (how === 'mute' ? mute(app, name) : snooze(app, name));
      }
      await arrives();
      const got = ['anna', 'bo'].filter((name) => told(app, name, 'referral-card').length > 0);
      assert.deepEqual(got, expected);
      for (const name of expected) {
        assert.equal(told(app, name, 'referral-card')[0]?.despite, despite, 'it says that it was muted');
      }
    });

    it(`given ${given}, when the morning comes, then ${expected.join(' and ')} get it (CR-54)`, async () => {
      await arrives();
      for (const [name, how] of Object.entries(quiet)) {
        await (how === 'mute' ? mute(app, name, R1) : snooze(app, name, R1, 3));
      }
      app.clock.advance(DAY + 60_000);
      await app.settled();
      const got = ['anna', 'bo'].filter((name) => told(app, name, 'digest').length > 0);
      assert.deepEqual(got, expected);
      for (const name of expected) assert.equal(told(app, name, 'digest')[0]?.day.despite, despite ?? false);
    });
  }

  it('given a channel that has the card, then it is nobody: whoever muted is told all the same', async () => {
    await installChannel(app, 'channel');
    for (const name of ['anna', 'bo']) await mute(app, name);
    await arrives();
    assert.deepEqual(cards(), { anna: ['card received'], bo: ['card received'] });
  });

  it('given the only one who hears of it cannot be reached, then whoever muted gets the card', async () => {
    await mute(app, 'anna');
    app.messenger.answer = ({ to }) =>
      to.conversationId === chatOf('bo') ? { outcome: 'blocked', reason: 'gone' } : undefined;
    await arrives();
    assert.deepEqual(cards(), { anna: ['card received'], bo: [] });
    assert.equal(told(app, 'anna', 'referral-card')[0]?.despite, true);
  });

  it('given a team that muted, then the admin who did not is reminded instead (CR-54)', async () => {
    await install(app, 'tom');
    await mute(app, 'bo');
    await arrives({ team: [teammate('tom')] });
    await mute(app, 'tom', R1);
    app.clock.advance(DAY + 60_000);
    await app.settled();
    const got = ['anna', 'bo', 'tom'].filter((name) => told(app, name, 'digest').length > 0);
    assert.deepEqual(got, ['anna']);
  });

  it('given a deal that is muted, then nothing is said of it, its card stays true, and other deals are heard', async () => {
    await arrives();
    await mute(app, 'anna', R1);
    await app.receive({ ...inbound({}, new Date(MONDAY)), id: 'r2' });
    await app.settled();
    app.clock.advance(14 * DAY);
    await app.settled();
    const shown = shownIn(app, chatOf('anna')).filter((one) => !/^(morning|last) /.test(one));
    assert.deepEqual(shown, ['card expired', 'card expired', 'expired expired']);
    assert.deepEqual(shownIn(app, chatOf('bo')).filter((one) => one === 'expired expired').length, 2);
    assert.equal((await noticeOf(app, 'r1', contactOf('anna'), 'expired'))?.delivery.state, 'silenced');
  });

  describe('of a deal with partners', () => {
    beforeEach(async () => {
      await created(app, { team: [{ name: 'anna', email: 'anna@contoso.example', phone: '1' }] });
      await invite(app, 'fabrikam');
      await app.settled();
    });
    const answers = async () => {
      await command(app, 'fabrikam', 'r-fabrikam', { type: 'referral.accept', entries });
      await app.settled();
    };

    for (const what of ['all', { referralId: 'deal-1' }] as const) {
      it(`given ${what === 'all' ? 'everything' : 'the deal'} muted, then no news of it come, to nobody instead`, async () => {
        await mute(app, 'anna', what);
        await answers();
        assert.deepEqual([told(app, 'anna', 'news'), told(app, 'bo', 'news')], [[], []]);
      });
    }

    it('given another deal muted, then the news come', async () => {
      await mute(app, 'anna', { referralId: 'r9' });
      await answers();
      assert.equal(told(app, 'anna', 'news').length, 1);
    });

    it('given everything muted, when the deal is handed over to them, then that still arrives', async () => {
      await mute(app, 'anna');
      const to = { name: 'anna', email: 'anna@contoso.example', phone: '1' };
      await command(app, 'contoso', 'deal-1', { type: 'deal.handover', by: 'tenant:bo', to });
      await app.settled();
      const got = shownIn(app, chatOf('anna'));
      assert.ok(got.includes('handed accepted') || got.includes('card accepted'), got.join());
    });

    it('given somebody who joined while everything was muted, when it is handed over to them, then the card comes', async () => {
      await mute(app, 'bo');
      const bo = { name: 'bo', email: 'bo@contoso.example', phone: '1' };
      await command(app, 'contoso', 'deal-1', { type: 'deal.team', add: [bo], remove: [] });
      await app.settled();
      assert.deepEqual(shownIn(app, chatOf('bo')), []);
      await command(app, 'contoso', 'deal-1', { type: 'deal.handover', to: bo });
      await app.settled();
      assert.deepEqual(shownIn(app, chatOf('bo')), ['card accepted']);
    });
  });

  it('given an inviter that reminds everybody who muted, then they are told all the same', async () => {
    const view = { stage: 'accepted', since: MONDAY, team: [], notes: [], reminded: undefined };
    const inviter = {
      role: 'inviter',
      organization: 'fabrikam',
      name: 'Fabrikam',
      referralId: 'x',
      seq: 1,
      view,
    };
    await created(app, {
      id: 'r3',
      direction: 'inbound',
      stage: 'received',
      createdBy: undefined,
      location: HERE,
      expiresAt: '2026-11-30T09:00:00.000Z',
      parties: [inviter],
      team: [],
    } as never);
    await app.settled();
    for (const name of ['anna', 'bo']) await mute(app, name);
    const message = {
      engagementId: 'engagement-1',
      from: { organization: 'fabrikam', name: 'Fabrikam', referralId: 'x' },
      to: { organization: 'contoso', referralId: 'r3' },
      seq: 2,
      view: { ...view, reminded: MONDAY },
    };
    await command(app, 'contoso', 'r3', { type: 'engagement.receive', message });
    await app.settled();
    for (const name of ['anna', 'bo']) {
      assert.deepEqual(
        told(app, name, 'news').map(({ despite, news }) => [despite, news[0]?.kind]),
        [[true, 'reminded']],
      );
    }
  });

  it('when it is unmuted, then what still waits for an answer comes', async () => {
    await mute(app, 'anna');
    await arrives();
    assert.deepEqual(cards().anna, []);
    await unmute(app, 'anna');
    assert.deepEqual(cards().anna, ['card received']);
    await unmute(app, 'anna');
    assert.deepEqual(cards().anna, ['card received'], 'twice is once');
  });
});
