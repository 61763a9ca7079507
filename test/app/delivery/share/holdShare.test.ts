import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { type HeldShare, holdShare } from '#app/delivery/share/holdShare.ts';
import { BASE, BASE_TERM, fairShares, sharePlace, TERM } from '#app/delivery/share/shareRecord.ts';
import { createLimits } from '#bot/teams/sending/limits/limits.ts';
import { NotNow } from '#bot/teams/sending/limits/place.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { virtualTime } from '#test/support/app/virtualTime.ts';
import { mostWithin } from '#test/support/delivery/callers.ts';
import { breakable } from '#test/support/store/breakableStore.ts';
import { counting } from '#test/support/store/countingStore.ts';

const TOTAL = 50;
const WITHIN = 1_025;

/** Processes on one store, each with a clock of its own, whose calls to Teams are written down when they leave. */
function processes(count: number) {
  const time = virtualTime();
  const store = breakable(openSqliteStore({ file: ':memory:' }));
  const left: { process: number; at: number }[] = [];
  const all = Array.from({ length: count }, (_, number) => {
    const ticking = { now: () => time.now() + number * 1_000_000, pause: time.pause };
    const counted = counting(store);
    let share: HeldShare | undefined;
    const limits = createLimits({
      ticking,
      shareOf(tenantId, onChange) {
        share = holdShare({
          ...{
            ...ticking,
            store: counted as DocumentStore,
            within: WITHIN,
            total: TOTAL,
            tenantId,
            onChange,
          },
          owner: `process ${number}`,
          organization: 'contoso',
          onError: () => undefined,
        });
        return share;
      },
    });
    let dead = false;
    let calls = 0;
    return {
      requests: counted.calls,
      share: () => share,
      die() {
        dead = true;
      },
      /** Makes so many calls, each to a conversation of its own; resolves when they have left. */
      async call(many: number, urgent = false) {
        const one = async () => {
          const chat = `${number} ${calls++}`;
          const place = limits.enter({
            ...{ tenantId: 'tenant', conversationId: chat, serviceUrl: 'https://teams/' },
            still: () => !dead,
            urgent,
          });
          if (place instanceof NotNow) throw place;
          await place.turn().then(
            () => void left.push({ process: number, at: time.now() }),
            () => undefined,
          );
          await time.pause(100);
          place.leave({ kind: 'answered' });
        };
        await Promise.all(Array.from({ length: many }, one));
      },
    };
  });
  const moments = (from = 0, to = Number.POSITIVE_INFINITY) =>
    left.map(({ at }) => at).filter((at) => at >= from && at < to);
  return { time, store, left, all, moments };
}

describe('A share of the calls that Teams takes', () => {
  it('given random load on several processes, some of which die, and a store that is away now and then, then no second has more than fifty of all together', async () => {
    const load = fc.record({
      process: fc.nat(3),
      calls: fc.oneof(fc.nat(6), fc.nat(150)),
      pause: fc.oneof(fc.nat(300), fc.nat(8_000)),
      after: fc.oneof(
        { weight: 8, arbitrary: fc.constant('nothing') },
        { weight: 1, arbitrary: fc.constant('dies') },
        { weight: 1, arbitrary: fc.constant('away') },
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(load, { minLength: 4, maxLength: 14 }), async (steps) => {
        const { time, store, all, moments } = processes(4);
        const calls: Promise<void>[] = [];
        for (const { process, calls: many, pause, after } of steps) {
          calls.push(all[process]?.call(many) ?? Promise.resolve());
          await time.pause(pause);
          if (after === 'dies' && process > 0) all[process]?.die();
          store.fails = after === 'away' ? () => true : undefined;
        }
        store.fails = undefined;
        await Promise.all(calls);
        assert.ok(mostWithin(moments(), 1_000) <= TOTAL, `${mostWithin(moments(), 1_000)} in a second`);
      }),
      { numRuns: 30 },
    );
  });

  it('given four processes with much to send, then together they use at least 90 % of fifty a second, each about as much', async () => {
    const { time, left, all, moments } = processes(4);
    const calls = all.map((one) => one.call(700));
    await time.pause(40_000);
    const used = moments(10_000, 40_000).length / 30;
    assert.ok(used >= 45, `${used} a second`);
    assert.ok(mostWithin(moments(), 1_000) <= TOTAL);
    for (const number of all.keys()) {
      const own =
        left.filter(({ process, at }) => process === number && at >= 10_000 && at < 40_000).length / 30;
      assert.ok(own > 9 && own < 16, `${own}`);
    }
    await Promise.all(calls);
  });

  it('given one process with much to send, then it uses 97 % of fifty a second', async () => {
    const { time, all, moments } = processes(1);
    const calls = all[0]?.call(1_000);
    await time.pause(15_000);
    const used = moments(2_000, 14_000).length / 12;
    assert.ok(used >= 48.5, `${used} a second`);
    await calls;
  });

  it('given a process that dies, then the others have its part after its term', async () => {
    const { time, all, moments } = processes(2);
    const calls = all.map((one) => one.call(1_500));
    await time.pause(10_000);
    all[1]?.die();
    await time.pause(TERM + 5_000);
    const at = time.now();
    await time.pause(5_000);
    assert.ok(moments(at, at + 5_000).length / 5 >= TOTAL - BASE - 2);
    await Promise.all(calls);
  });

  it('given a process that sends little, then it asks the store once, and for nothing more in a minute', async () => {
    const { time, all } = processes(1);
    for (let second = 0; second < 60; second++) {
      await all[0]?.call(2);
      await time.pause(900);
    }
    assert.deepEqual(all[0]?.requests, ['read contoso/sending share:tenant', 'create share']);
  });

  it('given a process that sends little, when another one has much to send, then that one gets all but a few', async () => {
    const { time, all, moments } = processes(2);
    await all[0]?.call(1);
    const calls = all[1]?.call(900);
    await time.pause(12_000);
    const used = moments(2_000, 12_000).length / 10;
    assert.ok(used >= TOTAL - BASE - 2, `${used} a second`);
    const before = time.now();
    await all[0]?.call(1);
    assert.ok(time.now() - before <= 200, 'and the other one does not wait');
    await calls;
  });

  it('given the store is away, then its part goes on for its term, and after that only what somebody waits for, one a second', async () => {
    const { time, store, all, moments } = processes(1);
    const calls = all[0]?.call(900);
    await time.pause(3_000);
    store.fails = () => true;
    await time.pause(BASE_TERM + 10_000);
    const at = time.now();
    await time.pause(10_000);
    assert.equal(moments(at, at + 10_000).length, 0);
    const urgent = all[0]?.call(10, true);
    await time.pause(6_000);
    const few = moments(at + 10_000, at + 16_000).length;
    assert.ok(few >= 5 && few <= 7, `${few} in six seconds`);
    store.fails = undefined;
    await Promise.all([calls, urgent]);
  });

  it('given a process that ends, then it has given its part back, and makes no call any more', async () => {
    const { all, store } = processes(1);
    await all[0]?.call(20);
    await all[0]?.share()?.giveBack();
    assert.equal(all[0]?.share()?.calls(), 0);
    const { partition, id } = sharePlace('contoso', 'tenant');
    assert.deepEqual((await store.read<object>(partition, id))?.body, { holders: {} });
  });

  it('given what each wants, then all is given out, nobody gets more than that, and who wants more gets no less', () => {
    const wanted = fc.dictionary(fc.string({ minLength: 1 }), fc.nat(60), { maxKeys: 9 });
    fc.assert(
      fc.property(wanted, (wants) => {
        const shares = fairShares(wants, TOTAL);
        const sum = Object.values(shares).reduce((all, one) => all + one, 0);
        const needs = Object.values(wants).reduce((all, one) => all + one, 0);
        assert.equal(sum, Math.min(TOTAL, needs));
        for (const [one, share] of Object.entries(shares)) {
          assert.ok(share <= (wants[one] ?? 0));
          for (const [other, more] of Object.entries(wants)) {
            if (more > (wants[one] ?? 0)) assert.ok((shares[other] ?? 0) >= share);
          }
        }
      }),
    );
  });
});
