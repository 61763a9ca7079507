import assert from 'node:assert/strict';
import { markStage } from '#app/deal/stage.mark.ts';
import type { Solution } from '#domain/referral/referral.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';
import { inAWord, pressOf } from '#test/support/deal/progressing.ts';
import { command, created, dealOf, invite } from '#test/support/engagement/engaged.ts';

const assessment: Solution = { id: 'SA-1', name: 'Cost check', kind: 'assessment' };

describe('stage.mark', () => {
  let app: App;
  beforeEach(() => {
    app = startApp({ others: { fabrikam: 'Fabrikam' } });
  });
  afterEach(() => app.close());

  const stage = async () => (await dealOf(app, 'contoso', 'deal-1'))?.salesStage;

  it('given an accepted deal, when stages are marked forward and back, then it stands where it was marked last (CR-40)', async () => {
    await created(app);
    for (const [mark, expected] of [
      [20, 20],
      [80, 80],
      [40, 40],
      [10, undefined],
    ] as const) {
      assert.equal(inAWord(await markStage(app.deps, { ...pressOf(), stage: mark })), 'done');
      assert.equal(await stage(), expected);
    }
  });

  it('given two people press the next stage at once, then it is marked once, and a card that is older moves nothing back (CR-40)', async () => {
    await created(app);
    const presses = [pressOf('anna'), pressOf('bo')].map((press) =>
      markStage(app.deps, { ...press, stage: 20, from: 10 }),
    );
    assert.deepEqual((await Promise.all(presses)).map(inAWord), ['done', 'done']);
    assert.equal((await dealOf(app, 'contoso', 'deal-1'))?.revision, 2);
    await markStage(app.deps, { ...pressOf(), stage: 60, from: 20 });
    const late = await markStage(app.deps, { ...pressOf('bo'), stage: 40, from: 20 });
    assert.deepEqual([inAWord(late), await stage()], ['stage-moved', 60]);
  });

  it('given an assessment, when a stage is skipped, then it stays; one after the other they are marked (CR-41)', async () => {
    await created(app, { solutions: [assessment] });
    const skipped = await markStage(app.deps, { ...pressOf(), stage: 40 });
    assert.deepEqual([inAWord(skipped), await stage()], ['stage-order', undefined]);
    for (const next of [20, 40, 60, 80] as const) {
      assert.equal(inAWord(await markStage(app.deps, { ...pressOf(), stage: next })), 'done');
    }
    assert.equal(await stage(), 80);
  });

  it('given a party was invited, when a stage is marked, then the party hears of the percentage (CR-30, CR-40)', async () => {
    await created(app);
    await invite(app, 'fabrikam');
    await app.settled();
    await command(app, 'fabrikam', 'r-fabrikam', {
      type: 'referral.accept',
      entries: { name: 'Ours', value: { amount: 1, currency: 'EUR' }, closeDate: '2027-01-01' },
    });
    await markStage(app.deps, { ...pressOf(), stage: 60 });
    await app.settled();
    const theirs = await dealOf(app, 'fabrikam', 'r-fabrikam');
    assert.equal(theirs?.parties?.[0]?.view?.salesStage, 60);
    assert.equal(theirs?.salesStage, undefined, 'each has its own stage');
  });

  it('given nobody who may, when a stage is marked, then nothing changes', async () => {
    await created(app);
    const outcome = await markStage(app.deps, { ...pressOf('eve', { member: undefined }), stage: 20 });
    assert.deepEqual([outcome.kind, await stage()], ['not-allowed', undefined]);
  });
});
