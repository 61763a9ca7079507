import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { createGivingWay, type GivingWay, inLulls } from '#app/store/givingWay.ts';
import type { StoredDocument } from '#ports/documents.ts';

describe('Giving way to those who wait for an answer', () => {
  let pauses: { milliseconds: number; end(): void }[];
  let way: GivingWay;
  let begun: string[];

  beforeEach(() => {
    pauses = [];
    begun = [];
    const pause = (milliseconds: number) =>
      new Promise<void>((resolve) => pauses.push({ milliseconds, end: resolve }));
    way = createGivingWay({ now: () => new Date(), pause });
  });

  const document = (id: string) => ({ id }) as StoredDocument;
  const { notice } = (() => {
    const handle = async ({ id }: StoredDocument) => void begun.push(id);
    return {
      notice: (id: string) =>
        inLulls({ notice: handle }, way).notice?.(document(id), () => true) ?? Promise.reject(new Error(id)),
    };
  })();
  /** Somebody waits until it is answered. */
  const waits = (): { answer(): void; fail(): void; over: Promise<void> } => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const over = way.whileWaitedFor(() => promise);
    return { answer: resolve, fail: () => reject(new Error('a bug')), over };
  };
  const soon = async () => {
    for (let turns = 0; turns < 5; turns++) await turn();
  };

  it('given nobody who waits, then what is due begins at once', async () => {
    await notice('a');
    assert.deepEqual([begun, pauses.length], [['a'], 0]);
  });

  it('given two who wait, then what is due begins when both are answered, however that went', async () => {
    const [one, other] = [waits(), waits()];
    const working = Promise.all([notice('a'), notice('b')]);
    one.answer();
    await one.over;
    await soon();
    assert.deepEqual(begun, []);
    other.fail();
    await assert.rejects(other.over, /a bug/);
    await working;
    assert.deepEqual(begun, ['a', 'b']);
  });

  it('given somebody who always waits, then what is due begins after a while nevertheless', async () => {
    const one = waits();
    const working = notice('a');
    await soon();
    assert.deepEqual([begun, pauses.map(({ milliseconds }) => milliseconds <= 250)], [[], [true]]);
    pauses[0]?.end();
    await working;
    assert.deepEqual(begun, ['a']);
    one.answer();
    await one.over;
  });

  it('given a handler that fails, then whoever began it hears of it', async () => {
    const failing = inLulls({ notice: () => Promise.reject(new Error('away')) }, way);
    await assert.rejects(failing.notice?.(document('a'), () => true) ?? Promise.resolve(), /away/);
  });
});
