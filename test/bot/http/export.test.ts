import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { dealColumns } from '#domain/list/dealRow.ts';
import { KEY, type RunningBot, startBot } from '#test/support/bot/startBot.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('GET /api/export/deals.csv', () => {
  let bot: RunningBot;
  before(async () => {
    bot = await startBot();
    await bot.intake(inbound({ name: '=HYPERLINK("http://evil.example")', direction: 'Outgoing' }));
    await bot.intake(inbound({ name: 'Köln, "die\nSchöne"', direction: 'Outgoing' }));
    for (let n = 0; n < 60; n++) await bot.intake(inbound({ direction: 'Outgoing' }));
  });
  after(() => bot.stop());

  const get = (key: string) =>
    fetch(`${bot.url}/api/export/deals.csv`, { headers: { Authorization: `Bearer ${key}` } });

  it('given more deals than a page of the store holds, when asked with the key, then all are there, each in its line', async () => {
    const response = await get(KEY);
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /^text\/csv; charset=utf-8/);
    const bytes = Buffer.from(await response.arrayBuffer());
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const text = bytes.toString('utf8');
    assert.equal(text.split('\r\n').length, 64);
    const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
    assert.equal(rows.length, 62);
    assert.deepEqual(Object.keys(rows[0] ?? {}), dealColumns);
    const names = rows.map(({ name }) => name);
    // A spreadsheet runs what begins like a formula.
    assert.ok(names.includes(`'=HYPERLINK("http://evil.example")`));
    assert.ok(names.includes('Köln, "die Schöne"'));
    assert.equal(rows[0]?.value, '120000');
  });

  it('given no valid key, then nothing', async () => {
    const response = await get('wrong');
    assert.equal(response.status, 401);
    assert.doesNotMatch(await response.text(), /Köln/);
  });
});
