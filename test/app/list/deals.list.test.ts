import assert from 'node:assert/strict';
import fc from 'fast-check';
import { favoriteDeal } from '#app/list/deal.favorite.ts';
import type { PagePosition } from '#app/list/dealPage.ts';
import { listDeals } from '#app/list/deals.list.ts';
import { keepChoice } from '#app/list/listChoice.ts';
import type { ListInput } from '#app/list/listSource.ts';
import {
  actionSince,
  type DealFilters,
  type DealList,
  dealSorts,
  dealStatusOf,
  hasCome,
  type ListChoice,
  mayFind,
  usualChoice,
} from '#domain/list/dealList.ts';
import { fitsFilters, fitsWords } from '#domain/list/fitsFilters.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Membership } from '#domain/referral/rights.ts';
import { registrationPolicyDefaults } from '#domain/values/options.ts';
import {
  accepted,
  companyAdmin,
  type Deals,
  deal,
  dealStore,
  ended,
  TODAY,
  team,
  user,
} from '#test/support/list/manyDeals.ts';
import { filing, wonDeal } from '#test/support/registration/registered.ts';

const ANNA = 'anna@contoso.example';

describe('deals.list', () => {
  let deals: Deals;
  beforeEach(() => {
    deals = dealStore();
  });
  afterEach(() => deals.store.close());

  const list = (
    which: DealList,
    position: PagePosition = {},
    member: Membership | undefined = companyAdmin,
    more: Partial<ListInput> = {},
  ) =>
    listDeals(
      deals.deps,
      { organization: 'contoso', personId: 'anna', member, list: which, today: TODAY, ...more },
      position,
    );
  const choose = (which: DealList, choice: Partial<ListChoice>) =>
    keepChoice(deals.deps, {
      organization: 'contoso',
      personId: 'anna',
      list: which,
      choice: { ...usualChoice, ...choice },
    });
  const names = (found: { deals: readonly Referral[] }) => found.deals.map(({ name }) => name);
  const heart = (referral: Referral) =>
    favoriteDeal(deals.deps, {
      organization: 'contoso',
      personId: 'anna',
      member: companyAdmin,
      referralId: referral.id,
      on: true,
    });

  describe('which deals (CR-13, CR-14)', () => {
    it('given deals of both directions, when a tab is listed, then only its own come, newest first (CR-13, CR-15)', async () => {
      await deals.add(
        deal(1),
        deal(2, { direction: 'outbound', ...accepted }),
        deal(3),
        deal(4, ended('lost')),
      );
      const inbound = await list('inbound');
      assert.deepEqual(names(inbound), ['Deal 4', 'Deal 3', 'Deal 1']);
      assert.deepEqual(names(await list('outbound')), ['Deal 2']);
      assert.deepEqual(inbound.count, { count: 3, more: false });
      assert.deepEqual([inbound.next, inbound.previous, inbound.further], [undefined, undefined, false]);
    });

    it('given hearts at deals of both tabs, when favorites are listed, then both stand there (CR-14)', async () => {
      const [one, two] = [deal(1), deal(2, { direction: 'outbound', ...accepted })];
      await deals.add(one, two, deal(3));
      await heart(one);
      await heart(two);
      const favorites = await list('favorites');
      assert.deepEqual(names(favorites), ['Deal 2', 'Deal 1']);
      assert.deepEqual(favorites.count, { count: 2, more: false });
      assert.deepEqual((await list('inbound')).favorites, [one.id]);
    });

    it('given a heart at a deal that the person may not see any more, when favorites are listed, then it is gone without a word (CR-14)', async () => {
      const one = deal(1, { location: 'L1' });
      await deals.add(one);
      await heart(one);
      const elsewhere: Membership = { ...companyAdmin, locations: ['L2'] };
      const favorites = await list('favorites', {}, elsewhere);
      assert.deepEqual([names(favorites), favorites.count.count], [[], 0]);
    });

    it('given open deals, when mine are listed, then those with me in the team, of both tabs', async () => {
      await deals.add(
        deal(1, team(ANNA.toUpperCase())),
        deal(2, { direction: 'outbound', ...accepted, ...team('bo@x.example', ANNA) }),
        deal(3, team('bo@x.example')),
        deal(4, { ...ended('won'), ...team(ANNA) }),
      );
      assert.deepEqual(names(await list('mine')).sort(), ['Deal 1', 'Deal 2']);
    });

    it('given open deals, when all open ones are listed, then those that I may see, of both directions', async () => {
      await deals.add(
        deal(1),
        deal(2, { direction: 'outbound', ...accepted, ...team(ANNA) }),
        deal(3, { ...accepted, location: 'L2' }),
        deal(4, ended('won')),
      );
      assert.deepEqual(names(await list('all')).sort(), ['Deal 1', 'Deal 2', 'Deal 3']);
      const some: Membership = { ...companyAdmin, locations: ['L1'] };
      assert.deepEqual(names(await list('all', {}, some)).sort(), ['Deal 1', 'Deal 2']);
      assert.deepEqual(names(await list('all', {}, user('all', ANNA))), ['Deal 2']);
    });

    it('given my open deals, when they are listed, then by the day by which something has to happen, those without one last', async () => {
      const mine = team(ANNA);
      await deals.add(
        deal(1, { ...mine, ...accepted }),
        deal(2, { ...mine, ...accepted, closeDate: '2027-01-10' }),
        deal(3, { ...mine, expiresAt: '2026-12-01T00:00:00.000Z', closeDate: '2026-11-21' }),
        deal(4, { ...mine, direction: 'outbound', closeDate: '2026-11-02' }),
      );
      assert.deepEqual(names(await list('mine')), ['Deal 4', 'Deal 3', 'Deal 2', 'Deal 1']);
      const open = { filters: { status: 'accepted' } } as const;
      assert.deepEqual(names(await list('inbound', {}, companyAdmin, open)), ['Deal 2', 'Deal 1']);
    });

    it('given what Partner Center refused or asks about, then it needs action, whatever else the deal waits for', async () => {
      const since = '2026-11-15T00:00:00.000Z';
      const stuck = (how: object) => ({ unsynced: [{ field: 'value', since, ...how }] });
      await deals.add(
        deal(1, { ...accepted, ...stuck({ conflict: true }) }),
        deal(2, { ...ended('lost'), ...stuck({ refused: { code: 'x', at: since } }) }),
        deal(3, { ...accepted, ...stuck({}) }),
        deal(4, { ...accepted, ...stuck({ refused: { code: 'not-sendable', at: since } }) }),
        deal(5, { ...accepted, closeDate: '2026-11-01', ...stuck({ conflict: true }) }),
      );
      const found = await list('action');
      assert.deepEqual(names(found), ['Deal 5', 'Deal 1', 'Deal 2']);
      assert.deepEqual(
        found.deals.map((one) => actionSince(one)?.why),
        ['overdue', 'sync', 'sync'],
      );
    });

    it('given deals that were won, lost, declined or have expired, when closed ones are listed, then all of them and no open one (CR-62)', async () => {
      await deals.add(
        deal(1, ended('won')),
        deal(2, { direction: 'outbound', ...ended('lost') }),
        deal(3, ended('declined')),
        deal(4, ended('expired')),
        deal(5),
        deal(6, { direction: 'outbound', ...accepted }),
      );
      assert.deepEqual(names(await list('closed')).sort(), ['Deal 1', 'Deal 2', 'Deal 3', 'Deal 4']);
    });

    it('given undecided inbound deals, when expiring ones are listed, then by deadline (CR-38)', async () => {
      await deals.add(
        deal(1, { expiresAt: '2026-12-03T00:00:00.000Z' }),
        deal(2, { expiresAt: '2026-12-01T00:00:00.000Z' }),
        deal(3, { ...accepted, expiresAt: '2026-11-21T00:00:00.000Z' }),
        deal(4, { direction: 'outbound', expiresAt: '2026-11-21T00:00:00.000Z' }),
      );
      assert.deepEqual(names(await list('expiring')), ['Deal 2', 'Deal 1']);
    });

    it('given what waits, when needs action is listed, then undecided ones, those past their close date and registrations in trouble', async () => {
      await deals.add(
        deal(1, { createdAt: '2026-11-10T00:00:00.000Z' }),
        deal(2, { ...accepted, closeDate: '2026-11-04' }),
        deal(3, { ...accepted, closeDate: TODAY }),
        deal(4, { ...accepted, closeDate: '2027-01-01' }),
        deal(5, { ...ended('won'), registration: 'ActionRequired' }),
        deal(6, { ...ended('won'), registration: 'Approved' }),
        deal(7, { direction: 'outbound' }),
      );
      const found = await list('action');
      assert.deepEqual(names(found), ['Deal 5', 'Deal 2', 'Deal 1']);
      assert.deepEqual(found.count, { count: 3, more: false });
      assert.equal(found.next, undefined);
      const tomorrow = await list('action', {}, companyAdmin, { today: '2026-11-21' });
      assert.deepEqual(names(tomorrow), ['Deal 5', 'Deal 2', 'Deal 1', 'Deal 3']);
    });

    it('given a won deal that can be registered and is not, then it needs action, and not by a policy that forbids it (CR-46, CR-49)', async () => {
      await deals.add(
        wonDeal({ id: 'won', name: 'Not registered', closedAt: '2026-11-12T00:00:00.000Z' }),
        wonDeal({ id: 'filed', name: 'Registered', registrationFiling: filing() }),
        wonDeal({ id: 'none', name: 'Not eligible', solutions: [] }),
      );
      assert.deepEqual(names(await list('action')), ['Not registered']);
      const policy = { ...registrationPolicyDefaults, minimumValueUsd: 1_000_000 };
      const found = await list('action', {}, companyAdmin, { policy });
      assert.deepEqual([names(found), found.count.count], [[], 0]);
    });
  });

  describe('order and filters (CR-15)', () => {
    beforeEach(() =>
      deals.add(
        deal(1, { name: '«Ähre»', customer: customer('zeta', 'DE') }),
        deal(2, {
          name: 'beta',
          customer: customer('Ädelost Ltd', 'SE'),
          ...accepted,
          assistance: 'QuotesOrLicensing',
        }),
        deal(3, {
          name: 'Charlie',
          customer: customer('Müller GmbH', 'DE'),
          ...ended('won'),
          registration: 'Review Pending',
        }),
        deal(4, {
          name: 'alpha',
          customer: customer('Ädelost', 'US'),
          ...ended('lost'),
          solutions: [{ id: 'SOL-7', name: 'Analytics Box', kind: 'own' }],
        }),
      ),
    );

    for (const [sort, ascending] of [
      ['created', ['«Ähre»', 'beta', 'Charlie', 'alpha']],
      ['name', ['«Ähre»', 'alpha', 'beta', 'Charlie']],
      ['customer', ['alpha', 'beta', 'Charlie', '«Ähre»']],
      ['status', ['«Ähre»', 'beta', 'Charlie', 'alpha']],
    ] as const) {
      it(`given sorted by ${sort}, then in both directions, whatever case and accents`, async () => {
        await choose('inbound', { sort, descending: false });
        assert.deepEqual(names(await list('inbound')), ascending);
        await choose('inbound', { sort, descending: true });
        assert.deepEqual(names(await list('inbound')), ascending.toReversed());
      });
    }

    for (const [what, filters, wanted] of [
      ['country', { country: 'DE' }, ['Charlie', '«Ähre»']],
      ['customer by beginnings of its words', { customer: 'mueller' }, ['Charlie']],
      ['type', { type: 'co-sell' }, []],
      ['solution by name', { solution: 'analytics' }, ['alpha']],
      ['solution by id', { solution: 'SOL-7' }, ['alpha']],
      ['status', { status: 'won' }, ['Charlie']],
      ['open', { status: 'open' }, ['beta', '«Ähre»']],
      ['closed', { status: 'closed' }, ['alpha', 'Charlie']],
      ['registration', { registration: 'reviewpending' }, ['Charlie']],
      ['no registration', { registration: 'none' }, ['alpha', 'beta', '«Ähre»']],
      ['several together', { country: 'DE', status: 'open' }, ['«Ähre»']],
    ] as const) {
      it(`given filtered by ${what}, then only those, in the tab and among favorites`, async () => {
        for (const n of [1, 2, 3, 4]) await heart(deal(n));
        for (const which of ['inbound', 'favorites'] as const) {
          await choose(which, { filters });
          const found = await list(which);
          assert.deepEqual(names(found), wanted, which);
          assert.deepEqual(found.count, { count: wanted.length, more: false });
        }
      });
    }

    it('given a choice of one person for one list, then neither the other lists nor the others have it', async () => {
      await choose('inbound', { sort: 'name', descending: false });
      assert.equal((await list('inbound')).choice.sort, 'name');
      assert.equal((await list('outbound')).choice.sort, 'created');
      assert.equal((await list('inbound', {}, companyAdmin, { personId: 'bo' })).choice.sort, 'created');
    });
  });

  describe('counts and sums', () => {
    const worth = (amount: number, currency: string) => ({ value: { amount, currency } });

    it('given deals in two currencies, then how many and the sum of each, of those that it is narrowed to alone', async () => {
      await deals.add(
        deal(1, worth(1_000, 'EUR')),
        deal(2, worth(50_000, 'USD')),
        deal(3, worth(70_000, 'USD')),
        deal(4),
        deal(5, { ...worth(9, 'USD'), location: 'L2' }),
      );
      const elsewhere: Membership = { ...companyAdmin, locations: ['L1'] };
      const found = await list('inbound', {}, elsewhere);
      assert.deepEqual(found.count, { count: 4, more: false });
      assert.deepEqual(found.totals, [
        { amount: 120_000, currency: 'USD' },
        { amount: 1_000, currency: 'EUR' },
      ]);
      const over = await list('inbound', {}, elsewhere, { filters: { over: { amount: 60_000 } } });
      assert.deepEqual([over.count.count, over.totals], [1, [{ amount: 70_000, currency: 'USD' }]]);
    });

    it('given two hundred deals and one more, then 200 and their sum, then more than that and no sum', async () => {
      await deals.add(...Array.from({ length: 200 }, (_, n) => deal(n, worth(1, 'USD'))));
      const all = await list('inbound');
      assert.deepEqual(
        [all.count, all.totals],
        [{ count: 200, more: false }, [{ amount: 200, currency: 'USD' }]],
      );
      await deals.add(deal(200));
      const more = await list('inbound');
      assert.deepEqual([more.count, more.totals], [{ count: 200, more: true }, undefined]);
    });
  });

  describe('pages of ten', () => {
    const numbers = (from: number, to: number) =>
      Array.from({ length: from - to + 1 }, (_, n) => `Deal ${from - n}`);

    it('given 25 deals, when paged to the end and back, then ten, ten, five, and the same backwards', async () => {
      await deals.add(...Array.from({ length: 25 }, (_, n) => deal(n)));
      const first = await list('inbound');
      const second = await list('inbound', { after: first.next });
      const third = await list('inbound', { after: second.next });
      assert.deepEqual(
        [names(first), names(second), names(third)],
        [numbers(24, 15), numbers(14, 5), numbers(4, 0)],
      );
      assert.equal(third.next, undefined);
      const back = await list('inbound', { before: third.previous });
      assert.deepEqual(names(back), names(second));
      const start = await list('inbound', { before: back.previous });
      assert.deepEqual([names(start), start.previous], [names(first), undefined]);
    });

    it('given deals that arrive between two pages, then the next page goes on where the first ended, and the way back shows them', async () => {
      await deals.add(...Array.from({ length: 15 }, (_, n) => deal(n)));
      const first = await list('inbound');
      await deals.add(deal(15), deal(16), deal(17));
      const second = await list('inbound', { after: first.next });
      assert.deepEqual(names(second), numbers(4, 0));
      const start = await list('inbound', { before: second.previous });
      assert.deepEqual(names(start), numbers(14, 5));
      assert.deepEqual(names(await list('inbound', { before: start.previous })), numbers(17, 8));
    });

    it('given a page by the deal it began with, when it is shown again, then the same ten', async () => {
      await deals.add(...Array.from({ length: 25 }, (_, n) => deal(n)));
      assert.deepEqual(names(await list('inbound', { first: deal(14) })), numbers(14, 5));
      assert.deepEqual(names(await list('inbound', { first: deal(24) })), numbers(24, 15));
      assert.equal((await list('inbound', { first: deal(24) })).previous, undefined);
    });

    it('given positions that somebody made up, then some page of the own list', async () => {
      await deals.add(...Array.from({ length: 12 }, (_, n) => deal(n)));
      for (const cursor of ['', ' ', 'zz', 'tx referral:1', '~']) {
        for (const position of [{ after: cursor }, { before: cursor }]) {
          const found = await list('inbound', position);
          assert.ok(found.deals.every(({ direction }) => direction === 'inbound'));
        }
      }
    });
  });

  it('given any deals and any member, when every page is read, then each deal that may be seen comes exactly once, in order, both ways (CR-2 to CR-4)', async () => {
    const emails = ['a@x', 'b@x', 'c@x'];
    const someDeal = fc.record({
      direction: fc.constantFrom('inbound', 'outbound'),
      state: fc.constantFrom({ stage: 'received' }, accepted, long, ended('won'), ended('lost')),
      location: fc.constantFrom('L1', 'L2', 'L3', undefined),
      name: fc.constantFrom('Alpha', 'alpha', 'Äther', 'Beta', '微软'),
      created: fc.integer({ min: 0, max: 6 }),
      team: fc.subarray(emails),
      country: fc.constantFrom('US', 'DE'),
      closeDate: fc.constantFrom('2026-11-01', '2026-11-20', '2027-02-01', undefined),
      value: fc.constantFrom(
        { amount: 49_999, currency: 'USD' },
        { amount: 60_000, currency: 'EUR' },
        undefined,
      ),
      salesStage: fc.constantFrom(undefined, 20, 80),
      sender: fc.constantFrom(undefined, { organizationId: 'msft' }, { name: 'Northwind Consulting' }),
    });
    const someMember = fc.record({
      role: fc.constantFrom('referrals-admin' as const, 'referrals-user' as const),
      locations: fc.oneof(fc.constant('all' as const), fc.subarray(['L1', 'L2', 'L3'])),
      addresses: fc.subarray(emails, { minLength: 1 }),
    });
    const someChoice = fc.record({
      sort: fc.constantFrom(...dealSorts),
      descending: fc.boolean(),
      filters: fc.constantFrom<DealFilters>(...everyFilter),
    });
    const lists = fc.constantFrom<DealList>(
      'inbound',
      'outbound',
      'mine',
      'all',
      'expiring',
      'action',
      'unsynced',
      'closed',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(someDeal, { maxLength: 45 }),
        someMember,
        someChoice,
        lists,
        async (drawn, member, choice, which) => {
          deals = dealStore();
          const all = drawn.map(
            (
              {
                state,
                country,
                created,
                team: people,
                location,
                closeDate,
                value,
                salesStage,
                sender,
                ...rest
              },
              n,
            ) =>
              deal(n, {
                ...rest,
                ...state,
                ...(location && { location }),
                ...(!location && { location: undefined }),
                ...(closeDate && { closeDate }),
                ...(value && { value }),
                ...(salesStage && { salesStage }),
                ...(sender && { sender }),
                customer: customer('Fabrikam', country),
                createdAt: `2026-11-0${created + 1}T00:00:00.000Z`,
                ...team(...people),
              }),
          );
          await deals.add(...all);
          await choose(which, choice);
          const wanted = all
            .filter((one) => mayFind(member, one) && belongs(which, one, member, choice.filters))
            .filter((one) => fitsFilters(one, choice.filters, TODAY) && fitsWords(one, choice.filters))
            .map(({ id }) => id)
            .sort();
          const forwards = await walk((position) => list(which, position, member), 'next');
          assert.deepEqual(forwards.ids.toSorted(), wanted);
          const backwards = await walk(
            (position) => list(which, position, member),
            'previous',
            forwards.last,
          );
          assert.deepEqual(backwards.ids, forwards.ids);
          await deals.store.close();
        },
      ),
      { numRuns: 120 },
    );
    deals = dealStore();
  });
});

const long = { ...accepted, acceptedAt: '2026-10-02T00:00:00.000Z' };

const everyFilter: readonly DealFilters[] = [
  {},
  { country: 'DE' },
  { status: 'open' },
  { status: 'won' },
  { over: { amount: 50_000 } },
  { over: { amount: 10_000, currency: 'USD' }, under: { amount: 49_999 } },
  { closingFrom: '2026-11-02', closingTo: '2026-12-31' },
  { closingFrom: '2026-12-01' },
  { closingTo: '2026-11-20' },
  { stage: 10 },
  { stage: 80 },
  { words: 'Alpha' },
  { partner: 'Microsoft' },
  { partner: 'northwind consult' },
  { overdue: true },
  { quiet: true },
  { quiet: true, overdue: true, over: { amount: 50_000 } },
];

function customer(name: string, country: string) {
  return { name, country, addressLines: [], contacts: [] };
}

function belongs(list: DealList, referral: Referral, member: Membership, filters: DealFilters): boolean {
  const open = ['received', 'accepted'].includes(dealStatusOf(referral));
  const mine = referral.team.some(({ email }) => member.addresses.includes(email ?? ''));
  const since = actionSince(referral)?.since;
  // The two lists of what is open show another status where one is asked for.
  const shown = open || filters.status !== undefined;
  return {
    all: shown,
    inbound: referral.direction === 'inbound',
    outbound: referral.direction === 'outbound',
    closed: !open,
    mine: shown && mine,
    expiring: referral.direction === 'inbound' && referral.stage === 'received',
    action: since !== undefined && hasCome(since, TODAY),
    unsynced: referral.unsynced !== undefined,
    favorites: false,
    reviews: actionSince(referral)?.why === 'review',
  }[list];
}

type Page = Awaited<ReturnType<typeof listDeals>>;

/** Reads page after page; backwards from what stands before the last page, which is put at the end. */
async function walk(
  read: (position: PagePosition) => Promise<Page>,
  way: 'next' | 'previous',
  last?: Page,
): Promise<{ ids: string[]; last: Page }> {
  let page = last ?? (await read({}));
  let ids = page.deals.map(({ id }) => id);
  for (let pages = 0; page[way] !== undefined; pages++) {
    assert.ok(pages < 20, 'never ends');
    page = await read(way === 'next' ? { after: page.next } : { before: page.previous });
    const found = page.deals.map(({ id }) => id);
    ids = way === 'next' ? [...ids, ...found] : [...found, ...ids];
  }
  return { ids, last: page };
}
