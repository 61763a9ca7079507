import assert from 'node:assert/strict';
import { withStamp } from '#app/referral/changeStamp.ts';
import { createdRecord, referralDraft } from '#app/referral/referralRecord.ts';
import { type MovableClock, movableClock } from '#test/support/bot/movableClock.ts';
import { KEY, type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import {
  CONTOSO_KEY,
  FABRIKAM_KEY,
  temporaryFile,
  twoOrganizations,
} from '#test/support/organization/organizations.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { accepted } from '#test/support/referral/samples.ts';

interface Page {
  value: Record<string, unknown>[];
  nextCursor: string;
  more: boolean;
}

const get = async (bot: RunningBot, query = '', key = KEY) => {
  const response = await fetch(`${bot.url}/api/referrals${query}`, {
    headers: { Authorization: `Bearer ${key}` },
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
};
const page = async (bot: RunningBot, cursor?: string, more = '', key = KEY): Promise<Page> => {
  const since = cursor === undefined ? '' : `changedSince=${cursor}&`;
  const { status, body } = await get(bot, `?${since}${more}`, key);
  assert.equal(status, 200, JSON.stringify(body));
  return body as Page;
};

describe('GET /api/referrals', () => {
  let clock: MovableClock;
  let bot: RunningBot;
  beforeEach(async () => {
    clock = movableClock();
    bot = await startBot({}, { clock });
  });
  afterEach(() => bot.stop());

  /** So much later that nothing is held back any more. */
  const later = async (partition = 'local') => {
    await until('every change was met in the store', async () => {
      const { documents } = await bot.composed.store.list({ partition, kind: 'referral', limit: 1_000 });
      return documents.every(({ body }) => body.changed?.landed);
    });
    clock.forward(1);
  };
  const send = async (changes: Record<string, unknown> = {}) => {
    const referral = inbound({ direction: 'Outgoing', ...changes });
    assert.equal((await bot.intake(referral)).status, 202);
    await later();
    return referral;
  };

  it('given referrals that came in, when followed from the beginning, then each is there as it can be read by its id, in the order of its last change', async () => {
    const first = await send({ name: 'First' });
    const second = await send({ name: 'Second' });
    const renamed = await send({
      ...first,
      name: 'First renamed',
      updatedDateTime: new Date().toISOString(),
    });
    const { value, more } = await page(bot);
    assert.deepEqual(value, [second, renamed]);
    assert.deepEqual(value[1], (await bot.read(first.id)).body);
    assert.equal(more, false);
  });

  it('given pages of one, when followed, then nothing comes twice, more says whether there is more, and the last cursor goes on when something changes', async () => {
    for (const name of ['A', 'B', 'C']) await send({ name });
    const seen: unknown[] = [];
    let cursor: string | undefined;
    for (const more of [true, true, false]) {
      const one = await page(bot, cursor, 'top=1');
      assert.equal(one.more, more);
      seen.push(...one.value.map(({ name }) => name));
      cursor = one.nextCursor;
    }
    assert.deepEqual(seen, ['A', 'B', 'C']);
    assert.deepEqual(await page(bot, cursor), { value: [], nextCursor: cursor, more: false });
    await send({ name: 'D' });
    assert.deepEqual(
      (await page(bot, cursor)).value.map(({ name }) => name),
      ['D'],
    );
  });

  it('given nothing at all, when followed, then there is a cursor to go on from, and an empty one means the beginning', async () => {
    const nothing = await page(bot);
    assert.deepEqual(nothing.value, []);
    await send({ name: 'A' });
    for (const cursor of [nothing.nextCursor, '']) {
      assert.equal((await page(bot, cursor)).value[0]?.name, 'A');
    }
  });

  it('given a deal that was created here, when followed, then it comes in the shape in which Partner Center takes a new one', async () => {
    const { store } = bot.composed;
    const deal = accepted({
      id: 'made-here',
      organization: 'local',
      direction: 'outbound',
      name: 'Made here',
    });
    await store.create(referralDraft(withStamp(createdRecord(deal), clock.now()), undefined));
    bot.composed.worker.look();
    await later();
    const { value } = await page(bot);
    assert.deepEqual(value, [(await bot.read('made-here')).body]);
    assert.deepEqual([value[0]?.direction, value[0]?.status], ['Outgoing', 'Active']);
  });

  it('given referrals that are long, when followed, then a page ends after a megabyte, and the next one goes on', async () => {
    const padding = 'x'.repeat(200_000);
    for (let n = 0; n < 8; n++)
      await bot.intake(inbound({ name: `Long ${n}`, direction: 'Outgoing', padding }));
    await later();
    const first = await page(bot);
    assert.deepEqual([first.value.length, first.more], [6, true]);
    const second = await page(bot, first.nextCursor);
    assert.deepEqual([second.value.length, second.more], [2, false]);
  });

  for (const [query, path, words] of [
    ['?changedSince=nonsense', 'changedSince', /is no cursor: send nextCursor/],
    [`?changedSince=${'x'.repeat(5_000)}`, 'changedSince', /is no cursor/],
    [
      `?changedSince=${Buffer.from('[1,"local","yesterday","r"]').toString('base64url')}`,
      'changedSince',
      /is no/,
    ],
    [
      `?changedSince=${Buffer.from('[1,"other"]').toString('base64url')}`,
      'changedSince',
      /another organization/,
    ],
    ['?top=0', 'top', /1 to 100/],
    ['?top=101', 'top', /1 to 100/],
    ['?top=many', 'top', /1 to 100/],
    ['?top=1&top=2', 'top', /twice/],
    ['?$filter=x', '$filter', /means nothing here/],
  ] as const) {
    it(`given ${query.slice(0, 40)}, then 400 with words`, async () => {
      const { status, body } = await get(bot, query);
      assert.equal(status, 400);
      const { problems } = body as { problems: { path: string; message: string }[] };
      assert.equal(problems[0]?.path, path);
      assert.match(problems[0]?.message ?? '', words);
    });
  }

  it('given no key, then 401', async () => {
    assert.equal((await get(bot, '', 'none')).status, 401);
  });

  it('given older deals that are not in order yet, then 503 says so and when to ask again', async () => {
    const { store } = bot.composed;
    const document = await store.read<'reindex'>('local', 'reindex');
    assert.ok(document);
    const body = { ...document.body, done: false };
    assert.ok((await store.replace({ ...document, kind: 'reindex', body }, document.etag)).ok);
    const { status, headers } = await get(bot);
    assert.deepEqual([status, headers.get('Retry-After')], [503, '60']);
  });

  it('given somebody follows, then the metrics tell news from nothing', async () => {
    await page(bot);
    await send();
    await page(bot);
    await get(bot, '?top=0');
    const text = await (await fetch(`${bot.url}/metrics`)).text();
    for (const outcome of ['nothing', 'news', 'refused_400']) {
      assert.match(text, new RegExp(`^cosell_follows_total\\{outcome="${outcome}"\\} 1$`, 'm'));
    }
  });
});

describe('GET /api/referrals of two organizations', () => {
  it('given a key, then only the referrals of its organization come, and the cursor of the other one is refused', async () => {
    const file = await temporaryFile(twoOrganizations());
    const clock = movableClock();
    const bot = await startBot({ ORGANIZATIONS_FILE: file.path }, { clock });
    try {
      const { organizationId: _, ...referral } = inbound({ direction: 'Outgoing' });
      await bot.intake({ ...referral, name: 'Ours' }, CONTOSO_KEY);
      await bot.intake({ ...referral, name: 'Theirs' }, FABRIKAM_KEY);
      for (const partition of ['contoso', 'fabrikam']) {
        await until('it was met in the store', async () => {
          const { documents } = await bot.composed.store.list({ partition, kind: 'referral', limit: 9 });
          return documents[0]?.body.changed?.landed;
        });
      }
      clock.forward(1);
      const ours = await page(bot, undefined, '', CONTOSO_KEY);
      const theirs = await page(bot, undefined, '', FABRIKAM_KEY);
      assert.deepEqual([ours.value[0]?.name, ours.value.length], ['Ours', 1]);
      assert.deepEqual([theirs.value[0]?.name, theirs.value.length], ['Theirs', 1]);
      assert.equal((await get(bot, `?changedSince=${ours.nextCursor}`, FABRIKAM_KEY)).status, 400);
    } finally {
      await bot.stop();
      await file.remove();
    }
  });
});
