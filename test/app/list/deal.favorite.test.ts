import assert from 'node:assert/strict';
import { favoriteDeal, favoriteIds, MOST_FAVORITES } from '#app/list/deal.favorite.ts';
import type { Membership } from '#domain/referral/rights.ts';
import { companyAdmin, type Deals, deal, dealStore } from '#test/support/list/manyDeals.ts';

describe('deal.favorite (CR-14)', () => {
  let deals: Deals;
  beforeEach(async () => {
    deals = dealStore();
    await deals.add(deal(1), deal(2), deal(3, { organization: 'tailspin' }));
  });
  afterEach(() => deals.store.close());

  const press = (n: number, on: boolean, personId = 'anna', member: Membership | undefined = companyAdmin) =>
    favoriteDeal(deals.deps, { organization: 'contoso', personId, member, referralId: deal(n).id, on });
  const ids = (personId = 'anna') => favoriteIds(deals.deps, 'contoso', personId);

  it('given a heart that is set twice, then it is there once; taken twice, then it is gone', async () => {
    await press(1, true);
    await press(1, true);
    assert.deepEqual(await ids(), [deal(1).id]);
    await press(1, false);
    await press(1, false);
    assert.deepEqual(await ids(), []);
  });

  it('given hearts of two people, then each has the own', async () => {
    await press(1, true);
    await press(2, true, 'bo');
    assert.deepEqual([await ids(), await ids('bo')], [[deal(1).id], [deal(2).id]]);
  });

  it('given hearts set at once, then none is lost', async () => {
    await deals.add(...Array.from({ length: 8 }, (_, n) => deal(10 + n)));
    await Promise.all(Array.from({ length: 8 }, (_, n) => press(10 + n, true)));
    assert.equal((await ids()).length, 8);
  });

  it('given a deal that is not there, of another organization or not to be seen, then it is refused alike and nothing is kept', async () => {
    const answers = [
      await press(99, true),
      await press(3, true),
      await press(1, true, 'anna', { ...companyAdmin, locations: ['L2'] }),
      await favoriteDeal(deals.deps, {
        organization: 'contoso',
        personId: 'anna',
        member: undefined,
        referralId: deal(1).id,
        on: true,
      }),
    ];
    for (const answer of answers) assert.deepEqual(answer, { ok: false });
    assert.deepEqual(await ids(), []);
  });

  it('given more hearts than there is room for, then the oldest makes room', async () => {
    const many = Array.from({ length: MOST_FAVORITES + 1 }, (_, n) => deal(1_000 + n));
    await deals.add(...many);
    for (let n = 0; n < many.length; n++) await press(1_000 + n, true);
    const kept = await ids();
    assert.equal(kept.length, MOST_FAVORITES);
    assert.deepEqual([kept[0], kept.includes(deal(1_000).id)], [many.at(-1)?.id, false]);
  });
});
