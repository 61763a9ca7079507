import assert from 'node:assert/strict';
import { readReferral } from '#adapters/partner-center/readReferral.ts';
import { writeReferral } from '#adapters/partner-center/writeReferral.ts';
import type { WireObject } from '#ports/partnerCenter.ts';
import { decision, filing, wonDeal } from '#test/support/registration/registered.ts';

const body = (changes: object = {}): WireObject => ({
  id: 'r-1',
  status: 'Closed',
  substatus: 'Won',
  customerProfile: { name: 'Northwind' },
  ...changes,
});
const read = (changes: object) => {
  const result = readReferral(body(changes));
  assert.ok(result.ok);
  const { registration, registrationReason } = result.delivery.snapshot.facts;
  return [registration, registrationReason];
};

describe('A registration in Partner Center (CR-47, CR-48)', () => {
  it('given one that was handed in here, then it is written in the shape in which Partner Center shows it', () => {
    const deal = wonDeal({ registrationFiling: filing() }, [decision('take'), decision('ask')]);
    const written = writeReferral(undefined, deal);
    assert.equal(written.registrationStatus, 'ActionRequired');
    assert.deepEqual(written.registrations, [
      {
        type: 'AzureIPCoSell',
        registrationDateTime: '2026-11-20T08:00:00.000Z',
        status: 'ActionRequired',
        statusReason: 'Because',
        contract: {
          currency: 'USD',
          value: 30_000,
          term: 'Finite',
          signDateTime: '2026-11-10T00:00:00Z',
          startDateTime: '2026-11-15T00:00:00Z',
          endDateTime: '2027-11-14T00:00:00Z',
        },
        solutionDetails: [
          {
            id: 'SOL-1',
            name: 'Analytics',
            currency: 'USD',
            value: 28_000,
            isDeployedOnAzure: true,
            primaryDeploymentOn: 'Customer',
            pricingModel: 'Other',
            marketplaceTransactionDetails: {
              isMarketplaceTransacted: false,
              marketplaceTransactionDateTime: null,
            },
          },
        ],
        statusHistory: {
          reviewPendingDateTime: '2026-11-21T09:00:00.000Z',
          actionRequiredDateTime: '2026-11-21T09:00:00.000Z',
          passedDateTime: null,
          failedDateTime: null,
          approvedDateTime: null,
        },
      },
    ]);
  });

  it('given one that is over, then the status says how, and a deal without one says None', () => {
    const passed = wonDeal({ registrationFiling: filing() }, [decision('take'), decision('pass')]);
    assert.equal(writeReferral(undefined, passed).registrationStatus, 'Passed');
    assert.equal(writeReferral(undefined, wonDeal()).registrationStatus, 'None');
    assert.ok(!('registrations' in writeReferral(undefined, wonDeal())));
  });

  it('given one that Partner Center decides and knows, then what it sent stays as it is', () => {
    const sent = { registrationStatus: 'Approved', registrations: [{ id: 'reg-1', status: 'Approved' }] };
    const deal = wonDeal({ parties: [], registration: 'Approved', registrationFiling: filing() });
    const written = writeReferral(body(sent), deal);
    assert.deepEqual(
      [written.registrationStatus, written.registrations],
      [sent.registrationStatus, sent.registrations],
    );
    const first = writeReferral(body({ registrations: [] }), { ...deal, registration: undefined });
    assert.equal(first.registrationStatus, 'Pending');
    assert.equal(
      (first.registrations as unknown[]).length,
      1,
      'what it does not know yet is there to be entered',
    );
  });

  it('given a body, then status and reason are read, and what can’t be read says nothing', () => {
    const registrations = [{ status: 'Failed' }, { Status: 'ActionRequired', StatusReason: ' No contract ' }];
    assert.deepEqual(read({ registrationStatus: 'ActionRequired', registrations }), [
      'ActionRequired',
      'No contract',
    ]);
    assert.deepEqual(read({ registrationStatus: 'None', registrations }), ['ActionRequired', 'No contract']);
    assert.deepEqual(read({ registrations: null }), [undefined, undefined]);
    assert.deepEqual(read({ registrations: { status: 'Passed', statusReason: null } }), [
      'Passed',
      undefined,
    ]);
    for (const odd of ['x', 7, [7], [[{}]], [{ status: { deep: true }, statusReason: [] }], [null]]) {
      assert.deepEqual(read({ registrationStatus: 'Pending', registrations: odd }), ['Pending', undefined]);
    }
  });
});
