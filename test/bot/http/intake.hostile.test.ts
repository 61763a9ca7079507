import assert from 'node:assert/strict';
import { KEY, type RunningBot, startBot } from '#test/support/bot/startBot.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('Whatever is sent to POST /api/referrals', () => {
  let bot: RunningBot;
  before(async () => {
    bot = await startBot();
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
});
