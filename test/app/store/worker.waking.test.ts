import assert from 'node:assert/strict';
import type { AnyDocumentStore } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import { until } from '#test/support/app/runningApp.ts';
import { held, turns, type WorkerBench, workerBench } from '#test/support/store/workerBench.ts';

describe('Worker: when it looks', () => {
  let bench: WorkerBench;
  beforeEach(() => {
    bench = workerBench();
  });
  afterEach(() => bench.close());

  it('given nothing to do, when it is told to look, then it does at once; else fifteen seconds after it did last', async () => {
    const done: string[] = [];
    const worker = bench.start('one', async (claimed) => {
      done.push(claimed.id);
      await bench.finish(claimed);
    });
    await turns(20);
    await bench.put('told');
    await turns(20);
    assert.equal(done.length, 0, 'nobody told it');
    worker.look();
    await until('it was told', () => done.includes('told'));
    await turns(20);
    await bench.put('later');
    await turns(20);
    assert.equal(done.length, 1);
    bench.clock.advance(15_000);
    await until('it looked again', () => done.includes('later'));
  });

  it('given something that falls due later, then it is not touched before', async () => {
    await bench.put('later', { dueAt: '2026-11-16T09:00:05.000Z' });
    const done: string[] = [];
    const worker = bench.start('one', async (claimed) => {
      done.push(bench.clock.instant);
      await bench.finish(claimed);
    });
    bench.clock.advance(4_999);
    worker.look();
    await turns(20);
    assert.equal(done.length, 0);
    bench.clock.advance(1);
    worker.look();
    await until('it is due', () => done.length === 1);
  });

  it('given much to do, then at most 64 are under way and all get done', async () => {
    let [running, most, done] = [0, 0, 0];
    for (let number = 0; number < 40; number++)
      for (const partition of ['a', 'b', 'c']) await bench.put(`task-${number}`, { partition });
    bench.start('one', async (claimed) => {
      most = Math.max(most, ++running);
      await turns(3);
      await bench.finish(claimed);
      running--;
      done++;
    });
    await until('all is done', () => done === 120);
    assert.ok(most > 1 && most <= 64, String(most));
  });

  it('given a kind that it does not know, then that is left alone and keeps it from nothing', async () => {
    let polls = 0;
    await bench.put('from a newer version', { kind: 'future' });
    const before = await bench.read('from a newer version');
    bench.start('one', bench.finish, { onPoll: () => polls++ });
    await turns(200);
    assert.deepEqual(await bench.read('from a newer version'), before);
    assert.equal(polls, 1, 'it looks again at the next poll, not at once');
  });

  it('given a store that is away, then that is told and it looks again at the next poll', async () => {
    let away = true;
    let done = 0;
    const flaky: AnyDocumentStore = {
      ...bench.store,
      due: async (now, limits) => {
        if (away) throw new UnavailableError('away');
        return bench.store.due(now, limits);
      },
    };
    await bench.put('a');
    bench.start(
      'one',
      async (claimed) => {
        await bench.finish(claimed);
        done++;
      },
      { store: flaky },
    );
    await until('it is told', () => bench.errors.length > 0);
    away = false;
    bench.clock.advance(5_000);
    await until('it is done', () => done === 1);
    assert.equal(bench.errors.length, 1);
  });

  it('given a look at the store under way, when it is stopped, then nothing of what that finds is begun or kept from others', async () => {
    const hold = held();
    const slow: AnyDocumentStore = {
      ...bench.store,
      due: async (now, limits) => {
        await hold.until;
        return bench.store.due(now, limits);
      },
    };
    await bench.put('a');
    const worker = bench.start('one', async () => assert.fail(), { store: slow });
    const stopping = worker.stop();
    hold.release();
    await stopping;
    assert.equal((await bench.read('a'))?.lease, undefined);
  });

  it('given nothing that is due, then it looks four times a minute', async () => {
    let looks = 0;
    bench.start('one', bench.finish, { onPoll: () => looks++ });
    await until('it looked', () => looks === 1);
    for (let second = 0; second < 60; second++) {
      bench.clock.advance(1_000);
      await turns(3);
    }
    assert.equal(looks, 1 + 4);
  });

  for (const later of [0, 1_000, 7_500, 14_000, 14_999]) {
    it(`given a process that takes something up ${later} ms after another one looked, and dies, then that one has it within fifteen seconds`, async () => {
      const hold = held();
      let taken = '';
      let looks = 0;
      const onPoll = () => looks++;
      bench.start(
        'alive',
        async (claimed) => {
          await bench.finish(claimed);
          taken = bench.clock.instant;
        },
        {
          onPoll,
        },
      );
      await until('it looked', () => looks === 1);
      bench.clock.advance(later);
      await turns(10);
      const died = bench.clock.now().getTime();
      let begun = false;
      const dead = bench.start('dead', async () => {
        begun = true;
        await hold.until;
      });
      await bench.put('a', { dueAt: bench.clock.instant });
      dead.look();
      await until('it has begun', () => begun);
      const gone = dead.stop();
      for (let second = 0; second < 15; second++) {
        bench.clock.advance(1_000);
        await turns(20);
      }
      await until('it is taken over', () => taken !== '');
      assert.ok(Date.parse(taken) - died <= 15_000, taken);
      hold.release();
      await gone;
    });
  }
});
