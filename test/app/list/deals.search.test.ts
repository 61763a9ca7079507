import assert from 'node:assert/strict';
import { searchDeals } from '#app/list/deals.search.ts';
import type { Membership } from '#domain/referral/rights.ts';
import { isSearchable } from '#domain/values/searchable.ts';
import { companyAdmin, type Deals, deal, dealStore, team, user } from '#test/support/list/manyDeals.ts';

const ANNA = 'anna@contoso.example';

describe('deals.search', () => {
  let deals: Deals;
  beforeEach(() => {
    deals = dealStore();
  });
  afterEach(() => deals.store.close());

  const search = (text: string, member: Membership | undefined = companyAdmin, organization = 'contoso') =>
    searchDeals(deals.deps, { organization, personId: 'anna', member, text });
  const names = async (text: string, member?: Membership) => {
    const outcome = await search(text, member);
    return outcome.kind === 'found' ? outcome.deals.map(({ name }) => name) : outcome.kind;
  };

  describe('what is found by what (CR-16)', () => {
    const one = deal(1, {
      id: 'ab12cd34-0000-4000-8000-000000000001',
      name: 'Müller cloud migration',
      customer: { name: 'Nordwind Österreich GmbH', addressLines: [], contacts: [] },
      notes: 'Wants internationalisation of reporting',
      senderNotes: 'Call before noon',
    });
    const chinese = deal(2, {
      name: '数据中心迁移',
      customer: { name: '微软中国', addressLines: [], contacts: [] },
    });
    beforeEach(() => deals.add(one, chinese));

    for (const text of [
      'mue',
      'MÜLLER',
      'muller clo',
      'migration cloud',
      'nordw',
      'nordwind muller',
      'osterreich',
      'ab12cd',
      'AB12CD34-00',
      'reporting',
      'noon muller',
      'internationalisation',
    ]) {
      it(`given a deal, when ${text} is searched, then it is found`, async () => {
        assert.deepEqual(await names(text), [one.name]);
      });
    }

    for (const text of [
      'ller',
      'report',
      'reporting fabrikam',
      'internationalisations',
      'nordwindx',
      'xqz',
    ]) {
      it(`given a deal, when ${text} is searched, then it is not found`, async () => {
        assert.deepEqual(await names(text), []);
      });
    }

    for (const text of ['迁移', '数据', '微软', '微软 迁移']) {
      it(`given a deal in Chinese, when ${text} is searched, then two characters are enough`, async () => {
        assert.deepEqual(await names(text), [chinese.name]);
      });
    }

    it('given less than three letters, when searched, then it is said that this is too short', async () => {
      for (const text of ['mu', 'a b', '12', '数', '  ', '.,'])
        assert.equal((await search(text)).kind, 'too-short', text);
      assert.ok(isSearchable('abc') && isSearchable('数据') && isSearchable('to abc'));
    });
  });

  describe('a deal by its id (CR-16)', () => {
    const { id } = deal(7);
    for (const text of [
      id,
      id.toUpperCase(),
      `{${id}}`,
      ` ${id}. `,
      `https://partner.microsoft.com/dashboard/referrals/v2/deal/${id}?tab=1`,
    ]) {
      it(`given ${text}, then the deal itself`, async () => {
        await deals.add(deal(7));
        const outcome = await search(text);
        assert.equal(outcome.kind === 'deal' && outcome.referral.id, id);
      });
    }

    it('given the id of a deal that is not there or not to be seen, then both are answered alike', async () => {
      await deals.add(deal(7, { location: 'L1' }));
      const elsewhere: Membership = { ...companyAdmin, locations: ['L2'] };
      const [forbidden, unknown] = [await search(id, elsewhere), await search(deal(8).id, elsewhere)];
      assert.deepEqual(forbidden, unknown);
      assert.equal(forbidden.kind === 'found' && forbidden.count.count, 0);
    });
  });

  it('given more than ten finds, when searched, then pages of ten, the newest first, counted', async () => {
    await deals.add(...Array.from({ length: 12 }, (_, n) => deal(n)));
    const outcome = await search('fabrikam');
    assert.ok(outcome.kind === 'found');
    assert.deepEqual([outcome.deals.length, outcome.deals[0]?.name], [10, 'Deal 11']);
    assert.deepEqual(outcome.count, { count: 12, more: false });
    const rest = await searchDeals(
      deals.deps,
      { organization: 'contoso', personId: 'anna', member: companyAdmin, text: 'fabrikam' },
      { after: outcome.next },
    );
    assert.deepEqual(rest.kind === 'found' && rest.deals.map(({ name }) => name), ['Deal 1', 'Deal 0']);
  });

  describe('rights (CR-2 to CR-5)', () => {
    beforeEach(() =>
      deals.add(
        deal(1, { location: 'L1', ...team(ANNA) }),
        deal(2, { location: 'L2', ...team(ANNA) }),
        deal(3, { location: 'L1', ...team('bo@x') }),
        deal(4, { location: undefined, ...team('ANNA@UPN.example') }),
        deal(5, { organization: 'tailspin', location: 'L1', ...team(ANNA) }),
      ),
    );
    const cases: [string, Membership | undefined, string[]][] = [
      ['the company’s admin', companyAdmin, ['Deal 4', 'Deal 3', 'Deal 2', 'Deal 1']],
      ['an admin of one location', { ...companyAdmin, locations: ['L1'] }, ['Deal 3', 'Deal 1']],
      ['an admin of two', { ...companyAdmin, locations: ['L1', 'L2'] }, ['Deal 3', 'Deal 2', 'Deal 1']],
      ['an admin of none', { ...companyAdmin, locations: [] }, []],
      ['a user of all locations', user('all', ANNA), ['Deal 2', 'Deal 1']],
      ['a user with two addresses', user('all', ANNA, 'anna@upn.example'), ['Deal 4', 'Deal 2', 'Deal 1']],
      ['a user of one location', user(['L1'], ANNA, 'anna@upn.example'), ['Deal 1']],
      ['a user in no team', user('all', 'eve@x'), []],
    ];
    for (const [who, member, wanted] of cases) {
      it(`given ${who}, then ${wanted.join(', ') || 'nothing'}`, async () => {
        assert.deepEqual(await names('fabrikam', member), wanted);
      });
    }

    it('given nobody’s rights, then nothing', async () => {
      const outcome = await searchDeals(deals.deps, {
        organization: 'contoso',
        personId: 'eve',
        member: undefined,
        text: 'fabrikam',
      });
      assert.deepEqual(outcome.kind === 'found' && outcome.deals, []);
    });
  });
});
