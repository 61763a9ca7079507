import assert from 'node:assert/strict';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { KEY, type RunningBot, startBot } from '#test/support/bot/startBot.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { type BreakableStore, breakable } from '#test/support/store/breakableStore.ts';

describe('The intake while the store is away', () => {
  let store: BreakableStore;
  let bot: RunningBot;
  beforeEach(async () => {
    store = breakable(openSqliteStore({ file: ':memory:' }));
    bot = await startBot({}, { store });
  });
  afterEach(() => bot.stop());

  const post = (referral: object) =>
    fetch(`${bot.url}/api/referrals`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(referral),
    });

  it('given it is away, then 503 with Retry-After for deliveries and reads, and 202 as soon as it is back', async () => {
    const referral = inbound();
    store.fails = () => true;
    store.retryAfter = 7_200;
    const refused = await post(referral);
    assert.equal(refused.status, 503);
    assert.equal(refused.headers.get('Retry-After'), '8');
    const read = await fetch(`${bot.url}/api/referrals/${referral.id}`, {
      headers: { Authorization: `Bearer ${KEY}` },
    });
    assert.equal(read.status, 503);
    store.fails = undefined;
    assert.equal((await bot.read(referral.id)).status, 404);
    assert.equal((await post(referral)).status, 202);
  });

  it('given it does not say when it is back, then Retry-After names some seconds all the same', async () => {
    store.fails = () => true;
    assert.match((await post(inbound())).headers.get('Retry-After') ?? '', /^[1-9]\d*$/);
  });

  it('given a body that is wrong anyway, then 400 and no word of the store', async () => {
    store.fails = () => true;
    assert.equal((await post({})).status, 400);
  });

  it('given it goes away at any single step of a delivery, then 202 only where the referral is stored', async () => {
    const answers = new Set<number>();
    for (const [known, step] of [false, true].flatMap((one) => [1, 2, 3].map((at) => [one, at] as const))) {
      const referral = inbound();
      if (known) await post(referral);
      let operations = 0;
      // What the worker does at the same time is not a step of the delivery.
      store.fails = (operation) => operation !== 'due' && operation !== 'list' && ++operations === step;
      const { status } = await post({
        ...referral,
        name: 'Delivered',
        updatedDateTime: new Date().toISOString(),
      });
      store.fails = undefined;
      answers.add(status);
      const stored = await bot.read(referral.id);
      assert.ok(status === 202 || status === 503);
      assert.equal(stored.body.name === 'Delivered', status === 202);
    }
    assert.deepEqual([...answers].sort(), [202, 503]);
  });
});

describe('Health', () => {
  let store: BreakableStore;
  let bot: RunningBot;
  before(async () => {
    store = breakable(openSqliteStore({ file: ':memory:' }));
    bot = await startBot({}, { store });
  });
  after(() => bot.stop());
  const status = async (path: string) => (await fetch(`${bot.url}${path}`)).status;

  it('given all is well, then alive and ready', async () => {
    assert.deepEqual([await status('/healthz'), await status('/readyz')], [200, 200]);
  });

  it('given the store is away, then alive but not ready, and ready again afterwards', async () => {
    store.fails = () => true;
    assert.deepEqual([await status('/healthz'), await status('/readyz')], [200, 503]);
    store.fails = undefined;
    assert.equal(await status('/readyz'), 200);
  });

  it('given deliveries, then the metrics count them by outcome, in Prometheus’ format and without naming anybody', async () => {
    const referral = inbound();
    await bot.intake(referral);
    await bot.intake(referral);
    await bot.intake({});
    const response = await fetch(`${bot.url}/metrics`);
    assert.match(response.headers.get('Content-Type') ?? '', /^text\/plain; version=/);
    const text = await response.text();
    assert.match(text, /^cosell_intake_total\{outcome="created"\} 1$/m);
    assert.match(text, /^cosell_intake_total\{outcome="unchanged"\} 1$/m);
    assert.match(text, /^cosell_intake_total\{outcome="refused_400"\} 1$/m);
    assert.match(text, /^process_cpu_seconds_total /m);
    assert.doesNotMatch(text, /Fabrikam|Trujillo|@/);
  });
});
