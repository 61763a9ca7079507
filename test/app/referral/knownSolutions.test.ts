import assert from 'node:assert/strict';
import { createSolutionImport } from '#adapters/solutions/solutionLoading.ts';
import type { Solution } from '#domain/referral/referral.ts';
import { type App, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import { recordOf } from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const LATER = '2026-11-16T10:00:00.0000001Z';
const ledger: Solution = {
  id: 'SOL-9',
  name: 'Ledger in the catalog',
  kind: 'third-party',
  publisher: 'Fabrikam',
  incentive: true,
};

describe('What the catalog knows of solutions that are received (CR-23)', () => {
  let app: App;
  beforeEach(() => {
    app = startApp();
  });
  afterEach(() => app.close());
  const wire = (solutions: object[], more: object = {}) => ({
    ...inbound({}, new Date(MONDAY)),
    id: 'r1',
    engagementId: 'e1',
    details: { requirements: { solutions } },
    ...more,
  });
  const solutionsNow = async () => (await recordOf(app, 'r1')).referral.solutions;

  it('given one that it has, then kind and eligibility are its own and the name is the sender’s', async () => {
    await createSolutionImport(app.store, 'contoso').put([ledger]);
    await app.receive(
      wire([
        { id: 'sol-9', name: 'Ledger as sent' },
        { id: 'SOL-8', name: 'Unknown here' },
      ]),
    );
    assert.deepEqual(await solutionsNow(), [
      { ...ledger, id: 'sol-9', name: 'Ledger as sent' },
      { id: 'SOL-8', name: 'Unknown here', kind: 'own' },
    ]);
  });

  it('given one without a name, then it has the catalog’s', async () => {
    await createSolutionImport(app.store, 'contoso').put([ledger]);
    await app.receive(wire([{ id: 'SOL-9' }]));
    assert.deepEqual(await solutionsNow(), [ledger]);
  });

  it('given one of another organization’s catalog, then nothing of that is told', async () => {
    await createSolutionImport(app.store, 'fabrikam').put([ledger]);
    await app.receive(wire([{ id: 'SOL-9' }]));
    assert.deepEqual(await solutionsNow(), [{ id: 'SOL-9', name: 'SOL-9', kind: 'own' }]);
  });

  it('given the catalog learns of it later, when a delivery is about something else, then no card changes', async () => {
    await app.receive(wire([{ id: 'SOL-9', name: 'Ledger' }]));
    await createSolutionImport(app.store, 'contoso').put([ledger]);
    await app.receive(wire([{ id: 'SOL-9', name: 'Ledger' }], { eTag: 'x', updatedDateTime: LATER }));
    assert.equal((await recordOf(app, 'r1')).referral.revision, 1);
  });
});
