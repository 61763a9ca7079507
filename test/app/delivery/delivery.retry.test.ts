import assert from 'node:assert/strict';
import { retryTrouble } from '#app/delivery/delivery.retry.ts';
import { pageOfTroubles } from '#app/delivery/delivery.show.ts';
import { noteSetAside } from '#app/delivery/troubleNotes.ts';
import type { Delivery } from '#ports/messenger.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';
import { ANNA, withAnna } from '#test/support/delivery/annasCard.ts';
import { admin, install, members, shownIn } from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('delivery: what did not arrive', () => {
  let app: App;
  const { arrive } = withAnna((started) => {
    app = started;
  });
  const listed = async () => (await pageOfTroubles(app.deps, 'contoso')).troubles;
  const only = (to: string, delivery: Delivery) => {
    app.messenger.answer = ({ to: { conversationId } }) => (conversationId === to ? delivery : undefined);
  };

  it('given sent again, then it arrives and is off the list; pressed once more, then it is over', async () => {
    only(ANNA, { outcome: 'failed', reason: '400 BadSyntax' });
    await arrive();
    await app.settled();
    const { id } = (await listed()).find(({ record }) => record.what === 'message') ?? assert.fail();
    app.messenger.answer = undefined;
    assert.equal((await retryTrouble(app.deps, 'contoso', id)).kind, 'trying');
    await app.settled();
    assert.deepEqual(shownIn(app, ANNA), ['card received']);
    assert.equal((await retryTrouble(app.deps, 'contoso', id)).kind, 'over');
    assert.deepEqual(await listed(), []);
  });

  it('given sent again in vain, then it is listed again', async () => {
    only(ANNA, { outcome: 'failed', reason: '400 BadSyntax' });
    await arrive();
    await app.settled();
    const before = (await listed()).length;
    for (const { id } of await listed()) await retryTrouble(app.deps, 'contoso', id);
    await app.settled();
    assert.equal((await listed()).length, before);
  });

  it('given sent again to somebody without the bot, then it stays listed and says so', async () => {
    only(ANNA, { outcome: 'blocked', reason: 'said so' });
    await arrive();
    await app.settled();
    await install(app, 'anna', { installed: false });
    const { id } = (await listed()).find(({ record }) => record.what === 'message') ?? assert.fail();
    assert.equal((await retryTrouble(app.deps, 'contoso', id)).kind, 'not-installed');
    assert.equal(
      (await listed()).some((one) => one.id === id),
      true,
    );
  });
});

describe('delivery: what was set aside', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    await members(app, admin('anna'));
  });
  afterEach(() => app.close());
  const listed = async () => (await pageOfTroubles(app.deps, 'contoso')).troubles;

  it('given an event of a deal that was given up, then it is listed with the deal; tried again, then it is done', async () => {
    await install(app, 'anna');
    await app.settled();
    let broken = true;
    const calendar = app.deps.calendar.toLocal;
    app.deps.calendar.toLocal = (...given) => {
      if (broken) throw new TypeError('out of order');
      return calendar(...given);
    };
    await app.receive({ ...inbound({}, new Date(app.clock.instant)), id: 'r1' });
    for (let attempt = 0; attempt < 14; attempt++) {
      await app.settled();
      app.clock.advance(300_000);
    }
    const work = (await listed()).find(({ record }) => record.what === 'work');
    assert.deepEqual([work?.record.what, work?.deal?.id], ['work', 'r1']);
    assert.match(work?.record.reason ?? '', /out of order/);
    broken = false;
    assert.equal((await retryTrouble(app.deps, 'contoso', work?.id ?? '')).kind, 'trying');
    await app.settled();
    assert.deepEqual(await listed(), []);
    assert.deepEqual(shownIn(app, ANNA), ['card received']);
    app.deps.calendar.toLocal = calendar;
  });

  it('given a document that is gone or due again, then it is no longer listed', async () => {
    const draft = { partition: 'contoso', id: 'x', kind: 'reindex' as const, schema: 1, body: {} as never };
    await app.store.create(draft);
    const document = (await app.store.read<'reindex'>('contoso', 'x')) ?? assert.fail();
    await noteSetAside(app.deps, document, 'TypeError: no');
    assert.equal((await listed()).length, 1);
    await app.store.remove('contoso', 'x', document.etag);
    assert.deepEqual(await listed(), []);
  });
});
