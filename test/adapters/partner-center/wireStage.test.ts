import assert from 'node:assert/strict';
import { readReferral } from '#adapters/partner-center/readReferral.ts';
import { writeReferral } from '#adapters/partner-center/writeReferral.ts';
import { NO_HELP, type Referral } from '#domain/referral/referral.ts';
import { openReferral } from '#domain/referral/snapshot.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const AT = '2026-11-12T10:00:00.000Z';
const by = { kind: 'person' as const, personId: 'tenant:anna' };

function wireWith(changes: Record<string, unknown>): Record<string, unknown> {
  return { ...inbound(), status: 'Active', substatus: 'Accepted', ...changes };
}

function taken(wire: unknown): Referral {
  const read = readReferral(wire);
  assert.ok(read.ok, JSON.stringify(read));
  return openReferral(read.delivery.snapshot, 'contoso', AT);
}

describe('The sales stage in Partner Center (CR-40, CR-41)', () => {
  for (const [sent, stage] of [
    ['20', 20],
    ['40', 40],
    [60, 60],
    ['80 %', 80],
    ['100', 80],
    ['55.5', 40],
    ['10', undefined],
    ['0', undefined],
    ['Qualify', 20],
    ['develop', 40],
    ['Propose', 60],
    ['Close', 80],
    ['Someday', undefined],
    ['toString', undefined],
    ['', undefined],
    [null, undefined],
    [{ deep: true }, undefined],
    [undefined, undefined],
  ] as const) {
    it(`given ${JSON.stringify(sent)}, then it is read as ${stage}, and what nobody changed goes back as it came`, () => {
      const wire = wireWith({ salesStage: sent });
      const referral = taken(wire);
      assert.equal(referral.salesStage, stage);
      const written = writeReferral(wire, referral);
      assert.deepEqual([written.salesStage, 'salesstage' in written], [sent, false]);
    });
  }

  for (const [sent, marked, written] of [
    ['20', 40, '40'],
    ['Develop', 80, '80'],
    [null, 20, '20'],
    ['Someday', 60, '60'],
    ['40', undefined, '10'],
  ] as const) {
    it(`given ${sent} and ${marked ?? 'the beginning'} was marked here, then ${written} is written`, () => {
      const wire = wireWith({ salesStage: sent });
      const referral: Referral = { ...taken(wire), salesStage: marked };
      assert.equal(writeReferral(wire, referral).salesStage, written);
      assert.equal(taken(writeReferral(wire, referral)).salesStage, marked);
    });
  }

  it('given the property is spelled in another way, then no second one appears', () => {
    const wire = wireWith({ SalesStage: '20' });
    const written = writeReferral(wire, { ...taken(wire), salesStage: 40 });
    assert.deepEqual([written.SalesStage, 'salesStage' in written], ['40', false]);
  });
});

describe('The end of a deal in Partner Center (CR-37, CR-42, CR-43)', () => {
  const wire = wireWith({ salesStage: '40' });
  const over = { stage: 'closed' as const, closedAt: AT, closedBy: by };

  for (const [what, ending, words] of [
    ['won', { outcome: 'won' }, ['Closed', 'Won', undefined]],
    [
      'lost',
      { outcome: 'lost', reason: 'other-vendor' },
      ['Closed', 'Lost', 'Customer chose another vendor'],
    ],
    ['an error', { outcome: 'error', errorReason: 'test' }, ['Closed', 'Error', 'Test referral']],
  ] as const) {
    it(`given it was closed here as ${what}, then its status and reason are written in Partner Center's words, and read again`, () => {
      const { salesStage, ...open } = taken(wire);
      const referral = { ...open, salesStage, ...over, ...ending } as Referral;
      const written = writeReferral(wire, referral);
      assert.deepEqual([written.status, written.substatus, written.statusReason], words);
      assert.equal(written.salesStage, '40');
      const again = taken(written);
      assert.deepEqual([again.stage, again.stage === 'closed' && again.outcome], ['closed', ending.outcome]);
    });
  }

  it('given Microsoft was let see it, then the flag of Partner Center says so, and no help is asked for (CR-12)', () => {
    const flag = { consentToShareReferralWithMicrosoftSellers: false, consentToContact: true };
    const own = wireWith({ consent: flag });
    const written = writeReferral(own, { ...taken(own), partnerLed: true });
    assert.deepEqual(written.consent, { ...flag, consentToShareReferralWithMicrosoftSellers: true });
    const created = writeReferral(undefined, {
      ...taken(own),
      partnerLed: true,
      direction: 'outbound',
      assistance: NO_HELP,
      microsoft: false,
      sender: undefined,
    });
    assert.deepEqual(
      [created.type, (created.consent as Record<string, unknown>).consentToShareReferralWithMicrosoftSellers],
      ['Independent', true],
    );
  });
});
