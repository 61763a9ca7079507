import assert from 'node:assert/strict';
import { readReferralRecord } from '#app/referral/referral.read.ts';
import { sendReferral } from '#app/sync/sending/referral.send.ts';
import type { Switches } from '#bot/demo/standIn/switches.ts';
import { type Connected, startConnected } from '#test/support/sync/connected.ts';
import { decideHere } from '#test/support/sync/settling.ts';

const MINUTE = 60_000;
const withHelp = {
  assistance: 'GeneralOrOther',
  microsoftInvitedAt: '2026-11-16T09:00:00.000Z',
  consent: true,
};

describe('referral.send: a new deal is created in Partner Center', () => {
  let one: Connected;
  const start = (switches: Partial<Switches> = {}) => {
    one = startConnected({ core: { switches } });
  };
  afterEach(() => one.app.close());
  const create = async (changes: Parameters<Connected['create']>[0] = {}) => {
    await one.create(changes);
    await one.app.settled();
  };
  const own = () => one.core.state.list().filter(({ organizationId }) => organizationId !== 'msft');
  const copies = () => one.core.state.list().filter(({ organizationId }) => organizationId === 'msft');
  const posts = () => one.asked().filter((request) => request.startsWith('POST'));
  const later = async (minutes: number) => {
    for (let passed = 0; passed < minutes; passed++) {
      one.app.clock.advance(MINUTE);
      await one.app.settled();
    }
  };

  for (const switches of [{}, { createdStatus: 200, bornAs: 'asked', ownDirection: 'Incoming' }] as const) {
    it(`given a private deal and ${JSON.stringify(switches)}, then it is there as it is here, and each id leads to it (8, 12, 13)`, async () => {
      start(switches);
      await create();
      const [there] = own();
      const referral = await one.here('d1');
      assert.deepEqual([referral.partnerCenterId, referral.engagementId], [there?.id, there?.engagementId]);
      assert.deepEqual([there?.status, there?.substatus, await one.open('d1')], ['Active', 'Accepted', []]);
      const theirs = { organization: 'contoso', referralId: String(there?.id) };
      assert.equal((await readReferralRecord(one.app.deps, theirs))?.referral.id, 'd1');
      one.core.state.change(String(there?.id), (deal) => Object.assign(deal, { campaignId: 'C-1' }));
      await one.polled(String(there?.id));
      assert.equal((await one.here('d1')).campaignId, 'C-1');
      const all = await one.app.store.count({ partition: 'contoso', kind: 'referral', limit: 9 });
      assert.equal(all.count, 1);
    });
  }

  it('given the first answer is lost, then it is found in the lists and not created twice (16)', async () => {
    start();
    one.core.faults.failNext({ how: 'drop-after', method: 'POST' });
    await create(withHelp);
    await later(2);
    assert.deepEqual([own().length, copies().length, await one.open('d1')], [1, 1, []]);
    assert.deepEqual(posts(), ['POST 0', 'POST 201']);
  });

  it('given the first answer is lost and lists are late, then it is looked for until it is there (10)', async () => {
    start({ newInLists: 'late' });
    one.core.faults.listDelay(10 * MINUTE);
    one.core.faults.failNext({ how: 'drop-after', method: 'POST' });
    await create();
    await later(5);
    assert.deepEqual(await one.open('d1'), ['deal']);
    await later(8);
    assert.deepEqual([own().length, await one.open('d1'), posts()], [1, [], ['POST 0']]);
  });

  it('given the first request never arrived, then it is created once lists would show it, under the same request id', async () => {
    start();
    one.core.faults.failNext({ how: 'drop-before', method: 'POST' });
    await create();
    await later(13);
    assert.deepEqual([own().length, posts()], [0, ['POST 0']]);
    await later(4);
    assert.deepEqual([own().length, await one.open('d1')], [1, []]);
    const ids = one.core.requests
      .filter(({ method }) => method === 'POST')
      .map(({ headers }) => headers['ms-requestid']);
    assert.deepEqual([ids.length, new Set(ids).size], [2, 1]);
  });

  it('given it was throttled, then it was certainly not created, and nobody waits for lists', async () => {
    start();
    one.core.faults.throttle(1, 2);
    await create();
    await later(1);
    assert.deepEqual([own().length, await one.open('d1')], [1, []]);
  });

  it('given it was edited after an attempt of which nobody answered, then it is found as it was sent, and the edit follows', async () => {
    start();
    one.core.faults.failNext({ how: 'drop-after', method: 'POST' });
    await create();
    await one.edit({ name: { from: 'Fabrikam analytics', to: 'Renamed' } }, 'd1');
    await later(2);
    assert.deepEqual([own().map(({ name }) => name), await one.open('d1')], [['Renamed'], []]);
  });

  it('given Partner Center refuses the deal, then it is said, nothing else is sent, and mended it goes (18)', async () => {
    start({ locationWhenNone: 'refused' });
    await create({ ...withHelp, location: undefined });
    assert.deepEqual(await one.open('d1'), ['deal refused:missingproperty', 'microsoft']);
    assert.deepEqual(posts(), ['POST 400']);
    one.core.switches.locationWhenNone = 'first';
    await decideHere(one, { type: 'sync.retry' }, 'd1');
    await one.app.settled();
    assert.deepEqual([own().length, copies().length, await one.open('d1')], [1, 1, []]);
  });

  it('given its first delivery comes before the answer, then it is that deal’s and not a second record', async () => {
    start();
    one.core.faults.failNext({ how: 'drop-after', method: 'POST' });
    await create();
    await one.polled(String(own()[0]?.id));
    await one.app.settled();
    assert.equal((await one.here('d1')).partnerCenterId, own()[0]?.id);
    assert.deepEqual(
      [
        await one.open('d1'),
        (await readReferralRecord(one.app.deps, { organization: 'contoso', referralId: 'd1' }))?.creating,
      ],
      [[], undefined],
    );
  });

  it('given another process took the deal over right before, then this one asks for nothing', async () => {
    start();
    one.connection.mode = 'read';
    await create();
    const { deps, organization } = one.app;
    await assert.rejects(
      sendReferral(deps, organization, 'd1', () => false),
      { code: 'taken-over' },
    );
    assert.deepEqual([own(), posts()], [[], []]);
  });
});
