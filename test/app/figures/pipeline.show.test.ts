import assert from 'node:assert/strict';
import { showPipeline, type Whose } from '#app/figures/pipeline.show.ts';
import type { Membership } from '#domain/referral/rights.ts';
import { type CountingWorld, countingWorld } from '#test/support/figures/countingWorld.ts';
import { accepted, companyAdmin, ended, TODAY, user } from '#test/support/list/manyDeals.ts';

const usd = (amount: number) => ({ value: { amount, currency: 'USD' } });
const team = { team: [{ name: 'Li', email: 'li@contoso.example' }] };

describe('pipeline.show', () => {
  let world: CountingWorld;
  beforeEach(async () => {
    world = await countingWorld();
    await world.change(1, { ...accepted, ...usd(100), ...team, salesStage: 80, closeDate: '2026-12-01' });
    await world.change(2, { ...accepted, ...usd(50), location: 'L2', closeDate: '2026-11-01' });
    await world.change(3, { ...team, value: { amount: 7, currency: 'EUR' }, closeDate: '2027-03-31' });
    await world.change(4, { ...accepted, ...usd(1), location: undefined });
    await world.change(5, { ...ended('won'), ...usd(1_000), ...team });
    await world.end();
  });
  afterEach(() => world.close());

  const shown = (member: Membership | undefined, whose?: Whose) =>
    showPipeline(world, { organization: 'contoso', member, whose, today: TODAY });
  const admin = (...locations: string[]): Membership => ({ ...companyAdmin, locations });
  const li = user('all', 'li@contoso.example');

  it('given the company’s admin, then all that is open is in it, by stage and by quarter (CR-2)', async () => {
    const { whose, pipeline } = await shown(companyAdmin, 'all');
    assert.equal(whose, 'all');
    assert.equal(pipeline.deals, 4);
    assert.deepEqual(pipeline.money, [
      { currency: 'USD', amount: 151 },
      { currency: 'EUR', amount: 7 },
    ]);
    assert.deepEqual(
      pipeline.steps.map(({ step, deals }) => [step, deals]),
      [
        ['80', 1],
        ['10', 2],
        ['received', 1],
      ],
    );
    assert.deepEqual(
      pipeline.quarters.map(({ when, deals, from, to }) => [
        typeof when === 'object' ? when.first : when,
        deals,
        from,
        to,
      ]),
      [
        ['2026-10', 2, '2026-10-01', '2026-12-31'],
        ['2027-01', 1, '2027-01-01', '2027-03-31'],
        ['none', 1, undefined, undefined],
      ],
    );
    assert.deepEqual(pipeline.weighted, [{ currency: 'USD', amount: 85.1 }]);
  });

  it('given an admin of one location, then nothing of another one or of none is in it (CR-3)', async () => {
    assert.deepEqual((await shown(admin('L2'), 'all')).pipeline.money, [{ currency: 'USD', amount: 50 }]);
    assert.equal((await shown(admin('L1', 'L2'), 'all')).pipeline.deals, 3);
    assert.equal((await shown(admin(), 'all')).pipeline.deals, 0);
  });

  it('given a referrals user who asks for all, then they get their own (CR-4)', async () => {
    const { whose, pipeline, mayAll } = await shown(li, 'all');
    assert.deepEqual([whose, pipeline.deals, mayAll], ['mine', 2, false]);
  });

  it('given a user of one location, then their own deals elsewhere are not in it (CR-4)', async () => {
    assert.equal((await shown(user(['L2'], 'li@contoso.example'), 'mine')).pipeline.deals, 0);
    assert.equal((await shown(undefined, 'mine')).pipeline.deals, 0);
  });

  it('given no choice, then it is one’s own, and an admin without own deals sees all', async () => {
    assert.equal((await shown({ ...companyAdmin, addresses: li.addresses })).whose, 'mine');
    assert.equal((await shown(companyAdmin)).whose, 'all');
  });

  it('given one’s own deals, then those past their close date are counted, and a change shows at once', async () => {
    const overdueSince = { closeDate: '2026-11-19' };
    await world.change(6, { ...accepted, ...team, ...overdueSince });
    await world.change(7, { ...team, ...overdueSince });
    const { overdue, pipeline, first } = await shown(li);
    assert.deepEqual([overdue, pipeline.deals, first], [1, 4, undefined]);
  });

  it('given more deals of one’s own than are looked at, then it is said how many these are', async () => {
    for (let n = 10; n < 215; n++) await world.change(n, { ...accepted, ...team });
    const { first, pipeline } = await shown(li);
    assert.deepEqual([first, pipeline.deals], [200, 200]);
  });

  it('given a fiscal year that begins in July, then the quarters are its own', async () => {
    const { pipeline } = await showPipeline(world, {
      ...{ organization: 'contoso', member: companyAdmin, today: TODAY, yearBegins: 7 },
      whose: 'all',
    });
    assert.deepEqual(pipeline.quarters[0]?.when, { first: '2026-10', number: 2, year: 2027 });
  });
});
