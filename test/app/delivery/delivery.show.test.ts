import assert from 'node:assert/strict';
import { countTroubles, pageOfTroubles } from '#app/delivery/delivery.show.ts';
import { noticeDocumentId, noticePartition } from '#app/notice/noticeRecord.ts';
import type { Delivery } from '#ports/messenger.ts';
import { type App, TENANT } from '#test/support/app/runningApp.ts';
import { ANNA, later, withAnna } from '#test/support/delivery/annasCard.ts';
import { accept, install } from '#test/support/organization/colleagues.ts';

const ANNAS_CARD = noticeDocumentId('referral-card', `person:${TENANT}:anna`);

describe('delivery.show: what did not arrive', () => {
  let app: App;
  const { arrive, notice } = withAnna((started) => {
    app = started;
  });
  const listed = async () => (await pageOfTroubles(app.deps, 'contoso')).troubles;
  const moreThanADay = async () => {
    for (let attempt = 0; attempt < 310; attempt++) {
      await app.settled();
      app.clock.advance(300_000);
    }
  };
  const only = (to: string, delivery: Delivery) => {
    app.messenger.answer = ({ to: { conversationId } }) => (conversationId === to ? delivery : undefined);
  };

  for (const [outcome, why] of [
    ['blocked', 'blocked'],
    ['gone', 'gone'],
    ['failed', 'refused'],
  ] as const) {
    it(`given a card that ends ${outcome}, then it is listed: to whom, of which deal, and why`, async () => {
      only(ANNA, { outcome, reason: 'said so' });
      await arrive();
      await app.settled();
      const { record, deal, name } = (await listed()).find((one) => one.record.what === 'message') ?? {};
      assert.deepEqual(record, {
        what: 'message',
        at: app.clock.instant,
        type: 'referral-card',
        referralId: 'r1',
        contactId: `person:${TENANT}:anna`,
        why,
        reason: 'said so',
      });
      assert.deepEqual([deal?.id, name], ['r1', 'anna']);
    });
  }

  it('given an admin looks while the end of a sending is being written down, then it is listed from then on', async () => {
    only(ANNA, { outcome: 'blocked', reason: 'said so' });
    await arrive();
    await app.settled();
    const { store } = app.deps;
    const read = () => store.read<'notice'>(noticePartition('contoso', 'r1'), ANNAS_CARD);
    const ended = (await read()) ?? assert.fail();
    const lease = { owner: 'somebody', until: app.clock.instant };
    const underWay = { ...ended.body, delivery: { state: 'waiting' as const, attempts: 0 } };
    await store.replace({ ...ended, kind: 'notice', lease, dueAt: lease.until, body: underWay }, ended.etag);
    assert.ok((await listed()).every(({ record }) => record.what !== 'message'));
    const { etag = '' } = (await read()) ?? {};
    await store.replace({ ...ended, kind: 'notice' }, etag);
    assert.ok((await listed()).some(({ record }) => record.what === 'message'));
  });

  it('given nobody is left who could be told of a referral, then that is listed as well, and no longer once it is decided', async () => {
    only(ANNA, { outcome: 'blocked', reason: 'said so' });
    await arrive();
    await app.settled();
    assert.deepEqual((await listed()).map(({ record }) => record.what).sort(), ['message', 'nobody']);
    await accept(app, 'r1');
    await app.final();
    assert.deepEqual(
      (await listed()).map(({ record }) => record.what),
      ['message'],
    );
  });

  it('given nothing to say any more, a mute, or a card whose reader removed the bot, then nothing is listed', async () => {
    await arrive();
    await app.settled();
    await install(app, 'anna', { installed: false });
    await accept(app, 'r1');
    await app.final();
    assert.deepEqual(await listed(), []);
  });

  it('given a card that can’t be posted for more than a day, then it is listed although it is still tried, and once only', async () => {
    app.messenger.answer = () => later();
    await arrive();
    await moreThanADay();
    assert.equal((await notice()).delivery.state, 'waiting');
    assert.deepEqual(
      (await listed()).flatMap(({ record }) => (record.what === 'message' ? [record.why] : [])),
      ['tried'],
    );
    await app.settled();
    app.messenger.answer = undefined;
    app.clock.advance(300_000);
    await app.settled();
    assert.deepEqual(await listed(), []);
  });

  it('given many, then they come in pages, the newest first, and each once', async () => {
    only(ANNA, { outcome: 'failed', reason: 'said so' });
    for (let at = 1; at <= 11; at++) {
      await arrive({ id: `r${at}` });
      await app.settled();
      app.clock.advance(1_000);
    }
    const one = await pageOfTroubles(app.deps, 'contoso');
    const two = await pageOfTroubles(app.deps, 'contoso', one.cursor);
    const three = await pageOfTroubles(app.deps, 'contoso', two.cursor);
    const ids = [...one.troubles, ...two.troubles, ...three.troubles].map(({ id }) => id);
    assert.deepEqual([new Set(ids).size, ids.length, three.cursor], [22, 22, undefined]);
    const moments = [...one.troubles, ...two.troubles].map(({ record }) => record.at);
    assert.deepEqual(moments, moments.toSorted().reverse());
    assert.deepEqual(await countTroubles(app.deps, 'contoso', 5), { count: 5, more: true });
  });
});
