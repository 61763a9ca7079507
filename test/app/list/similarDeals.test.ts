import assert from 'node:assert/strict';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { similarDealsOf } from '#app/list/similarDeals.ts';
import { dealOrderings } from '#app/referral/dealIndex.ts';
import { createdRecord, referralDraft } from '#app/referral/referralRecord.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Membership } from '#domain/referral/rights.ts';
import { accepted, closed, received } from '#test/support/referral/samples.ts';
import { counting } from '#test/support/store/countingStore.ts';

const HERE = '1234567';
const customer = { name: 'Northwind Traders', addressLines: [], country: 'US', contacts: [] };
const referral = received({ id: 'new', location: HERE, customer });
const admin: Membership = { role: 'referrals-admin', locations: 'all', addresses: ['ada@contoso.example'] };
const local: Membership = { ...admin, locations: [HERE] };
const seller: Membership = { role: 'referrals-user', locations: 'all', addresses: ['bo@contoso.example'] };

describe('What became of similar deals (CR-57)', () => {
  const store = counting(openSqliteStore({ file: ':memory:', orderings: dealOrderings }));
  let number = 0;
  const put = (outcome: string, changes: object = {}) => {
    const deal = closed({
      id: `d${++number}`,
      location: HERE,
      customer,
      team: [],
      outcome,
      ...changes,
    } as object);
    return store.create(referralDraft(createdRecord(deal), undefined));
  };
  before(async () => {
    await put('won', { location: '7654321' });
    await put('lost', { team: [{ name: 'Bo', email: 'bo@contoso.example' }] });
    await put('declined');
    await put('declined', { organization: 'fabrikam' });
    await put('won', { customer: { ...customer, name: 'Northwind Other' } });
    await store.create(referralDraft(createdRecord(accepted({ id: 'open', customer })), undefined));
  });
  after(() => store.close());

  const become = (member: Membership, one: Referral = referral) => similarDealsOf({ store }, one, member);
  const counts = async (member: Membership) => {
    const { won, lost, declined, expired } = (await become(member)) ?? {};
    return [won, lost, declined, expired];
  };

  it('given an admin of the whole company, then all of the company’s count, and nobody else’s (CR-2)', async () => {
    assert.deepEqual(await counts(admin), [1, 1, 1, 0]);
  });

  it('given an admin of one location, then those of that location (CR-3)', async () => {
    assert.deepEqual(await counts(local), [0, 1, 1, 0]);
  });

  it('given a seller, then those with them in the team (CR-4)', async () => {
    assert.deepEqual(await counts(seller), [0, 1, 0, 0]);
  });

  it('given a referral that waits, then it costs one bounded query; given one that is decided, none', async () => {
    store.calls.length = 0;
    await become(admin);
    assert.equal(store.calls.length, 1);
    assert.equal(await become(admin, accepted({ customer })), undefined);
    assert.equal(store.calls.length, 1);
  });
});
