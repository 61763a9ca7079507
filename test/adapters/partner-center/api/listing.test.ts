import assert from 'node:assert/strict';
import { createPartnerCenterApi } from '#adapters/partner-center/api/partnerCenterApi.ts';
import { createStandInCore, type StandInCore, type StandInCoreOptions } from '#bot/demo/standIn/core.ts';
import { type Switches, switchesWith, switchValues } from '#bot/demo/standIn/switches.ts';
import type { WireObject } from '#ports/partnerCenter.ts';
import type { PartnerCenterApi, ReferralQuery } from '#ports/partnerCenterApi.ts';
import { sentByMicrosoft } from '#test/support/standIn/bodies.ts';
import { apiOf } from '#test/support/standIn/inProcess.ts';

/** More requests than this for one list, and it would never have ended. */
const MOST_PAGES = 60;

async function all(api: PartnerCenterApi, query: ReferralQuery) {
  const found: WireObject[] = [];
  let pages = 0;
  let after: string | undefined;
  let incomplete: true | undefined;
  do {
    const page = await api.list(query, after);
    found.push(...page.referrals);
    after = page.next;
    incomplete = page.incomplete;
    assert.ok(++pages < MOST_PAGES, `${query.kind} goes round in circles`);
  } while (after !== undefined);
  return { found, ids: new Set(found.map(({ id }) => id)), incomplete };
}

function combined(names: readonly (keyof Switches)[]): Partial<Switches>[] {
  return names.reduce<Partial<Switches>[]>(
    (sets, name) => sets.flatMap((set) => switchValues[name].map((value) => ({ ...set, [name]: value }))),
    [{}],
  );
}

/** Each answer to the first four with each other; those to the rest take turns. */
const answers = combined(['nextLink', 'top', 'dateFilter', 'dateLiteral']).map((set, at) => ({
  ...set,
  count: switchValues.count[at % 3],
  paging: switchValues.paging[Math.floor(at / 3) % 3],
  fractions: switchValues.fractions[at % 4],
}));

const now = () => new Date('2026-11-05T08:00:00Z');

/** Three moments, the middle one that of more records than a page has. */
function filled(count: number, options: StandInCoreOptions = {}): { core: StandInCore; ids: Set<unknown> } {
  const core = createStandInCore({ now, ...options });
  const moments = ['2026-11-02T08:00:00.5Z', '2026-11-03T08:00:00.1234567Z', '2026-11-04T08:00:00Z'];
  const ids = Array.from({ length: count }, (_, at) => {
    const moment = at < 3 ? moments[0] : at < count - 3 ? moments[1] : moments[2];
    return core.state.put(sentByMicrosoft({ createdDateTime: moment, updatedDateTime: moment })).id;
  });
  return { core, ids: new Set(ids) };
}

describe('the list of referrals', () => {
  const { core, ids } = filled(14);

  for (const kind of ['changes', 'everything', 'created', 'pending'] as const) {
    it(`given each answer to points 1 to 5, when ${kind} is read, then each record comes and the list ends`, async () => {
      for (const set of answers) {
        Object.assign(core.switches, set);
        const read = await all(apiOf(core, { pageSize: 4 }), { kind });
        assert.deepEqual(read.ids, ids, JSON.stringify(set));
        assert.equal(read.incomplete, undefined, JSON.stringify(set));
      }
    });
  }

  it('given a Partner Center whose pages are smaller than asked for and have no link, then each record comes', async () => {
    const small = filled(70, { pageSize: 25, switches: { nextLink: 'absent', count: 'absent' } });
    for (const dateFilter of switchValues.dateFilter) {
      small.core.switches.dateFilter = dateFilter;
      const read = await all(apiOf(small.core, { pageSize: 60 }), { kind: 'everything' });
      assert.deepEqual(read.ids, small.ids, dateFilter);
    }
  });

  it('given pages of a handful without a link, and a count of all, then the count says that there is more (point 1)', async () => {
    const few = filled(14, { pageSize: 5, switches: { nextLink: 'absent', count: 'all' } });
    assert.deepEqual((await all(apiOf(few.core), { kind: 'everything' })).ids, few.ids);
  });

  it('given a link, then its token is gone on with and nothing else is tried', async () => {
    for (const nextLink of ['http-without-engagements', 'right', 'typo', 'other-host'] as const) {
      const linked = filled(14, { switches: { nextLink } });
      await all(apiOf(linked.core, { pageSize: 4 }), { kind: 'everything' });
      const tokens = linked.core.requests.map(({ query }) => /skiptoken/i.test(query));
      assert.deepEqual(tokens, [false, true, true, true], nextLink);
    }
  });

  it('given a moment in a filter that is refused or ignored, then that is tried once, and not with each page', async () => {
    for (const dateFilter of ['refused', 'ignored'] as const) {
      const picky = filled(14, { switches: { nextLink: 'absent', dateFilter } });
      const api = apiOf(picky.core, { pageSize: 4 });
      for (let round = 0; round < 3; round++) await all(api, { kind: 'everything' });
      const filtered = picky.core.requests.filter(({ query }) => /createdDateTime(%20| |\+)ge/.test(query));
      // Unquoted and quoted, once each.
      assert.equal(filtered.length, 2, dateFilter);
    }
  });

  it('given records that come and change between the pages, then each that was there comes, under each way of paging (point 4)', async () => {
    for (const paging of switchValues.paging) {
      for (const nextLink of switchValues.nextLink) {
        const moving = filled(14, { switches: { paging, nextLink } });
        moving.core.faults.betweenPages(() => {
          const [first] = moving.core.state.list();
          moving.core.state.change(String(first?.id), (referral) => Object.assign(referral, { name: 'New' }));
          moving.core.state.put(sentByMicrosoft());
        });
        const api = apiOf(moving.core, { pageSize: 4 });
        const read = await all(api, { kind: 'everything' });
        for (const id of moving.ids) assert.ok(read.ids.has(id), `${paging} ${nextLink}`);
      }
    }
  });

  it('given an engagement, then only its own records are listed, whether Microsoft\u2019s copy is shown or not (point 7)', async () => {
    const { core: two } = filled(5);
    const [own] = two.state.list();
    for (const msftCopies of switchValues.msftCopies) {
      two.switches.msftCopies = msftCopies;
      const engagementId = String(own?.engagementId).toUpperCase();
      two.switches.dateFilter = 'taken';
      const read = await all(apiOf(two), { kind: 'engagement', engagementId: engagementId.toLowerCase() });
      assert.deepEqual([...read.ids], [own?.id]);
    }
  });

  it('given a published filter that is refused, then another one is taken, and first from then on', async () => {
    const { core: picky, ids: all3 } = filled(3);
    const api = apiOf(picky);
    picky.faults.failNext({ how: { status: 400 }, path: /%27New%27/, times: 20 });
    for (let round = 0; round < 2; round++) {
      assert.deepEqual((await all(api, { kind: 'pending' })).ids, all3);
    }
    assert.equal(picky.requests.length, 3);
    picky.faults.failNext({ how: { status: 400 }, times: 1 });
    picky.faults.failNext({ how: { status: 400 }, path: /Incoming/, times: 20 });
    await assert.rejects(all(api, { kind: 'pending' }), { code: 'partner-center-refuses' });
  });

  it('given the place to go on from, when another process goes on from it, then no record is lost', async () => {
    for (const set of answers) {
      Object.assign(core.switches, set);
      const first = await apiOf(core, { pageSize: 4 }).list({ kind: 'everything' });
      const read = first.next === undefined ? [] : [await rest(first.next)];
      const found = new Set([...first.referrals, ...read.flat()].map(({ id }) => id));
      assert.deepEqual(found, ids, JSON.stringify(set));
    }

    async function rest(after: string): Promise<WireObject[]> {
      const page = await apiOf(core, { pageSize: 4 }).list({ kind: 'everything' }, after);
      return [...page.referrals, ...(page.next === undefined ? [] : await rest(page.next))];
    }
  });

  it('given a text that is no place of this list, then a RangeError says that it has to begin anew', async () => {
    const api = apiOf(core, { pageSize: 4 });
    const { next = '' } = await api.list({ kind: 'created' });
    for (const after of ['', 'x', 'e30', Buffer.from('{"version":1}').toString('base64url')]) {
      await assert.rejects(api.list({ kind: 'created' }, after), RangeError);
    }
    await assert.rejects(api.list({ kind: 'changes' }, next), RangeError);
  });

  it('given a link whose token has gone stale, then the list goes on by the moment it had reached', async () => {
    Object.assign(core.switches, switchesWith({ nextLink: 'right' }));
    const api = apiOf(core, { pageSize: 4 });
    const { next = '' } = await api.list({ kind: 'everything' });
    core.faults.failNext({ how: { status: 410 }, path: /skiptoken/, times: 2 });
    const page = await api.list({ kind: 'everything' }, next);
    assert.equal(page.referrals.length, 4);
    core.faults.clear();
  });
});

describe('the list of a Partner Center that ignores nearly everything', () => {
  const row = (at: number): WireObject => ({ id: `row-${at}`, createdDateTime: '2026-11-02T08:00:00Z' });

  /** Ignores filters, `$skip` and tokens; `most` rows at once. */
  function stubborn(count: number, most: number, link?: string): PartnerCenterApi {
    const rows = Array.from({ length: count }, (_, at) => row(at));
    return createPartnerCenterApi({
      apiUrl: 'https://api.example/v1.0',
      token: async () => 'token',
      pageSize: 30,
      http: {
        async send({ url }) {
          const top = Number(new URL(url).searchParams.get('$top') ?? 30);
          const value = rows.slice(0, Math.min(top, most));
          const body = { value, ...(link && { '@odata.nextLink': link }) };
          return { status: 200, headers: {}, bytes: Buffer.from(JSON.stringify(body)) };
        },
        close: () => {},
      },
    });
  }

  it('given one that heeds $top alone, then a larger page brings the rest', async () => {
    const read = await all(stubborn(100, 1_000), { kind: 'everything' });
    assert.equal(read.ids.size, 100);
  });

  it('given one that says always the same, with a link or without, then the list ends and says that more may be there', async () => {
    for (const link of [undefined, 'https://api.example/x?$skiptoken=same', 'nonsense', 'a$skip=30']) {
      const read = await all(stubborn(100, 30, link), { kind: 'everything' });
      assert.equal(read.ids.size, 30, link);
      assert.equal(read.incomplete, true, link);
    }
  });
});
