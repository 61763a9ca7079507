import assert from 'node:assert/strict';
import { readReferralRecord } from '#app/referral/referral.read.ts';
import { type App, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('referral.read', () => {
  let app: App;
  beforeEach(() => {
    app = startApp();
  });
  afterEach(() => app.close());
  const read = (organization: string, referralId: string) =>
    readReferralRecord(app.deps, { organization, referralId });

  it('given an id in any capitals, then it is found with what Partner Center sent, as it was sent', async () => {
    const wire = { ...inbound({}, new Date(MONDAY)), id: 'ABC-1' };
    await app.receive(wire);
    for (const id of ['ABC-1', 'abc-1']) {
      const record = await read('contoso', id);
      assert.deepEqual([record?.referral.id, record?.received?.wire], ['abc-1', wire]);
    }
  });

  it('given the id of another organization, or of none, then there is nothing', async () => {
    await app.receive({ ...inbound({}, new Date(MONDAY)), id: 'abc-1' });
    assert.equal(await read('fabrikam', 'abc-1'), undefined);
    assert.equal(await read('contoso', 'abc-2'), undefined);
  });
});
