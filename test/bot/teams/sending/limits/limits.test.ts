import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Answer, callers, mostWithin, spread } from '#test/support/delivery/callers.ts';

const conversationWindows = [
  [7, 1_000],
  [8, 2_000],
  [60, 30_000],
  [1_800, 3_600_000],
] as const;
const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);

describe('The limits of calls to Teams', () => {
  it('given calls to many conversations at any time, and a process that stands still now and then, then no second has more than fifty', async () => {
    const gaps = fc.array(fc.oneof(fc.constant(0), fc.nat(30), fc.nat(1_500)), {
      minLength: 60,
      maxLength: 250,
    });
    await fc.assert(
      fc.asyncProperty(gaps, fc.array(fc.nat(400), { maxLength: 5 }), async (pauses, stalls) => {
        const { time, left, call } = callers(undefined, { stalls });
        const calls: Promise<void>[] = [];
        for (const [number, pause] of pauses.entries()) {
          if (pause > 0) await time.pause(pause);
          calls.push(call(`chat ${number}`, { urgent: number % 5 === 0 }));
        }
        await Promise.all(calls);
        assert.equal(left.length, pauses.length);
        assert.ok(
          mostWithin(
            left.map(({ at }) => at),
            1_000,
          ) <= 50,
        );
      }),
      { numRuns: 25 },
    );
  });

  it('given more calls than fit, then they leave in the order of asking, at 97 % of fifty a second or more', async () => {
    const { left, call } = callers();
    await Promise.all(numbers(2_000).map((number) => call(`chat ${number}`)));
    assert.deepEqual(
      left.map(({ chat }) => chat),
      numbers(2_000).map((number) => `chat ${number}`),
    );
    const lasted = (left.at(-1)?.at ?? 0) - (left[0]?.at ?? 0);
    assert.ok(2_000 / (lasted / 1_000) >= 48.5, `${lasted} ms`);
  });

  it('given calls that nobody waits for, when somebody waits for one, then it leaves before them', async () => {
    const { time, left, call } = callers();
    const many = numbers(200).map((number) => call(`chat ${number}`));
    await time.pause(1_000);
    await call('somebody', { urgent: true });
    const place = left.findIndex(({ chat }) => chat === 'somebody');
    assert.ok(place > 0 && place < 70, `after ${place} others`);
    await Promise.all(many);
  });

  it('given calls to few conversations at any time, in a tenant that is busy, then no conversation has more than it takes', async () => {
    const chats = fc.array(fc.nat(3), { minLength: 60, maxLength: 150 });
    const gaps = fc.array(fc.oneof(fc.constant(0), fc.nat(200), fc.nat(9_000)), {
      minLength: 8,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(chats, gaps, async (asked, pauses) => {
        const { time, left, call } = callers();
        const calls = numbers(80).map((number) => call(`other ${number}`));
        for (const [number, chat] of asked.entries()) {
          const pause = pauses[number % pauses.length] ?? 0;
          if (pause > 0) await time.pause(pause);
          calls.push(call(`chat ${chat}`, { urgent: number % 7 === 0 }));
        }
        await Promise.all(calls);
        for (const chat of numbers(4)) {
          const made = left.filter((one) => one.chat === `chat ${chat}`).map(({ at }) => at);
          for (const [most, within] of conversationWindows) {
            assert.ok(mostWithin(made, within) <= most, `${mostWithin(made, within)} within ${within} ms`);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it('given a thousand messages for one channel, then each is put off about once, no two until the same moment, and others go at once', async () => {
    const { time, left, putOff, call } = callers();
    const flood = numbers(1_000).map(() => call('channel'));
    const before = time.now();
    await call('somebody else');
    assert.ok(time.now() - before <= 500, `${time.now() - before} ms`);
    await Promise.all(flood);
    assert.equal(left.filter(({ chat }) => chat === 'channel').length, 1_000);
    assert.ok(putOff.length <= 1_100, `${putOff.length} refusals`);
    assert.ok(
      mostWithin(
        putOff.map(({ until }) => until),
        500,
      ) <= 1,
    );
  });

  it('given one conversation, then its calls follow each other, because Teams refuses what happens there at once', async () => {
    const { left, call } = callers(() => ({ takes: 300 }));
    await Promise.all(numbers(4).map(() => call('chat')));
    assert.equal(
      mostWithin(
        left.map(({ at }) => at),
        300,
      ),
      1,
    );
  });

  it('given a conversation that is told to rest, then it does for so long, and the others do not', async () => {
    const told: Answer[] = [{ kind: 'throttled', after: 7_000 }];
    const { left, call } = callers((chat) => (chat === 'full' && told.shift()) || {});
    await Promise.all([call('full'), call('full'), ...numbers(100).map((number) => call(`chat ${number}`))]);
    const full = left.filter(({ chat }) => chat === 'full').map(({ at }) => at);
    assert.equal(full.length, 3);
    assert.ok((full[1] ?? 0) - (full[0] ?? 0) >= 7_000);
    assert.ok(left.filter(({ chat }) => chat !== 'full').every(({ at }) => at < 3_000));
  });

  it('given several conversations that are told to rest at the same time, then it means the tenant, and another tenant goes on', async () => {
    const { time, left, call } = callers((chat, tries) =>
      tries === 1 && /^chat [0-4]$/.test(chat) ? { kind: 'throttled', after: 5_000 } : {},
    );
    const first = numbers(5).map((number) => call(`chat ${number}`));
    await time.pause(150);
    const rest = numbers(20).map((number) => call(`later ${number}`));
    await call('elsewhere', { tenantId: 'other' });
    assert.ok(time.now() < 1_000);
    await Promise.all([...first, ...rest]);
    const again = left.filter(({ chat, at }) => chat !== 'elsewhere' && at > 120).map(({ at }) => at);
    assert.ok(Math.min(...again) >= 5_000, `${Math.min(...again)} ms`);
  });

  it('given a conversation that is told to rest but not for how long, then longer each time', async () => {
    const { left, call } = callers((_chat, tries) => (tries <= 4 ? { kind: 'throttled' } : {}));
    await call('full');
    const waits = left.slice(1).map(({ at }, number) => at - (left[number]?.at ?? 0));
    assert.deepEqual(waits, [1_100, 1_700, 3_300, 6_500]);
  });

  it('given a conversation that hangs, then those behind it are put off, and the others wait for nobody', async () => {
    const { time, left, call } = callers((chat, tries) =>
      chat === 'hangs' && tries === 1 ? { kind: 'unanswered', takes: 15_000 } : {},
    );
    const behind = numbers(5).map(() => call('hangs'));
    await Promise.all(numbers(100).map((number) => call(`chat ${number}`)));
    assert.ok(time.now() < 3_000, `${time.now()} ms`);
    assert.equal(
      left.filter(({ chat }) => chat === 'hangs').length,
      1,
      'one at a time, also of those that hang',
    );
    await Promise.all(behind);
  });

  it('given that nothing answers any more, then one call at a time finds out when it is back, seldom, and all go on within seconds', async () => {
    let away = true;
    const { time, left, call } = callers(() => (away ? { kind: 'unanswered', takes: 20 } : {}), {
      random: spread(),
    });
    const calls = numbers(60).map((number) => call(`chat ${number}`));
    await time.pause(20_000);
    const settled = left.length;
    await time.pause(120_000);
    assert.ok(left.length - settled <= 60, `${left.length - settled} tries in two minutes`);
    assert.ok(left.length - settled >= 20, 'at least every six seconds');
    away = false;
    const back = time.now();
    await Promise.all(calls);
    assert.ok(time.now() - back < 12_000, `${time.now() - back} ms`);
  });
});
