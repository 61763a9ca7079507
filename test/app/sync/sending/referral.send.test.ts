import assert from 'node:assert/strict';
import { type Connected, ID, startConnected } from '#test/support/sync/connected.ts';
import { settleConflict } from '#test/support/sync/settling.ts';

const MINUTE = 60_000;

describe('referral.send: what stands here goes to Partner Center', () => {
  let one: Connected;
  const renamed = (name: string, from = 'Our name') => ({ name: { from, to: name } });
  const accepted = async () => {
    await one.accept();
    await one.app.settled();
    one.asked();
  };
  beforeEach(async () => {
    one = startConnected();
    await one.arrives();
    one.asked();
  });
  afterEach(() => one.app.close());

  it('given an accept with entries, then both sides say the same, with one look and one change (CR-35)', async () => {
    await one.accept();
    await one.app.settled();
    const there = one.there();
    assert.deepEqual([there.status, there.substatus, there.name], ['Active', 'Accepted', 'Our name']);
    assert.deepEqual(await one.open(), []);
    assert.deepEqual(one.asked(), ['GET 200', 'PATCH 200']);
    const waiting = await one.app.store.list({ partition: 'contoso', kind: 'sending', limit: 1 });
    assert.deepEqual(waiting.documents, []);
  });

  it('given somebody changes another field there in between, then it is read again and both changes stay', async () => {
    await accepted();
    await one.edit(renamed('Renamed'));
    let clashes = 1;
    one.way.there = ({ method }) => {
      if (method === 'PATCH' && clashes-- > 0)
        one.core.state.change(ID, (deal) => Object.assign(deal, { campaignId: 'C-1' }));
      return undefined;
    };
    await one.app.settled();
    assert.deepEqual([one.there().name, one.there().campaignId], ['Renamed', 'C-1']);
    assert.equal((await one.here()).campaignId, 'C-1');
    assert.deepEqual(one.asked(), ['GET 200', 'PATCH 412', 'GET 200', 'PATCH 200']);
  });

  it('given somebody there is faster each time, then it is tried a few times and then later', async () => {
    await accepted();
    await one.edit(renamed('Renamed'));
    let [busy, turn] = [true, 0];
    one.way.there = ({ method }) => {
      if (method === 'PATCH' && busy)
        one.core.state.change(ID, (deal) => Object.assign(deal, { campaignId: `C-${turn++}` }));
      return undefined;
    };
    await one.app.settled();
    assert.equal(one.asked().filter((request) => request === 'PATCH 412').length, 6);
    busy = false;
    one.app.clock.advance(MINUTE);
    await one.app.settled();
    assert.equal(one.there().name, 'Renamed');
  });

  it('given the same field was changed there, then a person says which counts, and nothing is sent before', async () => {
    await accepted();
    one.core.state.change(ID, (deal) => Object.assign(deal, { name: 'Theirs' }));
    await one.edit(renamed('Renamed'));
    await one.app.settled();
    assert.deepEqual(await one.open(), ['name conflict']);
    assert.deepEqual([one.there().name, (await one.here()).name], ['Theirs', 'Renamed']);
    await settleConflict(one, 'name', 'ours');
    await one.app.settled();
    assert.deepEqual([await one.open(), one.there().name], [[], 'Renamed']);
  });

  it('given a path that can’t be patched, then the rest goes apart, the accept included, and only that one is refused (19)', async () => {
    one.core.switches.patchPaths = 'connector';
    await one.accept();
    await one.app.settled();
    const there = one.there();
    assert.deepEqual([there.status, (there.details as { dealValue: number }).dealValue], ['Active', 5]);
    assert.deepEqual(await one.open(), ['name refused:pathnotsupported']);
    one.asked();
    await one.edit({ crmId: { from: undefined, to: 'CRM-1' } });
    await one.app.settled();
    assert.equal(one.there().externalReferenceId, 'CRM-1');
    assert.deepEqual(await one.open(), ['name refused:pathnotsupported']);
  });

  it('given it is answered with 200 and not taken over, then it is refused as ignored, and not sent for ever', async () => {
    await accepted();
    one.way.there = (request) =>
      request.method === 'PATCH'
        ? { ...request, body: request.body.replace('/name', '/favorite').replace('"Renamed"', 'true') }
        : undefined;
    await one.edit(renamed('Renamed'));
    await one.app.settled();
    assert.deepEqual(await one.open(), ['name refused:ignored']);
    assert.deepEqual(one.asked(), ['GET 200', 'PATCH 200']);
  });

  for (const status of [403, 404] as const) {
    it(`given it is not to be seen there (${status}), then it is refused as missing, and sent once it turns up (9)`, async () => {
      await accepted();
      one.core.faults.failNext({ how: { status }, method: 'GET' });
      await one.edit(renamed('Renamed'));
      await one.app.settled();
      assert.deepEqual(await one.open(), ['name refused:missing']);
      one.core.state.change(ID, (deal) => Object.assign(deal, { campaignId: 'C-1' }));
      await one.polled();
      await one.app.settled();
      assert.deepEqual([await one.open(), one.there().name], [[], 'Renamed']);
    });
  }

  it('given Partner Center is away, then the deal waits, is asked for ever more seldom, and cards go on', async () => {
    await accepted();
    one.core.faults.failNext({ how: 'drop-before', times: 1_000 });
    await one.edit(renamed('Renamed'));
    await one.app.settled();
    assert.deepEqual((await one.app.store.read<'referral'>('contoso', `referral:${ID}`))?.body.outbox, []);
    for (let minutes = 0; minutes < 60; minutes++) {
      one.app.clock.advance(MINUTE);
      await one.app.settled();
    }
    const asked = one.asked().length;
    assert.ok(asked > 10 && asked < 60, `${asked} requests in an hour`);
    assert.deepEqual([await one.open(), one.app.setAside, one.app.errors], [['name'], [], []]);
    one.core.faults.clear();
    one.app.clock.advance(3 * MINUTE);
    await one.app.settled();
    assert.equal(one.there().name, 'Renamed');
  });

  it('given it is throttled, then nothing is asked before the time that it names', async () => {
    await accepted();
    one.core.faults.throttle(1, 90);
    await one.edit(renamed('Renamed'));
    await one.app.settled();
    one.app.clock.advance(89_000);
    await one.app.settled();
    assert.deepEqual(one.asked(), ['GET 429']);
    one.app.clock.advance(1_000);
    await one.app.settled();
    assert.equal(one.there().name, 'Renamed');
  });

  it('given somebody edits again while the answer is on its way, then that is no conflict, and the last word is there', async () => {
    await accepted();
    await one.edit(renamed('First'));
    let again: Promise<void> | undefined;
    one.way.there = ({ method }) => {
      if (method === 'PATCH') again ??= one.edit(renamed('Second', 'First'));
      return undefined;
    };
    await one.app.settled();
    await again;
    await one.app.settled();
    assert.deepEqual([await one.open(), one.there().name], [[], 'Second']);
  });

  it('given an answer that was lost, and another edit here, then what we said ourselves is no change made there', async () => {
    await accepted();
    one.core.faults.failNext({ how: 'drop-after', method: 'PATCH' });
    await one.edit(renamed('First'));
    await one.app.settled();
    assert.equal(one.there().name, 'First');
    await one.edit(renamed('Second', 'First'));
    await one.polled();
    one.app.clock.advance(MINUTE);
    await one.app.settled();
    assert.deepEqual([await one.open(), one.there().name, (await one.here()).name], [[], 'Second', 'Second']);
  });

  it('given it was declined there before the accept came, then it is theirs that counts, and nothing is refused', async () => {
    one.core.state.decide(ID, 'decline');
    await one.accept();
    await one.app.settled();
    const { stage } = await one.here();
    assert.deepEqual(
      [stage, (await one.open()).filter((item) => item.startsWith('decision'))],
      ['closed', []],
    );
    assert.ok(!one.asked().some((request) => request.startsWith('PATCH')));
  });

  it('given it was lost there and won here, then nothing is sent, and a person is told', async () => {
    await accepted();
    one.core.state.decide(ID, 'lost');
    await one.win();
    await one.app.final();
    assert.deepEqual(await one.open(), ['decision refused:closed-there']);
    assert.deepEqual(one.asked(), ['GET 200']);
  });
});
