import assert from 'node:assert/strict';
import { listDeals } from '#app/list/deals.list.ts';
import type { Membership } from '#domain/referral/rights.ts';
import { filedBy } from '#domain/registration/registrationView.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';
import { register, review, wonTogether } from '#test/support/deal/registrations.ts';
import { dealOf } from '#test/support/engagement/engaged.ts';
import { everything } from '#test/support/organization/colleagues.ts';

const user: Membership = { role: 'referrals-user', locations: 'all', addresses: ['mia@microsoft.example'] };

describe('registration.review', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp({ others: { msft: 'Microsoft' } });
    await wonTogether(app);
    await register(app);
    await app.settled();
  });
  afterEach(() => app.close());

  const stateThere = async () => {
    const referral = await dealOf(app, 'msft', 'r-msft');
    return referral && filedBy(referral, 'contoso')?.state;
  };

  it('given a registration, then an admin of Microsoft decides on it, step by step (CR-48)', async () => {
    for (const [decision, state] of [
      ['approve', 'approved'],
      ['take', 'review-pending'],
      ['pass', 'closed'],
    ] as const) {
      assert.equal((await review(app, decision)).kind, 'done');
      assert.equal(await stateThere(), state);
    }
    const late = await review(app, 'fail', { reason: 'Too late' });
    assert.ok(late.kind === 'refused');
    assert.equal(late.rejection, 'review-not-now');
  });

  it('given somebody who is no admin, then it is not theirs to decide', async () => {
    assert.equal((await review(app, 'approve', { member: user })).kind, 'not-allowed');
    assert.equal((await review(app, 'approve', { member: undefined })).kind, 'not-allowed');
    assert.equal(await stateThere(), 'pending');
  });

  it('given two reviewers at once, then one decision counts and the other sees it', async () => {
    const both = await Promise.all([review(app, 'approve'), review(app, 'approve')]);
    assert.deepEqual(both.map(({ kind }) => kind).sort(), ['done', 'refused']);
    const referral = await dealOf(app, 'msft', 'r-msft');
    assert.equal(referral?.registrationReviews?.contoso?.length, 1);
  });

  it('given registrations that wait, then the reviewers’ list has them, oldest first, until they are over (CR-48)', async () => {
    const listed = async (member: Membership = everything) => {
      const input = {
        organization: 'msft',
        personId: 'mia',
        member,
        list: 'reviews' as const,
        today: '2026-11-16',
      };
      const { deals, count } = await listDeals(app.deps, input);
      return [deals.map(({ id }) => id), count.count];
    };
    assert.deepEqual(await listed(), [['r-msft'], 1]);
    assert.deepEqual(await listed(user), [[], 0], 'a user who is not in the team sees nothing');
    await review(app, 'approve');
    assert.deepEqual(await listed(), [['r-msft'], 1], 'an approved IP co-sell deal is reviewed yet');
    await review(app, 'take');
    await review(app, 'ask', { reason: 'Wrong', fields: ['value'] });
    assert.deepEqual(await listed(), [[], 0], 'it is the partner’s turn');
    await app.settled();
    await register(app, { value: { amount: 120, currency: 'USD' } });
    await app.settled();
    assert.deepEqual(await listed(), [['r-msft'], 1]);
    await review(app, 'pass', { submission: 2 });
    assert.deepEqual(await listed(), [[], 0]);
  });

  it('given the partner’s own record, then nobody can review there', async () => {
    const outcome = await review(app, 'approve', { organization: 'contoso', referralId: 'deal-1' });
    assert.ok(outcome.kind === 'refused');
    assert.equal(outcome.rejection, 'review-nothing');
  });
});
