import assert from 'node:assert/strict';
import fc from 'fast-check';
import { calendar } from '#adapters/luxon/calendar.ts';
import { createSyncFormat } from '#adapters/partner-center/api/syncFormat.ts';
import { readReferral } from '#adapters/partner-center/readReferral.ts';
import type { AcceptedReferral, Contact, Referral, Solution } from '#domain/referral/referral.ts';
import { syncFields } from '#domain/referral/unsynced.ts';
import { plainFields, sameField } from '#domain/sync/differences.ts';
import type { WireObject } from '#ports/partnerCenter.ts';
import fromMicrosoft from '#test/adapters/partner-center/fixtures/fromMicrosoft.json' with { type: 'json' };
import lead from '#test/adapters/partner-center/fixtures/lead.json' with { type: 'json' };
import outbound from '#test/adapters/partner-center/fixtures/outbound.json' with { type: 'json' };
import pascalCase from '#test/adapters/partner-center/fixtures/pascalCase.json' with { type: 'json' };
import { jsonPatched } from '#test/support/standIn/jsonPatched.ts';

const format = createSyncFormat(calendar);
const owner = { name: 'Litware Partner', workingHours: { timeZone: 'Europe/Amsterdam' } };
const zone = { calendar, timeZone: 'Europe/Amsterdam' };

const person: fc.Arbitrary<Contact> = fc.record({
  name: fc.constantFrom('Ana Trujillo', 'Bo', 'Mia van Dam', 'Jane Doe'),
  email: fc.constantFrom('a@contoso.example', 'mia.vandam@litware.example', 'b@contoso.example'),
  phone: fc.constantFrom('+31205550133', '+4711', undefined),
  title: fc.constantFrom('Seller', undefined),
});
const solution: fc.Arbitrary<Solution> = fc.record({
  id: fc.constantFrom('SOL-1', 'sol-2', 'SOL-3'),
  name: fc.constantFrom('Till Cloud', 'Ledger'),
  kind: fc.constantFrom('own', 'microsoft', 'third-party'),
});
const text = fc.constantFrom(undefined, 'A', 'Forty stores: three tills each', '<b>~1/0</b>');
const changes = fc.record(
  {
    name: fc.constantFrom('Fabrikam', 'Tailspin: stores'),
    value: fc.constantFrom(undefined, { amount: 12.5, currency: 'USD' }, { amount: 0, currency: 'EUR' }),
    closeDate: fc.constantFrom(undefined, '2027-03-31', '2027-01-01', '2026-10-25'),
    salesStage: fc.constantFrom(undefined, 20 as const, 60 as const, 80 as const),
    notes: text,
    crmId: text,
    campaignId: text,
    team: fc.uniqueArray(person, { maxLength: 4, selector: ({ email }) => email }),
    solutions: fc.uniqueArray(solution, { maxLength: 3, selector: ({ id }) => id }),
  },
  { requiredKeys: [] },
);

function read(wire: WireObject) {
  const result = readReferral(wire, zone);
  assert.ok(result.ok, JSON.stringify(result));
  return result.delivery.snapshot;
}

/** The record here as it is known from there, accepted. */
function here(wire: WireObject): AcceptedReferral {
  const { facts } = read(wire);
  const at = '2026-11-10T12:00:00.000Z';
  const known = { organization: 'litware', revision: 1, createdAt: at, expiresAt: at, ...facts };
  return {
    ...known,
    createdAt: at,
    expiresAt: at,
    stage: 'accepted',
    acceptedAt: at,
    acceptedBy: { kind: 'person', personId: 'p' },
  };
}

describe('createSyncFormat: whatever differs', () => {
  const bodies: readonly WireObject[] = [fromMicrosoft, lead, outbound, pascalCase];

  for (const apart of [false, true]) {
    it(`given any changes here, when the patches are applied there${apart ? ' one by one' : ''}, then both sides say the same`, () => {
      fc.assert(
        fc.property(fc.constantFrom(...bodies), changes, fc.boolean(), (there, changed, wins) => {
          const before = here(there);
          const open: Referral = { ...before, ...changed };
          const deal: Referral = wins
            ? {
                ...open,
                stage: 'closed',
                outcome: 'won',
                closedAt: before.acceptedAt,
                closedBy: before.acceptedBy,
              }
            : open;
          const patches = format.patches(there, deal, syncFields, owner, apart);
          const after = patches.reduce((wire, { operations }) => jsonPatched(wire, operations), there);
          const { facts, status } = read(after);
          for (const field of plainFields) {
            assert.ok(
              sameField(field, facts, deal),
              `${field}: ${JSON.stringify([deal[field], facts[field]])}`,
            );
          }
          assert.equal(status.stage, deal.stage);
          // What was told once is not told again.
          assert.deepEqual(format.patches(after, deal, syncFields, owner, apart), []);
        }),
        { numRuns: 300 },
      );
    });
  }

  it('given any body there and whatever stands in it, then there are patches or none, and nothing is thrown', () => {
    const any = fc.dictionary(
      fc.constantFrom('details', 'team', 'status', 'consent', 'registrations', 'salesStage', 'name'),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(any, changes, (there, changed) => {
        const deal = { ...here(fromMicrosoft), ...changed };
        for (const { operations } of format.patches(there as WireObject, deal, syncFields, owner)) {
          for (const { op } of operations) assert.ok(op === 'add' || op === 'replace');
        }
        format.isMicrosofts(there as WireObject, owner);
      }),
    );
  });
});
