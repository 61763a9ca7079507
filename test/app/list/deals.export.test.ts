import assert from 'node:assert/strict';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { exportDeals } from '#app/list/deals.export.ts';
import { type ReferralRecord, referralDraft } from '#app/referral/referralRecord.ts';
import { dealColumns, dealRow } from '#domain/list/dealRow.ts';
import { accepted, deal, ended } from '#test/support/list/manyDeals.ts';

const rowOf = (changes: object) => {
  const row = dealRow(deal(1, changes));
  return Object.fromEntries(dealColumns.map((name, at) => [name, row[at]]));
};

describe('deals.export', () => {
  it('given more deals than a batch, then each is in one batch, and no other organization’s', async () => {
    const store = openSqliteStore({ file: ':memory:' });
    for (let n = 0; n < 120; n++) {
      for (const organization of ['contoso', 'fabrikam']) {
        const record = { referral: deal(n, { organization }), outbox: [], commands: [] };
        await store.create(referralDraft(record as unknown as ReferralRecord, undefined));
      }
    }
    const batches = await Array.fromAsync(exportDeals({ store }, 'contoso'));
    assert.deepEqual(
      batches.map(({ length }) => length),
      [50, 50, 20],
    );
    assert.equal(new Set(batches.flat().map(([id]) => id)).size, 120);
    await store.close();
  });

  it('given a won deal whose decision can still be taken back, then it is open for everybody outside (CR-42)', () => {
    const was = { stage: 'accepted', acceptedAt: accepted.acceptedAt, acceptedBy: accepted.acceptedBy };
    const pending = { kind: 'decision', revision: 2, what: 'deal.win', by: 'anna', at: '', was, until: '' };
    const row = rowOf({ ...ended('won'), undoable: [pending], salesStage: 80 });
    assert.deepEqual([row.status, row.stage_percent, row.closed_at], ['accepted', 80, undefined]);
  });

  it('given a lost deal, then why, when and whose it was', () => {
    const team = [{ name: 'Li', email: 'Li@contoso.example' }];
    const row = rowOf({ ...ended('lost'), reason: 'budget', team, holder: 'li@contoso.example' });
    assert.deepEqual(
      [row.status, row.close_reason, row.in_hand, row.partner_center_id],
      ['lost', 'budget', 'Li@contoso.example', row.id],
    );
  });
});
