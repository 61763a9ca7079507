import assert from 'node:assert/strict';
import { readReferral } from '#adapters/partner-center/readReferral.ts';
import { reasonTexts } from '#adapters/partner-center/status.ts';
import { type CloseReason, closeReasons } from '#domain/referral/referral.ts';
import type { ReferralDelivery } from '#ports/partnerCenter.ts';
import declined from './fixtures/declined.json' with { type: 'json' };
import lead from './fixtures/lead.json' with { type: 'json' };
import outbound from './fixtures/outbound.json' with { type: 'json' };
import won from './fixtures/won.json' with { type: 'json' };

function read(body: unknown): ReferralDelivery {
  const result = readReferral(body);
  assert.ok(result.ok, JSON.stringify(result));
  return result.delivery;
}

/** Without what is undefined, as it will be stored. */
function _factsOf(body: unknown): unknown {
  return JSON.parse(JSON.stringify(read(body).snapshot.facts));
}

const _nothingWanted = { solutions: [], products: [], services: [], industries: [] };

describe('readStatus', () => {
  const statusOf = (changes: object) =>
    JSON.parse(JSON.stringify(read({ ...lead, ...changes }).snapshot.status));

  it('given a decision, then it comes with its own moment in milliseconds', () => {
    assert.deepEqual(statusOf(outbound), { stage: 'accepted', at: '2026-10-01T08:00:00.216Z' });
    const reasonText = 'Customer engagement was a success!';
    assert.deepEqual(statusOf(won), {
      stage: 'closed',
      outcome: 'won',
      at: '2026-09-30T09:17:38.351Z',
      reasonText,
    });
  });

  for (const [given, stage] of [
    [{ status: 'new', substatus: 'PENDING' }, 'received'],
    [{ status: 'New', substatus: 'received' }, 'received'],
    [{ status: 'New', substatus: null }, 'received'],
    [{ status: 'New', substatus: 'None' }, 'received'],
    [{ status: 'aCTIVE', substatus: 'Accepted' }, 'accepted'],
    [{ status: 'Active', substatus: 'Created' }, 'accepted'],
    [{ status: 'Active', substatus: '' }, 'accepted'],
  ] as const) {
    it(`given ${given.status} and ${given.substatus}, then it is ${stage}`, () => {
      assert.deepEqual(statusOf(given), { stage });
    });
  }

  for (const outcome of ['won', 'lost', 'declined', 'expired', 'error'] as const) {
    it(`given Closed and ${outcome} in capitals, then it ended so (CR-50)`, () => {
      assert.deepEqual(statusOf({ status: 'Closed', substatus: outcome.toUpperCase() }), {
        stage: 'closed',
        outcome,
      });
    });
  }

  it('given an ending that we do not know, then it is closed and its own words are kept', () => {
    const ended = { status: 'Closed', substatus: 'Withdrawn' };
    assert.deepEqual(statusOf(ended), { stage: 'closed', outcome: 'other', reasonText: 'Withdrawn' });
    for (const odd of ['constructor', '__proto__', 'toString']) {
      assert.equal(statusOf({ ...ended, substatus: odd }).outcome, 'other', odd);
    }
  });

  for (const reason of closeReasons) {
    it(`given the words of ${reason}, then it is that reason, however they are written (CR-37)`, () => {
      const statusReason = reasonTexts[reason as CloseReason].toUpperCase().replace("'", '’');
      assert.deepEqual(statusOf({ status: 'Closed', substatus: 'Lost', statusReason }), {
        stage: 'closed',
        outcome: 'lost',
        reason,
        reasonText: statusReason,
      });
    });
  }

  it('given a declined one, then its reason is one of ours and its words are kept', () => {
    assert.deepEqual(statusOf(declined), {
      stage: 'closed',
      outcome: 'declined',
      at: '2026-10-02T08:00:00.999Z',
      reason: 'no-response',
      reasonText: 'customer didn’t respond.',
    });
  });
});
