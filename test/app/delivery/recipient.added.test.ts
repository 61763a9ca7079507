import assert from 'node:assert/strict';
import type { PersonRecord } from '#app/contact/contactRecord.ts';
import { UnavailableError } from '#ports/errors.ts';
import { type App, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import {
  accept,
  admin,
  chatOf,
  contactOf,
  install,
  installChannel,
  members,
  noticeOf,
  shownIn,
  teammate,
  user,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('recipient.added', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    await members(app, admin('anna'), user('uma'));
  });
  afterEach(() => app.close());
  const arrive = (id: string, changes: object = {}) =>
    app.receive({ ...inbound({ team: [teammate('uma')] }, new Date(MONDAY)), id, ...changes });

  it('given undecided and decided referrals, when somebody installs, then what is undecided and theirs comes, once (CR-51)', async () => {
    await arrive('r1');
    await arrive('r2');
    await arrive('r3', { team: [] });
    await arrive('r4', { direction: 'Outgoing' });
    await accept(app, 'r2');
    await app.settled();
    await install(app, 'uma');
    await app.settled();
    await install(app, 'uma');
    await app.settled();
    assert.deepEqual(shownIn(app, chatOf('uma')), ['card received']);
    assert.equal((await noticeOf(app, 'r1', contactOf('uma')))?.why, 'team');
  });

  it('given several undecided ones, when a team installs, then all of them come to its channel', async () => {
    for (const id of ['r1', 'r2', 'r3']) await arrive(id);
    await app.settled();
    await installChannel(app, 'sales');
    await app.settled();
    const ids = app.messenger.in('sales').map(({ content }) => 'referral' in content && content.referral.id);
    assert.deepEqual(ids.toSorted(), ['r1', 'r2', 'r3']);
  });

  it('given somebody who removes the bot, then new cards do not come; on return the undecided do (CR-51)', async () => {
    await install(app, 'uma');
    await arrive('r1');
    await app.settled();
    await install(app, 'uma', { installed: false });
    await arrive('r2');
    await app.settled();
    assert.equal(app.messenger.in(chatOf('uma')).length, 1);
    await install(app, 'uma');
    await app.settled();
    assert.deepEqual(shownIn(app, chatOf('uma')), ['card received', 'card received']);
  });

  it('given a decision while the bot was away, when it is back, then the old card is set right', async () => {
    await install(app, 'uma');
    await arrive('r1');
    await app.settled();
    await install(app, 'uma', { installed: false });
    await accept(app, 'r1');
    await app.settled();
    assert.deepEqual(shownIn(app, chatOf('uma')), ['card received']);
    await install(app, 'uma');
    await app.settled();
    assert.deepEqual(shownIn(app, chatOf('uma')), ['card accepted']);
  });

  it('given a failure while it is noted that a card was missed, then it is noted after all', async () => {
    await app.close();
    let failures = 1;
    app = startApp({
      wrap: (inner) => ({
        ...inner,
        async replace(draft, etag) {
          const { missed } = draft.body as PersonRecord;
          if (missed?.length && failures-- > 0) throw new UnavailableError('away');
          return inner.replace(draft, etag);
        },
      }),
    });
    await members(app, user('uma'));
    await install(app, 'uma');
    await arrive('r1');
    await app.settled();
    await install(app, 'uma', { installed: false });
    await accept(app, 'r1');
    await app.settled();
    app.clock.advance(10_000);
    await app.settled();
    await install(app, 'uma');
    await app.settled();
    assert.deepEqual(shownIn(app, chatOf('uma')), ['card accepted']);
  });

  for (const outcome of ['blocked', 'gone', 'failed'] as const) {
    it(`given a card that ended ${outcome}, when the bot is removed and added again, then it comes after all`, async () => {
      await install(app, 'uma');
      app.messenger.answer = () => ({ outcome, reason: 'said so' });
      await arrive('r1');
      await app.settled();
      app.messenger.answer = undefined;
      await install(app, 'uma', { installed: false });
      await install(app, 'uma');
      await app.settled();
      assert.deepEqual(shownIn(app, chatOf('uma')), ['card received']);
    });
  }

  it('given a card that never arrived and a decision since, when the bot is added again, then nothing comes', async () => {
    await install(app, 'uma');
    app.messenger.answer = () => ({ outcome: 'blocked', reason: 'said so' });
    await arrive('r1');
    await app.settled();
    await accept(app, 'r1');
    app.messenger.answer = undefined;
    await install(app, 'uma', { installed: false });
    await install(app, 'uma');
    await app.settled();
    assert.deepEqual(shownIn(app, chatOf('uma')), []);
  });

  it('given somebody who removes the bot before anything was brought, then nothing is prepared for them', async () => {
    await arrive('r1');
    await app.settled();
    await app.worker.stop();
    await install(app, 'uma');
    await install(app, 'uma', { installed: false });
    const next = app.anotherWorker('next');
    next.start();
    await app.settled();
    await next.stop();
    assert.equal(await noticeOf(app, 'r1', contactOf('uma')), undefined);
  });

  it('given a failure while the missed cards are made up, then none of them is forgotten', async () => {
    await app.close();
    let away = false;
    app = startApp({
      wrap: (inner) => ({
        ...inner,
        async list(query) {
          if (away && query.kind === 'referral') throw new Error('away');
          return inner.list(query);
        },
        async read(partition, id) {
          if (away && id.startsWith('referral-card:')) throw new Error('away');
          return inner.read(partition, id);
        },
      }),
    });
    await members(app, user('uma'));
    await install(app, 'uma');
    await arrive('r1');
    await app.settled();
    await install(app, 'uma', { installed: false });
    await accept(app, 'r1');
    await app.settled();
    away = true;
    await install(app, 'uma');
    await app.settled();
    away = false;
    app.clock.advance(1_000);
    await app.settled();
    assert.deepEqual(shownIn(app, chatOf('uma')), ['card accepted']);
  });
});
