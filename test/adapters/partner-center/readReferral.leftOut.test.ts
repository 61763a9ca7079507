import assert from 'node:assert/strict';
import { readReferral } from '#adapters/partner-center/readReferral.ts';
import { openReferral } from '#domain/referral/snapshot.ts';
import type { ReferralDelivery } from '#ports/partnerCenter.ts';
import fromMicrosoft from './fixtures/fromMicrosoft.json' with { type: 'json' };
import lead from './fixtures/lead.json' with { type: 'json' };

const NOW = '2026-11-20T09:00:00.000Z';

function read(body: unknown): ReferralDelivery {
  const result = readReferral(body);
  assert.ok(result.ok, JSON.stringify(result));
  return result.delivery;
}

describe('readReferral: a date that says nothing costs no referral', () => {
  const never = ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00', '1900-01-01', '1970-01-01T00:00:00+00:00'];
  for (const sent of [...never, '31.12.2026', 'never', 20261231, {}]) {
    it(`given the expiry ${JSON.stringify(sent)}, then it is as if there were none: 14 days, and not expired (CR-38)`, () => {
      const { snapshot, notes } = read({ ...fromMicrosoft, createdDateTime: NOW, expirationDateTime: sent });
      const referral = openReferral(snapshot, 'litware', NOW);
      assert.deepEqual([referral.stage, referral.expiresAt], ['received', '2026-12-04T09:00:00.000Z']);
      assert.deepEqual(
        notes.map(({ path }) => path),
        ['expirationDateTime'],
      );
    });
  }

  it('given every date of a body as a program writes none, then each is noted by its path as it was spelled', () => {
    const min = '0001-01-01T00:00:00Z';
    const { createdDateTime: _, details: __, ...rest } = lead;
    const body = {
      ...rest,
      CreatedDateTime: min,
      updatedDateTime: min,
      acceptedDateTime: min,
      closedDateTime: min,
      details: { ClosingDateTime: min },
    };
    const { snapshot, notes, updated } = read(body);
    assert.deepEqual(
      [snapshot.facts.createdAt, snapshot.facts.closeDate, updated],
      [undefined, undefined, ''],
    );
    assert.deepEqual(
      notes.map(({ path }) => path),
      ['CreatedDateTime', 'updatedDateTime', 'acceptedDateTime', 'closedDateTime', 'details.ClosingDateTime'],
    );
    assert.ok(notes.every(({ message }) => message === 'was left out: such a year stands for no date'));
  });

  it('given null and blanks, then there is nothing to note', () => {
    assert.deepEqual(read({ ...lead, createdDateTime: null, expirationDateTime: ' ' }).notes, []);
  });

  it('given a deal that was closed at no moment, then it is closed at the moment it came', () => {
    const { snapshot } = read({
      ...lead,
      status: 'Closed',
      substatus: 'Lost',
      closedDateTime: '0001-01-01T00:00:00Z',
    });
    assert.deepEqual(snapshot.status, {
      stage: 'closed',
      outcome: 'lost',
      at: undefined,
      reason: undefined,
      reasonText: undefined,
    });
  });

  it('given days without a time, then creation is their beginning and expiry their end', () => {
    const { snapshot, notes } = read({
      ...lead,
      createdDateTime: '2026-11-20',
      expirationDateTime: '2026-12-04',
    });
    assert.equal(snapshot.facts.createdAt, '2026-11-20T00:00:00.000Z');
    assert.equal(snapshot.facts.expiresAt, '2026-12-04T23:59:59.000Z');
    assert.deepEqual(notes, []);
  });

  it('given an update on a day without a time, then it is not taken for older than another of that day', () => {
    const { updated, notes } = read({ ...lead, updatedDateTime: '2026-11-20' });
    assert.equal(updated, '');
    assert.deepEqual(
      notes.map(({ path }) => path),
      ['updatedDateTime'],
    );
  });
});

describe('readReferral: the country of the customer', () => {
  const rows: readonly [sent: string, read: string][] = [
    ['IE', 'IE'],
    ['ie', 'IE'],
    ['United States', 'US'],
    ['USA', 'US'],
    ['Deutschland', 'DE'],
    ['Italia', 'IT'],
    ['中国', 'CN'],
    // What is no country that anybody knows stays as it was written.
    ['Freedonia', 'Freedonia'],
    ['Isle of Nowhere', 'Isle of Nowhere'],
  ];
  for (const [sent, country] of rows) {
    it(`given ${sent}, then it is ${country}`, () => {
      const address = { ...lead.customerProfile.address, country: sent };
      const { facts } = read({ ...lead, customerProfile: { ...lead.customerProfile, address } }).snapshot;
      assert.equal(facts.customer.country, country);
    });
  }
});
