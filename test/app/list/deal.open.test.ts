import assert from 'node:assert/strict';
import { type OpenedFrom, openDeal } from '#app/list/deal.open.ts';
import { keepChoice } from '#app/list/listChoice.ts';
import { usualChoice } from '#domain/list/dealList.ts';
import type { Membership } from '#domain/referral/rights.ts';
import {
  companyAdmin,
  type Deals,
  deal,
  dealStore,
  TODAY,
  team,
  user,
} from '#test/support/list/manyDeals.ts';

describe('deal.open', () => {
  let deals: Deals;
  beforeEach(() => {
    deals = dealStore();
  });
  afterEach(() => deals.store.close());

  const open = (n: number, from?: OpenedFrom, member: Membership | undefined = companyAdmin) =>
    openDeal(deals.deps, {
      organization: 'contoso',
      personId: 'anna',
      member,
      referralId: deal(n).id,
      from,
      today: TODAY,
    });
  const around = async (n: number, from?: OpenedFrom, member?: Membership) => {
    const opened = await open(n, from, member);
    return [opened?.previous, opened?.next];
  };

  it('given a list, when a deal is opened, then those beside it in its order, across the borders of pages', async () => {
    await deals.add(...Array.from({ length: 12 }, (_, n) => deal(n)));
    assert.deepEqual(await around(11, { list: 'inbound' }), [undefined, deal(10).id]);
    assert.deepEqual(await around(2, { list: 'inbound' }), [deal(3).id, deal(1).id]);
    assert.deepEqual(await around(0, { list: 'inbound' }), [deal(1).id, undefined]);
    assert.deepEqual(await around(5), [undefined, undefined]);
  });

  it('given the person’s sort and filters, when opened, then the neighbours follow them (CR-15)', async () => {
    const in_ = (country: string) => ({ customer: { name: 'x', country, addressLines: [], contacts: [] } });
    await deals.add(
      deal(1, { name: 'b', ...in_('DE') }),
      deal(2, { name: 'a', ...in_('DE') }),
      deal(3, { name: 'c', ...in_('US') }),
      deal(4, { name: 'd', ...in_('DE') }),
    );
    const choice = { ...usualChoice, sort: 'name' as const, descending: false, filters: { country: 'DE' } };
    await keepChoice(deals.deps, { organization: 'contoso', personId: 'anna', list: 'inbound', choice });
    assert.deepEqual(await around(1, { list: 'inbound' }), [deal(2).id, deal(4).id]);
  });

  it('given deals in between that may not be seen, when opened, then they are passed over (CR-4)', async () => {
    const member = user('all', 'anna@x');
    await deals.add(deal(1, team('anna@x')), deal(2, team('bo@x')), deal(3, team('anna@x')));
    assert.deepEqual(await around(1, { list: 'inbound' }, member), [deal(3).id, undefined]);
    assert.deepEqual(await around(3, { text: 'fabrikam' }, member), [undefined, deal(1).id]);
  });

  it('given a deal that has left the list meanwhile, when opened, then it opens all the same', async () => {
    await deals.add(
      deal(1, { stage: 'accepted', acceptedAt: TODAY, acceptedBy: { kind: 'clock' } }),
      deal(2),
    );
    assert.deepEqual(await around(1, { list: 'expiring' }), [undefined, undefined]);
    assert.equal((await open(1, { list: 'expiring' }))?.referral.name, 'Deal 1');
  });

  it('given a deal that is not there, of another organization or not to be seen, then nothing, alike (CR-2 to CR-5)', async () => {
    await deals.add(deal(1), deal(2, { organization: 'tailspin' }));
    assert.equal(await open(9), undefined);
    assert.equal(await open(2), undefined);
    assert.equal(await open(1, undefined, { ...companyAdmin, locations: ['L2'] }), undefined);
    assert.equal(await open(1, undefined, user('all', 'eve@x')), undefined);
    const nobody = {
      organization: 'contoso',
      personId: 'eve',
      member: undefined,
      from: undefined,
      today: TODAY,
    };
    assert.equal(await openDeal(deals.deps, { ...nobody, referralId: deal(1).id }), undefined);
  });
});
