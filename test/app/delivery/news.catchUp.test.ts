import assert from 'node:assert/strict';
import { personalPartition } from '#app/contact/personal.ts';
import { MUTE_ID } from '#app/news/muteRecord.ts';
import { unmuteNews } from '#app/news/news.unmute.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';
import { command, created, invite } from '#test/support/engagement/engaged.ts';
import { mute, snooze, told, unmute } from '#test/support/news/muting.ts';
import { accept, admin, install, members } from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const entries = { name: 'Our part', value: { amount: 55, currency: 'EUR' }, closeDate: '2027-04-01' };
/** Nine in the morning of Tuesday, in Berlin. */
const TUESDAY = '2026-11-17T08:00:00.000Z';

describe('news.catchUp', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp({ others: { fabrikam: 'Fabrikam', litware: 'Litware' } });
    await members(app, admin('anna'), admin('bo'));
    for (const name of ['anna', 'bo']) await install(app, name);
    await created(app);
    await invite(app, 'fabrikam');
    await invite(app, 'litware');
    await app.settled();
  });
  afterEach(() => app.close());

  const answers = async (organization: string, given: Parameters<typeof command>[3]) => {
    assert.equal(await command(app, organization, `r-${organization}`, given), 'done');
    await app.final();
  };
  const arrives = async (id: string) => {
    await app.receive({ ...inbound({}, app.clock.now()), id });
    await app.settled();
  };
  const at = async (moment: string) => {
    app.clock.set(moment);
    await app.settled();
  };
  const record = async () =>
    (await app.store.read<'silence'>(personalPartition('contoso', 'tenant:anna'), MUTE_ID))?.body;

  it('given a snooze, when it ends, then what was missed comes in one message', async () => {
    await snooze(app, 'anna');
    await answers('fabrikam', { type: 'referral.accept', entries });
    await answers('litware', { type: 'referral.decline', reason: 'budget' });
    await arrives('r1');
    assert.deepEqual([told(app, 'anna', 'news'), told(app, 'anna', 'missed')], [[], []]);
    await at(TUESDAY);
    const [message, ...more] = told(app, 'anna', 'missed');
    assert.deepEqual(more, []);
    assert.deepEqual(
      message?.deals.map(({ referral, news, waits }) => [referral.id, news.length, waits]),
      [
        ['deal-1', 2, false],
        ['r1', 0, true],
      ],
    );
    assert.deepEqual((await record())?.missed, []);
  });

  it('given news that were overtaken and a referral that is decided, then only what is still true comes', async () => {
    await snooze(app, 'anna');
    await answers('fabrikam', { type: 'referral.accept', entries });
    await answers('fabrikam', { type: 'deal.win' });
    await arrives('r1');
    await accept(app, 'r1');
    await app.settled();
    await at(TUESDAY);
    const deals = told(app, 'anna', 'missed')[0]?.deals ?? [];
    // She is in no team of the referral, so of what is accepted she has nothing to hear but that it is there.
    const kinds = deals.find(({ referral }) => referral.id === 'deal-1')?.news.map(({ kind }) => kind);
    assert.deepEqual(kinds, ['end']);
    assert.ok(deals.every(({ waits }) => !waits));
  });

  it('given nothing that was missed, then nothing is said', async () => {
    await snooze(app, 'anna');
    await at(TUESDAY);
    assert.deepEqual(told(app, 'anna', 'missed'), []);
    assert.deepEqual((await record())?.silences, { deals: [] });
    await answers('fabrikam', { type: 'referral.accept', entries });
    assert.equal(told(app, 'anna', 'news').length, 1);
  });

  it('given that it is unmuted before, then what was missed comes at once', async () => {
    await snooze(app, 'anna');
    await answers('fabrikam', { type: 'referral.accept', entries });
    await arrives('r1');
    await unmute(app, 'anna');
    assert.equal(told(app, 'anna', 'missed')[0]?.deals.length, 2);
    assert.deepEqual(
      told(app, 'anna', 'referral-card').filter(({ referral }) => referral.id === 'r1'),
      [],
    );
    await at(TUESDAY);
    assert.equal(told(app, 'anna', 'missed').length, 1);
  });

  it('given a snooze of the deal within a longer one of everything, then it waits for the longer', async () => {
    await snooze(app, 'anna', { referralId: 'deal-1' }, 1);
    await snooze(app, 'anna', 'all', 2);
    await answers('fabrikam', { type: 'referral.accept', entries });
    await at(TUESDAY);
    assert.deepEqual(told(app, 'anna', 'missed'), []);
    await at('2026-11-18T08:00:00.000Z');
    assert.equal(told(app, 'anna', 'missed').length, 1);
  });

  it('given a snooze that becomes a mute, then what was missed is not told', async () => {
    await snooze(app, 'anna');
    await answers('fabrikam', { type: 'referral.accept', entries });
    await mute(app, 'anna');
    await at(TUESDAY);
    await unmute(app, 'anna');
    assert.deepEqual(told(app, 'anna', 'missed'), []);
  });

  it('given Teams that is away when the snooze ends, then it is tried again, and comes once', async () => {
    await snooze(app, 'anna');
    await answers('fabrikam', { type: 'referral.accept', entries });
    app.messenger.answer = ({ content }) =>
      content.type === 'missed' ? { outcome: 'later', counts: true, reason: 'away' } : undefined;
    await at(TUESDAY);
    assert.deepEqual(told(app, 'anna', 'missed'), []);
    app.messenger.answer = undefined;
    app.clock.advance(60_000);
    await app.settled();
    assert.equal(told(app, 'anna', 'missed').length, 1);
  });

  it('given another snooze, and more that it holds back, before the message could be sent, then nothing of it is lost', async () => {
    await snooze(app, 'anna', { referralId: 'deal-1' });
    await answers('fabrikam', { type: 'referral.accept', entries });
    app.messenger.answer = ({ content }) =>
      content.type === 'missed'
        ? { outcome: 'later', after: 60_000, counts: true, reason: 'away' }
        : undefined;
    await at(TUESDAY);
    app.messenger.answer = undefined;
    await arrives('r1');
    await snooze(app, 'anna', { referralId: 'r1' });
    app.clock.advance(60_000);
    await app.settled();
    const ids = told(app, 'anna', 'missed').map(({ deals }) => deals.map(({ referral }) => referral.id));
    assert.deepEqual(ids, [['deal-1']]);
  });

  it('given that it is unmuted while the message of another deal is on its way, then that comes next', async () => {
    await snooze(app, 'anna', { referralId: 'deal-1' });
    await snooze(app, 'anna', { referralId: 'r1' }, 3);
    await arrives('r1');
    await answers('fabrikam', { type: 'referral.accept', entries });
    let pressed = false;
    app.messenger.answer = async ({ content }) => {
      if (content.type !== 'missed' || pressed) return undefined;
      pressed = true;
      await unmuteNews(app.deps, {
        organization: 'contoso',
        personId: 'tenant:anna',
        what: { referralId: 'r1' },
      });
      return undefined;
    };
    await at(TUESDAY);
    const ids = told(app, 'anna', 'missed').map(({ deals }) => deals.map(({ referral }) => referral.id));
    assert.deepEqual(ids, [['deal-1'], ['r1']]);
  });

  it('given somebody who may not see the deal any more, then nothing is told of it', async () => {
    await snooze(app, 'anna');
    await answers('fabrikam', { type: 'referral.accept', entries });
    const anna = await app.store.read('contoso', 'member:anna@contoso.example');
    assert.ok(anna);
    await app.store.remove('contoso', 'member:anna@contoso.example', anna.etag);
    await at(TUESDAY);
    assert.deepEqual(told(app, 'anna', 'missed'), []);
  });

  it('given two workers, then the message comes once', async () => {
    await snooze(app, 'anna');
    await answers('fabrikam', { type: 'referral.accept', entries });
    const other = app.anotherWorker('other');
    other.start();
    await at(TUESDAY);
    await other.stop();
    assert.equal(told(app, 'anna', 'missed').length, 1);
  });
});
