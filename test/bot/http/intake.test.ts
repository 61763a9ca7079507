import assert from 'node:assert/strict';
import { KEY, type RunningBot, startBot } from '#test/support/bot/startBot.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('POST /api/referrals', () => {
  let bot: RunningBot;
  before(async () => {
    bot = await startBot();
  });
  after(() => bot.stop());

  const post = async (body: string | ReadableStream, headers: Record<string, string> = {}) => {
    const given = { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json', ...headers };
    const init = {
      method: 'POST',
      headers: given,
      body,
      ...(body instanceof ReadableStream && { duplex: 'half' as const }),
    };
    const response = await fetch(`${bot.url}/api/referrals`, init);
    return { status: response.status, headers: response.headers, body: await response.json() };
  };

  it('given a new referral, then 202 created, and it can be read back as it came', async () => {
    const referral = inbound();
    assert.deepEqual(await bot.intake(referral), {
      status: 202,
      body: { id: referral.id, outcome: 'created' },
    });
    assert.deepEqual(await bot.read(referral.id), { status: 200, body: referral });
    assert.equal((await bot.read(String(referral.id).toUpperCase())).status, 200);
  });

  it('given the same delivery again, its fields in any order, then 202 unchanged', async () => {
    const referral = inbound();
    await bot.intake(referral);
    const turned = Object.fromEntries(Object.entries(referral).reverse());
    assert.equal((await bot.intake(turned)).body.outcome, 'unchanged');
  });

  it('given a later delivery with changes, then 202 updated, and an older one after it is unchanged', async () => {
    // Compared as they are written, .1Z would come after .123Z, and .12Z too.
    const at = (fraction: string) => ({ updatedDateTime: `2026-11-20T09:00:00.${fraction}Z` });
    const first = inbound(at('1'));
    await bot.intake(first);
    const later = { ...first, name: 'Renamed there', ...at('123') };
    assert.equal((await bot.intake(later)).body.outcome, 'updated');
    const older = { ...first, name: 'Too late', ...at('12') };
    assert.equal((await bot.intake(older)).body.outcome, 'unchanged');
    assert.equal((await bot.read(first.id)).body.name, 'Renamed there');
  });

  it('given several things wrong, then 400 with each of them by its path', async () => {
    const referral = inbound({
      id: '',
      status: 'Sleeping',
      customerProfile: { address: 'Cleveland' },
      details: { dealValue: 'much' },
    });
    const { status, body } = await bot.intake(referral);
    assert.equal(status, 400);
    const problems = body.problems as { path: string; message: string }[];
    assert.deepEqual(problems.map(({ path }) => path).sort(), [
      'customerProfile.address',
      'customerProfile.name',
      'details.dealValue',
      'id',
      'status',
    ]);
    assert.ok(problems.every(({ message }) => message.length > 5));
  });

  it('given dates that say nothing, then it is stored, the answer tells what was left out, and it comes back as it came', async () => {
    const referral = inbound({ createdDateTime: 'yesterday', expirationDateTime: '0001-01-01T00:00:00Z' });
    const { status, body } = await bot.intake(referral);
    assert.equal(status, 202);
    const notes = body.notes as { path: string; message: string }[];
    assert.deepEqual(
      [body.outcome, notes.map(({ path }) => path)],
      ['created', ['createdDateTime', 'expirationDateTime']],
    );
    assert.deepEqual((await bot.read(referral.id)).body, referral);
  });

  it('given a closing date at the midnight of the organization (CR-64), then it comes back as it came', async () => {
    const referral = inbound({ details: { closingDateTime: '2027-03-30T22:00:00Z' } });
    await bot.intake(referral);
    assert.deepEqual((await bot.read(referral.id)).body, referral);
  });

  for (const [what, authorization] of Object.entries({
    'no key': '',
    'another key': 'Bearer test-intake-key-0001',
    'a key with more behind it': `Bearer ${KEY}x`,
    'another scheme': `Basic ${KEY}`,
    'the key alone': KEY,
    'an empty key': 'Bearer ',
  })) {
    it(`given ${what}, then 401, nothing is stored and nothing can be read`, async () => {
      const referral = inbound();
      const { status, headers } = await post(JSON.stringify(referral), { Authorization: authorization });
      assert.equal(status, 401);
      assert.match(headers.get('WWW-Authenticate') ?? '', /^Bearer/);
      assert.equal((await bot.read(referral.id)).status, 404);
      const read = await fetch(`${bot.url}/api/referrals/${referral.id}`, {
        headers: { Authorization: authorization },
      });
      assert.equal(read.status, 401);
    });
  }

  it('given the scheme in any case, then it is accepted', async () => {
    const { status } = await post(JSON.stringify(inbound()), { Authorization: `bearer ${KEY}` });
    assert.equal(status, 202);
  });

  const padded = (bytes: number): string => {
    const referral = inbound({ padding: '' });
    const missing = bytes - Buffer.byteLength(JSON.stringify(referral));
    return JSON.stringify({ ...referral, padding: 'x'.repeat(missing) });
  };

  it('given exactly 256 KB, then 202, and 413 for one byte more, announced or in chunks', async () => {
    assert.equal((await post(padded(262_144))).status, 202);
    assert.equal((await post(padded(262_145))).status, 413);
    assert.equal((await post(inChunks(padded(262_144)))).status, 202);
    assert.equal((await post(inChunks(padded(262_145)))).status, 413);
  });

  it('given far too much, then 413 all the same', async () => {
    assert.equal((await post('x'.repeat(20_000_000))).status, 413);
    assert.equal((await post(inChunks('x'.repeat(2_000_000)))).status, 413);
  });

  for (const [type, expected] of Object.entries({
    'text/plain': 415,
    'application/x-www-form-urlencoded': 415,
    'application/jsonp': 415,
    'application/json; charset=utf-8': 202,
    'Application/JSON': 202,
    'application/vnd.contoso.referral+json': 202,
  })) {
    it(`given the content type ${type}, then ${expected}`, async () => {
      const { status } = await post(JSON.stringify(inbound()), { 'Content-Type': type });
      assert.equal(status, expected);
    });
  }

  it('given a compressed body, then 415', async () => {
    const { status } = await post(JSON.stringify(inbound()), { 'Content-Encoding': 'gzip' });
    assert.equal(status, 415);
  });
});

function inChunks(text: string): ReadableStream<Uint8Array> {
  const bytes = Buffer.from(text);
  return new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += 16_384) controller.enqueue(bytes.subarray(at, at + 16_384));
      controller.close();
    },
  });
}
