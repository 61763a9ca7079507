import assert from 'node:assert/strict';
import type { StoredDocument } from '#ports/documents.ts';
import { until } from '#test/support/app/runningApp.ts';
import { held, turns, type WorkerBench, workerBench } from '#test/support/store/workerBench.ts';

const TOMORROW = '2026-11-17T09:00:00.000Z';
const TODAY = '2026-11-16T09:00:00.000Z';

describe('Worker: a clock that ran a day ahead', () => {
  let bench: WorkerBench;
  beforeEach(() => {
    bench = workerBench();
  });
  afterEach(() => bench.close());

  it('given a process that died with a lease taken by it, when another one looks by a clock that is right, then it does the work at once', async () => {
    await bench.put('a');
    bench.clock.set(TOMORROW);
    const dead = held();
    const taken: string[] = [];
    bench.start('one', async ({ id }) => {
      taken.push(id);
      await dead.until;
    });
    await until('the first has it', () => taken.length === 1);
    bench.clock.set(TODAY);
    const done: string[] = [];
    const other = bench.start('other', async (claimed: StoredDocument) => {
      await bench.finish(claimed);
      done.push(claimed.id);
    });
    other.wake();
    await until('the other has done it', () => done.length === 1);
    dead.release();
  });

  it('given a process at work when its clock is put back, then what it holds is its own no more, and nothing is sent twice', async () => {
    await bench.put('a');
    bench.clock.set(TOMORROW);
    const rest = held();
    let holding: (() => boolean) | undefined;
    bench.start('one', async (claimed, still) => {
      holding = still;
      await rest.until;
      await bench.finish(claimed);
    });
    await until('it has it', () => holding !== undefined);
    assert.equal(holding?.(), true);
    bench.clock.set(TODAY);
    await turns(5);
    assert.equal(holding?.(), false);
    rest.release();
  });
});
