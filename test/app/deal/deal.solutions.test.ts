import assert from 'node:assert/strict';
import { changeDealSolutions } from '#app/deal/deal.solutions.ts';
import type { Solution } from '#domain/referral/referral.ts';
import { type App, MONDAY, startApp, TENANT } from '#test/support/app/runningApp.ts';
import { accept, everything, recordOf } from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const own: Solution = { id: 'SOL-7', name: 'Data platform', kind: 'own', incentive: true };
const assessment: Solution = { id: 'ASM-1', name: 'Cloud economics', kind: 'assessment' };

describe('deal.solutions', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    await app.receive({ ...inbound({}, new Date(MONDAY)), id: 'r1' });
    await accept(app, 'r1');
  });
  afterEach(() => app.close());

  const change = (
    add: readonly Solution[],
    remove: readonly string[] = [],
    more: { place?: string; vetted?: boolean; fixed?: boolean } = {},
  ) =>
    changeDealSolutions(app.deps, {
      organization: 'contoso',
      referralId: 'r1',
      personId: `${TENANT}:anna`,
      member: everything,
      commandId: `press-${Math.random()}`,
      add,
      remove,
      locations: ['1234567', '7654321'],
      vetted: true,
      fixed: false,
      ...more,
    });
  const ids = async () => (await recordOf(app, 'r1')).referral.solutions?.map(({ id }) => id);
  const clear = async () => (await ids()) ?? [];

  it('given an accepted one, when a solution is added and another taken out, then both count (CR-23)', async () => {
    await change([own]);
    assert.ok((await ids())?.includes('SOL-7'));
    const others = (await clear()).filter((id) => id !== 'SOL-7');
    assert.equal(
      (
        await change(
          [],
          others.map((id) => id.toLowerCase()),
        )
      ).kind,
      'done',
    );
    assert.deepEqual(await ids(), ['SOL-7']);
  });

  it('given the last solution, then it can’t be taken out (CR-23)', async () => {
    await change([own]);
    const outcome = await change([], await clear());
    assert.equal(outcome.kind === 'refused' && outcome.rejection, 'solutions-not-allowed');
  });

  it('given an assessment, then it stands alone, with its place, in vetted organizations only (CR-10, CR-24)', async () => {
    await change([own]);
    const before = await clear();
    const refused = async (outcome: ReturnType<typeof change>) => (await outcome).kind === 'refused';
    assert.ok(await refused(change([assessment], [], { place: '7654321' })), 'beside another');
    assert.ok(await refused(change([assessment], before)), 'without its place');
    assert.ok(await refused(change([assessment], before, { place: 'Köln' })), 'none of our locations');
    assert.ok(await refused(change([assessment], before, { place: '7654321', vetted: false })), 'not vetted');
    assert.equal((await change([assessment], before, { place: '7654321' })).kind, 'done');
    const { referral } = await recordOf(app, 'r1');
    assert.deepEqual([referral.solutions, referral.assessmentPlace], [[assessment], '7654321']);
  });

  it('given the same solution again, then nothing changes', async () => {
    await change([own]);
    const { revision } = (await recordOf(app, 'r1')).referral;
    await change([{ ...own, id: 'sol-7' }]);
    assert.equal((await recordOf(app, 'r1')).referral.revision, revision);
  });
});
