import assert from 'node:assert/strict';
import type { StoredDocument } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import { MONDAY, until } from '#test/support/app/runningApp.ts';
import { held, turns, type WorkerBench, workerBench } from '#test/support/store/workerBench.ts';

describe('Worker', () => {
  let bench: WorkerBench;
  beforeEach(() => {
    bench = workerBench();
  });
  afterEach(() => bench.close());

  it('given something due, then its handler gets it with a lease of fifteen seconds, and nobody else meanwhile', async () => {
    await bench.put('a');
    const got: StoredDocument[] = [];
    const hold = held();
    const slow = async (claimed: StoredDocument) => {
      got.push(claimed);
      await hold.until;
      await bench.finish(claimed);
    };
    bench.start('one', slow);
    await until('the handler has it', () => got.length > 0);
    bench.start('other', slow).look();
    bench.clock.advance(14_999);
    await turns(50);
    assert.equal(got.length, 1);
    assert.equal(got[0]?.lease?.until, '2026-11-16T09:00:15.000Z');
    assert.match(got[0]?.lease?.owner ?? '', /^one\//);
    hold.release();
  });

  it('given two processes that find many things at once, then each thing is handled once', async () => {
    const done: string[] = [];
    const count = async (claimed: StoredDocument) => {
      done.push(claimed.id);
      await bench.finish(claimed);
    };
    for (let number = 0; number < 100; number++) await bench.put(`task-${number}`);
    bench.start('one', count);
    bench.start('other', count);
    await until('all is done', () => done.length >= 100);
    await turns(50);
    assert.equal(new Set(done).size, 100);
    assert.equal(done.length, 100);
  });

  it('given a process that stood still for longer than its lease, then it knows that the work is not its own any more', async () => {
    await bench.put('a');
    const hold = held();
    const holders: Record<string, () => boolean> = {};
    const asked = (name: string) => async (claimed: StoredDocument, holding: () => boolean) => {
      holders[name] = holding;
      await hold.until;
      await bench.finish(claimed);
    };
    bench.start('one', asked('one'));
    await until('one has it', () => holders.one !== undefined);
    assert.equal(holders.one?.(), true);
    bench.clock.advance(90_000);
    bench.start('other', asked('other')).look();
    await until('the other has it', () => holders.other !== undefined);
    assert.deepEqual([holders.one?.(), holders.other?.()], [false, true]);
    hold.release();
  });

  it('given so much that hangs that there is no room, then after a second what is new begins all the same', async () => {
    const begun: string[] = [];
    const hold = held();
    const organizations = ['contoso', 'fabrikam', 'litware', 'tailspin'];
    for (const partition of organizations) {
      for (let number = 0; number < 16; number++) await bench.put(`hangs-${number}`, { partition });
    }
    const worker = bench.start('one', async (claimed) => {
      begun.push(claimed.id);
      await (claimed.id.startsWith('hangs') ? hold.until : bench.finish(claimed));
    });
    await until('there is no room', () => begun.length >= 64);
    await bench.put('new');
    worker.look();
    await turns(50);
    assert.equal(begun.includes('new'), false);
    bench.clock.advance(1_000);
    await until('the new one begins', () => begun.includes('new'));
    hold.release();
  });

  it('given one organization with more long work than there is room for, when another one has some, then it begins at once', async () => {
    const begun: string[] = [];
    const hold = held();
    for (let number = 0; number < 100; number++) await bench.put(`long-${number}`);
    const worker = bench.start('one', async (claimed) => {
      begun.push(claimed.partition);
      await hold.until;
      await bench.finish(claimed);
    });
    await until('it is busy', () => begun.length >= 32);
    await turns(50);
    assert.equal(begun.length, 32, 'never all that there is room for');
    await bench.put('a', { partition: 'fabrikam' });
    worker.look();
    await until('the other one begins', () => begun.includes('fabrikam'));
    hold.release();
  });

  it('given work that waits for its turn here and says so, then it does not hang, and no more is begun in its place', async () => {
    const begun: (() => boolean)[] = [];
    const hold = held();
    for (let number = 0; number < 40; number++) await bench.put(`waits-${number}`);
    const worker = bench.start('one', async (claimed, holding) => {
      begun.push(holding);
      await hold.until;
      await bench.finish(claimed);
    });
    await until('it is busy', () => begun.length >= 32);
    bench.clock.advance(2_000);
    for (const holding of begun) holding();
    worker.wake();
    await turns(50);
    assert.equal(begun.length, 32);
    hold.release();
  });

  it('given a lease that ran out, then another process takes over', async () => {
    await bench.put('a');
    const got: string[] = [];
    const hold = held();
    const dead = bench.start('dead', async () => {
      got.push('dead');
      await hold.until;
    });
    await until('it is leased', () => got.length > 0);
    // It looks for nothing more, and what it has in hand does not come back while this test lasts.
    const gone = dead.stop();
    const alive = bench.start('alive', async (claimed) => {
      got.push('alive');
      await bench.finish(claimed);
    });
    bench.clock.advance(15_000);
    alive.look();
    await until('it is taken over', () => got.includes('alive'));
    await until('it is done', () => got.length === 2);
    await turns(20);
    assert.equal((await bench.read('a'))?.dueAt, undefined);
    hold.release();
    await gone;
  });

  it('given long work, then its lease is kept until it is done, and never given back to it afterwards', async () => {
    const { setInterval } = globalThis;
    let renew = () => {};
    const noTimer = (callback: () => void) => {
      renew = callback;
      return setInterval(() => {}, 1_000_000).unref();
    };
    globalThis.setInterval = noTimer as unknown as typeof setInterval;
    try {
      await bench.put('a');
      const hold = held();
      let began = false;
      bench.start('one', async () => {
        began = true;
        await hold.until;
        await bench.finish((await bench.read('a')) ?? assert.fail());
      });
      await until('it began', () => began);
      const leasedUntil = async () => (await bench.read('a'))?.lease?.until;
      assert.equal(await leasedUntil(), '2026-11-16T09:00:15.000Z');
      bench.clock.advance(5_000);
      renew();
      await until('it is renewed', async () => (await leasedUntil()) === '2026-11-16T09:00:20.000Z');
      hold.release();
      await until('it is done', async () => (await bench.read('a'))?.dueAt === undefined);
      const done = await bench.read('a');
      renew();
      await turns(20);
      assert.deepEqual(await bench.read('a'), done);
    } finally {
      globalThis.setInterval = setInterval;
    }
  });

  it('given a handler that throws, then that is told and tried again with growing pauses, by anybody', async () => {
    await bench.put('a');
    let attempts = 0;
    const worker = bench.start('one', async (claimed) => {
      attempts++;
      if (attempts <= 2) throw new Error('broken');
      await bench.finish(claimed);
    });
    for (const [attempt, dueAt] of [
      [1, '2026-11-16T09:00:01.000Z'],
      [2, '2026-11-16T09:00:03.000Z'],
    ] as const) {
      await until('it is let go', async () => attempts === attempt && !(await bench.read('a'))?.lease);
      assert.equal((await bench.read('a'))?.dueAt, dueAt);
      bench.clock.set(dueAt);
      worker.look();
    }
    await until('the third attempt', () => attempts === 3);
    assert.deepEqual(bench.errors.map(String), ['Error: broken', 'Error: broken']);
  });

  for (const [what, error, aside] of [
    ['by itself', new Error('broken'), ['a: Error: broken']],
    ['because something is away', new UnavailableError('away'), []],
  ] as const) {
    it(`given a handler that fails twelve times ${what}, then it is ${aside.length > 0 ? 'set aside' : 'still tried'}`, async () => {
      await bench.put('a');
      const given: string[] = [];
      const fail = async () => {
        throw error;
      };
      const onSetAside = ({ id }: StoredDocument, reason: string) => void given.push(`${id}: ${reason}`);
      const worker = bench.start('one', fail, { onSetAside });
      for (let attempt = 1; attempt <= 12; attempt++) {
        await until(
          'it is let go',
          async () => bench.errors.length === attempt && !(await bench.read('a'))?.lease,
        );
        bench.clock.advance(300_000);
        worker.look();
      }
      await turns(20);
      assert.deepEqual(given, aside);
      assert.equal((await bench.read('a'))?.dueAt === undefined, aside.length > 0);
    });
  }

  it('given a store that says when to come back, then it is tried again then', async () => {
    await bench.put('a');
    bench.start('one', async () => {
      throw new UnavailableError('throttled', { retryAfter: 1500 });
    });
    await until('it is let go', () => bench.errors.length > 0);
    await turns(20);
    assert.equal((await bench.read('a'))?.dueAt, '2026-11-16T09:00:01.500Z');
  });

  it('given a handler that wrote before it threw, then what it wrote stays', async () => {
    await bench.put('a');
    bench.start('one', async (claimed) => {
      await bench.store.replace({ ...claimed, body: { step: 1 } }, claimed.etag);
      throw new Error('after the first step');
    });
    await until('it is let go', () => bench.errors.length > 0);
    await turns(20);
    assert.deepEqual((await bench.read('a'))?.body, { step: 1 });
  });

  it('given work under way, when it is stopped, then that is waited for and nothing new is taken', async () => {
    const hold = held();
    const done: string[] = [];
    await bench.put('a');
    let began = false;
    const worker = bench.start('one', async (claimed) => {
      began = true;
      await hold.until;
      await bench.finish(claimed);
      done.push(claimed.id);
    });
    await until('it began', () => began);
    let stopped = false;
    const stopping = worker.stop().then(() => {
      stopped = true;
    });
    await bench.put('b');
    worker.look();
    await turns(50);
    assert.equal(stopped, false);
    hold.release();
    await stopping;
    assert.deepEqual(done, ['a']);
    assert.equal((await bench.read('b'))?.dueAt, MONDAY);
  });
});
