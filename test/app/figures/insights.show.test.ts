import assert from 'node:assert/strict';
import { showInsights } from '#app/figures/insights.show.ts';
import type { Membership } from '#domain/referral/rights.ts';
import type { Organization } from '#ports/organizations.ts';
import { type CountingWorld, countingWorld } from '#test/support/figures/countingWorld.ts';
import { accepted, companyAdmin, ended, TODAY, user } from '#test/support/list/manyDeals.ts';

const by = (personId: string) => ({ kind: 'person', personId });
const closed = (outcome: string, closedAt: string, rest: object = {}) => ({
  ...ended(outcome),
  closedAt,
  ...rest,
});
const organization = {
  id: 'contoso',
  locations: [{ mpnId: 'L1', name: 'Bellevue', country: 'US' }],
} as unknown as Organization;

describe('insights.show', () => {
  let world: CountingWorld;
  beforeEach(async () => {
    world = await countingWorld();
    await world.change(1, { ...accepted, acceptedAt: '2026-10-01T05:00:00.000Z', acceptedBy: by('anna') });
    await world.change(
      2,
      closed('won', '2026-11-10T00:00:00.000Z', {
        value: { amount: 500, currency: 'USD' },
        closedBy: by('li'),
        acceptedAt: '2026-10-20T00:00:00.000Z',
        acceptedBy: by('li'),
      }),
    );
    await world.change(3, closed('won', '2026-08-10T00:00:00.000Z', { location: 'L2' }));
    await world.change(
      4,
      closed('declined', '2026-11-02T00:00:00.000Z', { reason: 'budget', location: 'L2' }),
    );
    await world.change(5, closed('lost', '2026-12-02T00:00:00.000Z', { location: undefined }));
    await world.store.create({
      partition: 'contoso',
      id: 'person:anna',
      kind: 'person',
      schema: 1,
      body: {
        kind: 'person',
        personId: 'anna',
        profile: { name: 'Anna Berg', guest: false, asOf: '2026-11-01T00:00:00.000Z' },
        welcomed: true,
        outbox: [],
      },
    });
    await world.end();
  });
  afterEach(() => world.close());

  const shown = (member: Membership | undefined, asked: { by?: 'month'; location?: string } = {}) =>
    showInsights(world, { organization, member, by: 'quarter', today: TODAY, ...asked });
  const admin = (...locations: string[]): Membership => ({ ...companyAdmin, locations });

  it('given the company’s admin, then this quarter stands against the last (CR-2)', async () => {
    const { now, before, counting } = await shown(companyAdmin);
    assert.deepEqual(
      [now.accepted, now.declined, now.won, now.lost, before.won, counting],
      [2, 1, 1, 1, 1, false],
    );
    assert.deepEqual(now.wonMoney, [{ currency: 'USD', amount: 500 }]);
    assert.deepEqual(now.declinedFor, [{ reason: 'budget', count: 1 }]);
    assert.deepEqual(now.time, { answers: 2, half: 8, day: 1, threeDays: 1 });
  });

  it('given the company’s admin, then each location stands by itself, and what belongs to none', async () => {
    const { places } = await shown(companyAdmin);
    assert.deepEqual(
      places.map(({ name, outcome }) => [name, outcome.won, outcome.lost]),
      [
        ['Bellevue', 1, 0],
        ['L2', 0, 0],
        ['none', 0, 1],
      ],
    );
  });

  it('given an admin of one location, then nothing of another one is shown, whatever they ask for (CR-3)', async () => {
    for (const asked of [{}, { location: 'L1' }, { location: 'none' }]) {
      const { now, places, location, people } = await shown(admin('L2'), asked);
      assert.deepEqual([now.won, now.lost, now.declined, location, people], [0, 0, 1, undefined, []]);
      assert.deepEqual(
        places.map(({ name }) => name),
        ['L2'],
      );
    }
  });

  it('given a referrals user or nobody, then there is nothing (CR-4)', async () => {
    for (const member of [user('all', 'li@contoso.example'), undefined]) {
      const { now, places, people } = await shown(member);
      assert.deepEqual([now.won, now.accepted, places, people], [0, 0, [], []]);
    }
  });

  it('given one location that is asked for, then it is that one alone', async () => {
    const { now, location, places } = await shown(companyAdmin, { location: 'L1' });
    assert.deepEqual([now.won, now.declined, location?.name, places], [1, 0, 'Bellevue', []]);
  });

  it('given somebody whom the bot knows no more, such as after an erasure, then they are one of the others', async () => {
    const { people } = await shown(companyAdmin);
    assert.deepEqual(
      people.map(({ name, outcome }) => [name, outcome.accepted, outcome.won]),
      [
        ['Anna Berg', 1, 0],
        ['others', 1, 1],
      ],
    );
  });

  it('given a month, then it stands against the one before', async () => {
    const { span, now, before } = await shown(companyAdmin, { by: 'month' });
    assert.deepEqual(span, { by: 'month', now: '2026-11', before: '2026-10' });
    assert.deepEqual([now.won, now.accepted, before.accepted], [1, 0, 2]);
  });
});
