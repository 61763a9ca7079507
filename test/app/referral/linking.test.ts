import assert from 'node:assert/strict';
import { readReferralRecord } from '#app/referral/referral.read.ts';
import { createdRecord, referralDraft } from '#app/referral/referralRecord.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { type App, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import { recordOf } from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { accepted, received } from '#test/support/referral/samples.ts';

describe('referral.receive: under an id that Partner Center gave it', () => {
  let app: App;
  const by = { kind: 'person' as const, personId: 'tenant:anna' };
  const own = accepted({ id: 'd1', direction: 'outbound', createdBy: by, createdAt: MONDAY });
  const wire = (changes: object = {}) => ({
    ...inbound({}, new Date(MONDAY)),
    ...{ id: 'theirs', status: 'Active', substatus: 'Accepted', direction: 'Outgoing' },
    ...{ name: own.name, inviteContext: null },
    details: { dealValue: 120000, currency: 'USD', closingDateTime: '2027-02-01T00:00:00Z' },
    ...changes,
  });
  const keep = async (referral: Referral, created = true) => {
    const record = created ? createdRecord(referral) : { referral, outbox: [], commands: [] };
    assert.ok((await app.store.create(referralDraft(record, undefined))).ok);
  };
  const count = async () =>
    (await app.store.count({ partition: 'contoso', kind: 'referral', limit: 9 })).count;
  beforeEach(() => {
    app = startApp();
  });
  afterEach(() => app.close());

  it('given a deal that was entered there by hand, when it comes, then it is that one’s first delivery, and found by both ids', async () => {
    await keep(own);
    assert.equal(await app.receive(wire()), 'updated');
    assert.deepEqual([await count(), (await recordOf(app, 'd1')).referral.partnerCenterId], [1, 'theirs']);
    await app.receive(wire({ name: 'Renamed there', updatedDateTime: '2026-11-17T10:00:00Z' }));
    const found = await readReferralRecord(app.deps, { organization: 'contoso', referralId: 'THEIRS' });
    assert.deepEqual([found?.referral.id, found?.referral.name], ['d1', 'Renamed there']);
  });

  for (const [what, changes] of [
    ['another name', { name: 'Another' }],
    ['another CRM id', { externalReferenceId: 'CRM-2' }],
    [
      'another value',
      { details: { dealValue: 1, currency: 'USD', closingDateTime: '2027-02-01T00:00:00Z' } },
    ],
    [
      'that somebody else sent',
      { direction: 'Incoming', inviteContext: { invitedBy: { organizationId: 'msft' } } },
    ],
  ] as const) {
    it(`given one with ${what}, then it is another deal`, async () => {
      await keep({ ...own, crmId: 'CRM-1' });
      assert.equal(await app.receive(wire(changes)), 'created');
      assert.equal(await count(), 2);
    });
  }

  it('given a deal that nobody entered there yet, then one that is the same there is another one', async () => {
    await keep({ ...own, unsynced: [{ field: 'deal', since: MONDAY }] });
    assert.equal(await app.receive(wire()), 'created');
  });

  it('given two that are the same there, then the first is the deal and the second stands for itself', async () => {
    await keep(own);
    await app.receive(wire());
    assert.equal(await app.receive(wire({ id: 'second' })), 'created');
    assert.equal((await recordOf(app, 'd1')).referral.partnerCenterId, 'theirs');
  });

  it('given it reads as incoming, as our own deals may (8), then it is linked all the same, and stays outbound', async () => {
    await keep(own);
    assert.equal(await app.receive(wire({ direction: 'Incoming' })), 'updated');
    assert.equal((await recordOf(app, 'd1')).referral.direction, 'outbound');
  });

  it('given a record that an invitation made here, when Partner Center’s own copy of it comes, then it is linked by the engagement', async () => {
    const inviter = {
      role: 'inviter' as const,
      organization: 'fabrikam',
      name: 'Fabrikam',
      referralId: 'r0',
      seq: 1,
    };
    await keep(received({ id: 'r1', engagementId: 'Shared-1', parties: [inviter] }), false);
    const copy = { status: 'New', substatus: 'Pending', direction: 'Incoming', engagementId: 'shared-1' };
    assert.equal(await app.receive(wire({ ...copy, name: 'As it is called there' })), 'updated');
    assert.deepEqual([await count(), (await recordOf(app, 'r1')).referral.partnerCenterId], [1, 'theirs']);
  });
});
