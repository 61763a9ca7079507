import assert from 'node:assert/strict';
import { writeReferral } from '#adapters/partner-center/writeReferral.ts';
import { createdRecord, referralDraft } from '#app/referral/referralRecord.ts';
import type { AcceptedReferral } from '#domain/referral/referral.ts';
import { type App, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import { recordOf } from '#test/support/organization/colleagues.ts';
import { accepted } from '#test/support/referral/samples.ts';

const LATER = '2026-11-16T10:00:00.0000001Z';

describe('referral.receive: a deal that was created here', () => {
  let app: App;
  const deal = accepted({
    id: 'd1',
    direction: 'outbound',
    createdBy: { kind: 'person', personId: 'tenant:anna' },
    createdAt: MONDAY,
    acceptedAt: MONDAY,
    crmId: 'CRM-1',
    assistance: 'GeneralOrOther',
    solutions: [{ id: 'SOL-1', name: 'Ours', kind: 'own', incentive: true }],
    holder: 'bo.partner@contoso.example',
  });
  const wire = (changes: object = {}) => ({
    ...writeReferral(undefined, deal, app.organization),
    updatedDateTime: LATER,
    ...changes,
  });
  const store = async (now: AcceptedReferral = deal) => {
    const record = { ...createdRecord(deal), referral: now };
    assert.ok((await app.store.create(referralDraft(record, undefined))).ok);
  };
  beforeEach(() => {
    app = startApp();
  });
  afterEach(() => app.close());

  it('given it comes back as it was written, then nothing that can be seen changes, and it is known from now on', async () => {
    await store();
    const sent = wire();
    assert.equal(await app.receive(sent), 'updated');
    const { referral, received } = await recordOf(app, 'd1');
    assert.equal(referral.revision, deal.revision);
    assert.deepEqual(referral.solutions, deal.solutions);
    assert.deepEqual([referral.holder, referral.createdBy], [deal.holder, deal.createdBy]);
    assert.deepEqual(received?.wire, sent);
    assert.equal(await app.receive(sent), 'unchanged');
  });

  it('given it was edited here meanwhile, when Partner Center sends what it began with, then the edit stays (CR-39)', async () => {
    await store({ ...deal, name: 'Edited here', revision: 4 });
    await app.receive(wire({ externalReferenceId: 'CRM-2' }));
    const { name, crmId, revision } = (await recordOf(app, 'd1')).referral;
    assert.deepEqual([name, crmId, revision], ['Edited here', 'CRM-2', 5]);
  });

  it('given Partner Center’s own copy knows nothing of help and CRM id, then the deal stays a co-sell one (CR-25)', async () => {
    await store();
    const silent = {
      externalReferenceId: null,
      inviteContext: { assistanceRequestCode: 'Unknown' },
      team: [],
    };
    await app.receive(wire(silent));
    const { crmId, assistance, team } = (await recordOf(app, 'd1')).referral;
    assert.deepEqual([crmId, assistance, team], ['CRM-1', 'GeneralOrOther', deal.team]);
    await app.receive(wire({ ...silent, name: 'Renamed there', updatedDateTime: '2026-11-17T10:00:00Z' }));
    const later = (await recordOf(app, 'd1')).referral;
    assert.deepEqual(
      [later.crmId, later.assistance, later.name],
      ['CRM-1', 'GeneralOrOther', 'Renamed there'],
    );
  });

  it('given it says Incoming and New, then it stays the outbound, accepted deal it is (CR-28)', async () => {
    await store();
    await app.receive(
      wire({ direction: 'Incoming', inviteContext: null, status: 'New', substatus: 'Pending' }),
    );
    const { direction, stage } = (await recordOf(app, 'd1')).referral;
    assert.deepEqual([direction, stage], ['outbound', 'accepted']);
  });
});
