import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TestPerson } from '#test/support/bot/fakeTeams.ts';
import { KEY, type RunningBot, startBot } from '#test/support/bot/startBot.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('Whatever is sent to POST /api/referrals', () => {
  let bot: RunningBot;
  let anna: TestPerson;
  before(async () => {
    bot = await startBot();
    anna = bot.teams.person('Anna Berg');
  });
  after(() => bot.stop());

  const post = async (body: string | Uint8Array<ArrayBuffer>) => {
    const headers = { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' };
    const response = await fetch(`${bot.url}/api/referrals`, { method: 'POST', headers, body });
    const text = await response.text();
    return { status: response.status, body: JSON.parse(text) as Record<string, unknown> };
  };

  it('given a byte order mark before the JSON, then 202', async () => {
    assert.equal((await post(`\ufeff${JSON.stringify(inbound())}`)).status, 202);
  });

  const text = JSON.stringify(inbound());
  const bodies: Record<string, string | Uint8Array<ArrayBuffer>> = {
    nothing: '',
    'half a referral': text.slice(0, text.length / 2),
    'bytes that are not UTF-8': Uint8Array.from([
      ...Buffer.from('{"id":"'),
      0xc3,
      0x28,
      ...Buffer.from('"}'),
    ]),
    '262144 opening brackets': '['.repeat(262_144),
    'arrays in arrays': '['.repeat(131_072) + ']'.repeat(131_072),
    'objects in objects': '{"a":'.repeat(40_000) + 1 + '}'.repeat(40_000),
    'a referral with something bottomless in it': `{"x":${'['.repeat(90_000)}${']'.repeat(90_000)},${text.slice(1)}`,
    'a list of referrals': `[${text}]`,
    'a number beyond all numbers': text.replace('120000', '1e999'),
  };
  for (const [what, body] of Object.entries(bodies)) {
    it(`given ${what}, then 400 with words`, async () => {
      const { status, body: answer } = await post(body);
      assert.equal(status, 400);
      assert.ok((answer.problems as { message: string }[]).every(({ message }) => message.length > 5));
    });
  }

  it('given names that mean something to JavaScript, then they are just names', async () => {
    const body = `{"__proto__":{"polluted":1},"constructor":{"prototype":1},"toString":7,${text.slice(1)}`;
    assert.equal((await post(body)).status, 202);
    assert.ok(!('polluted' in {}));
    const read = await fetch(`${bot.url}/api/referrals/${JSON.parse(text).id}`, {
      headers: { Authorization: `Bearer ${KEY}` },
    });
    assert.equal(await read.text(), body);
  });

  it('given any JSON at all, then 400 in words, never 5xx', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 6 }), async (body) => {
        assert.equal((await post(body)).status, 400);
      }),
      { numRuns: 150 },
    );
  });

  it('given a referral with any JSON in any of its places, then 202 or 400, never 5xx', async () => {
    const places = pathsOf(inbound());
    const statuses = new Set<number>();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), odd(), async (path, value) => {
        const { status, body } = await post(JSON.stringify(withAt(inbound(), path, value)));
        statuses.add(status);
        assert.ok(status === 202 || status === 400, `${status}`);
        if (status === 400) return;
        // What was taken in can be given back, and shown to people.
        assert.equal((await bot.read(encodeURIComponent(String(body.id)))).status, 200);
        const shown = await bot.teams.press(anna, bot.teams.chatOf(anna), 'referral.view', {
          referral: body.id,
        });
        assert.equal(shown.body?.type, 'application/vnd.microsoft.card.adaptive');
      }),
      { numRuns: 250 },
    );
    assert.deepEqual([...statuses].sort(), [202, 400]);
  });
});

/** Values that senders get wrong, and any JSON. */
function odd(): fc.Arbitrary<unknown> {
  return fc.oneof(
    fc.constantFrom(
      null,
      '',
      ' ',
      0,
      -1,
      1e308,
      true,
      [],
      {},
      [null],
      '\u0000',
      '\ud800',
      'x'.repeat(20_000),
    ),
    fc.constantFrom(
      '2026-02-30T00:00:00Z',
      '0000-00-00T00:00:00Z',
      '9999-12-31T23:59:59.9999999+14:00',
      `\${x}`,
    ),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.double(),
    fc.jsonValue({ maxDepth: 4 }),
  );
}

/** The path of everything in a referral. */
function pathsOf(value: unknown, path: string[] = []): string[][] {
  const inner = value !== null && typeof value === 'object' ? Object.entries(value) : [];
  const here = path.length > 0 ? [path] : [];
  return [...here, ...inner.flatMap(([name, one]) => pathsOf(one, [...path, name]))];
}

function withAt(target: Record<string, unknown>, path: readonly string[], value: unknown): object {
  const copy = structuredClone(target);
  let place = copy;
  for (const name of path.slice(0, -1)) place = place[name] as Record<string, unknown>;
  place[path.at(-1) ?? ''] = value;
  return copy;
}
