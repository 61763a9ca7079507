import assert from 'node:assert/strict';
import { readReferral } from '#adapters/partner-center/readReferral.ts';
import { reasonTexts } from '#adapters/partner-center/status.ts';
import { writeReferral } from '#adapters/partner-center/writeReferral.ts';
import type { AcceptanceEntries } from '#domain/decide/decideAnswer.ts';
import { decideReferral } from '#domain/decide/decideReferral.ts';
import { closeReasons, type Referral } from '#domain/referral/referral.ts';
import { editableFields, openReferral } from '#domain/referral/snapshot.ts';
import declined from './fixtures/declined.json' with { type: 'json' };
import fromMicrosoft from './fixtures/fromMicrosoft.json' with { type: 'json' };
import lead from './fixtures/lead.json' with { type: 'json' };
import outbound from './fixtures/outbound.json' with { type: 'json' };
import pascalCase from './fixtures/pascalCase.json' with { type: 'json' };
import won from './fixtures/won.json' with { type: 'json' };

const AT = '2026-11-12T10:00:00.000Z';

/** The referral as it is after it was taken in and came back from the store. */
function received(wire: unknown): Referral {
  const read = readReferral(wire);
  assert.ok(read.ok);
  return JSON.parse(JSON.stringify(openReferral(read.delivery.snapshot, 'litware', AT)));
}

function acceptedAs(wire: unknown, changes: Partial<AcceptanceEntries>): Referral {
  const before = received(wire);
  const { name, value = { amount: 1, currency: 'USD' }, closeDate = '2027-01-01' } = before;
  const entries = { name, value, closeDate, ...changes };
  const decision = decideReferral(before, { type: 'referral.accept', by: 'tenant:mia', at: AT, entries });
  assert.ok(decision.ok);
  return decision.state;
}

describe('writeReferral', () => {
  for (const [name, wire] of Object.entries({ lead, fromMicrosoft, won, declined, outbound })) {
    it(`given ${name} that nobody changed here, then it comes back exactly as it was sent`, () => {
      const before = structuredClone(wire);
      assert.deepEqual(writeReferral(wire, received(wire)), before);
      assert.deepEqual(wire, before, 'what was received is never changed');
    });
  }

  it('given an accepted one, then only status, substatus and the moment of acceptance are new (CR-35)', () => {
    assert.deepEqual(writeReferral(fromMicrosoft, acceptedAs(fromMicrosoft, {})), {
      ...fromMicrosoft,
      status: 'Active',
      substatus: 'Accepted',
      acceptedDateTime: AT,
    });
  });

  it('given every entry changed, then each stands in its place and the rest is untouched (CR-35)', () => {
    const referral = acceptedAs(fromMicrosoft, {
      name: 'Tailspin tills',
      value: { amount: 1.5, currency: 'SEK' },
      closeDate: '2027-06-30',
      notes: 'Called them',
      crmId: 'CRM-1',
      campaignId: undefined,
      team: [
        { name: 'Mia van Dam', email: 'mia.vandam@litware.example', phone: '1', title: 'Seller' },
        { name: 'Cher', email: 'cher@litware.example', phone: '2' },
      ],
    });
    assert.deepEqual(writeReferral(fromMicrosoft, referral), {
      ...fromMicrosoft,
      status: 'Active',
      substatus: 'Accepted',
      acceptedDateTime: AT,
      name: 'Tailspin tills',
      externalReferenceId: 'CRM-1',
      campaignId: null,
      details: {
        ...fromMicrosoft.details,
        notes: 'Called them',
        dealValue: 1.5,
        currency: 'SEK',
        // The time of day with which it came (CR-64).
        closingDateTime: '2027-06-30T22:00:00Z',
      },
      team: [
        {
          firstName: 'Mia van',
          lastName: 'Dam',
          phoneNumber: '1',
          email: 'mia.vandam@litware.example',
          title: 'Seller',
        },
        { firstName: 'Cher', lastName: '', phoneNumber: '2', email: 'cher@litware.example' },
      ],
    });
  });

  it('given somebody added to the team, then the others stand there exactly as they were sent', () => {
    const cher = { name: 'Cher', email: 'cher@litware.example', phone: '2' };
    for (const wire of [fromMicrosoft, { ...pascalCase, Status: 'New', SubStatus: 'Pending' }]) {
      const { team } = received(wire);
      const written: Record<string, unknown> = writeReferral(
        wire,
        acceptedAs(wire, { team: [...team, cher] }),
      );
      const sent = 'team' in wire ? wire.team : [wire.Team];
      const added = { firstName: 'Cher', lastName: '', phoneNumber: '2', email: 'cher@litware.example' };
      assert.deepEqual(written.team ?? written.Team, [...sent, added]);
    }
  });

  it('given the same team typed again in another order of fields, then it counts as untouched', () => {
    const [mia] = received(fromMicrosoft).team;
    assert.ok(mia);
    const team = [{ title: mia.title, phone: mia.phone, email: mia.email, name: mia.name }];
    assert.equal(writeReferral(fromMicrosoft, acceptedAs(fromMicrosoft, { team })).team, fromMicrosoft.team);
  });

  for (const reason of closeReasons) {
    it(`given one declined as ${reason}, then it says so in Partner Center's words and can be read again (CR-36, CR-37)`, () => {
      const decline = { type: 'referral.decline', by: 'tenant:mia', at: AT, reason } as const;
      const decision = decideReferral(received(lead), decline);
      assert.ok(decision.ok);
      const written = writeReferral(lead, decision.state);
      assert.deepEqual(written, {
        ...lead,
        status: 'Closed',
        substatus: 'Declined',
        statusReason: reasonTexts[reason],
        closedDateTime: AT,
      });
      const again = readReferral(written);
      assert.ok(again.ok && again.delivery.snapshot.status.stage === 'closed');
      assert.equal(again.delivery.snapshot.status.reason, reason);
    });
  }

  const refused = (wire: unknown, notes: string): Referral => {
    const by = { by: 'tenant:mia', at: AT };
    const decision = decideReferral(received(wire), {
      type: 'referral.decline',
      ...by,
      reason: 'no-response',
      notes,
    });
    assert.ok(decision.ok);
    return decision.state;
  };

  it('given notes with a refusal, then whoever sent it reads them beside the reason, and both are read again (CR-52)', () => {
    const written = writeReferral(fromMicrosoft, refused(fromMicrosoft, 'Wrote twice: no answer'));
    assert.equal(written.statusReason, "Customer didn't respond: Wrote twice: no answer");
    const again = readReferral(written);
    assert.ok(again.ok && again.delivery.snapshot.status.stage === 'closed');
    const { reason, closingNotes } = again.delivery.snapshot.status;
    assert.deepEqual([reason, closingNotes], ['no-response', 'Wrote twice: no answer']);
  });

  it('given notes that nobody but our own company reads, then they stand nowhere (CR-21)', () => {
    const { inviteContext: _, ...alone } = { ...fromMicrosoft, type: 'Independent', consent: null };
    assert.equal(writeReferral(alone, refused(alone, 'For us')).statusReason, reasonTexts['no-response']);
    const open = acceptedAs(fromMicrosoft, {});
    const lost = decideReferral(open, {
      type: 'deal.lose',
      by: 'tenant:mia',
      at: AT,
      reason: 'budget',
      notes: 'Us',
    });
    assert.ok(lost.ok);
    assert.equal(writeReferral(fromMicrosoft, lost.state).statusReason, reasonTexts.budget);
  });

  it('given one that expired here, then it is Closed and Expired without a reason (CR-38)', () => {
    const expired = decideReferral(received(lead), {
      type: 'referral.expire',
      at: '2027-01-01T00:00:00.000Z',
    });
    assert.ok(expired.ok);
    assert.deepEqual(writeReferral(lead, expired.state), {
      ...lead,
      status: 'Closed',
      substatus: 'Expired',
      closedDateTime: '2027-01-01T00:00:00.000Z',
    });
  });

  it('given an ending that only Partner Center knows, then its own word stays', () => {
    const ended = { ...declined, substatus: 'Withdrawn' };
    assert.deepEqual(writeReferral(ended, received(ended)), ended);
  });

  it('given an undecided one without a substatus, then it is Pending', () => {
    const { substatus: _none, ...silent } = lead;
    assert.equal(writeReferral(silent, received(silent)).substatus, 'Pending');
  });

  it('given names in Pascal case, then what changed stands under the names as they were sent', () => {
    const undecided = { ...pascalCase, Status: 'NEW', SubStatus: 'PENDING' };
    const changed = acceptedAs(undecided, {
      name: 'New',
      notes: 'Noted',
      value: { amount: 2, currency: 'NOK' },
    });
    assert.deepEqual(writeReferral(undecided, changed), {
      ...pascalCase,
      Name: 'New',
      Status: 'Active',
      SubStatus: 'Accepted',
      acceptedDateTime: AT,
      Details: { ...pascalCase.Details, notes: 'Noted', DealValue: 2, Currency: 'NOK' },
    });
  });

  it('given no details at all, then what was typed makes them', () => {
    const bare = { ...lead, details: null };
    const { details } = writeReferral(bare, acceptedAs(bare, { notes: 'Noted' }));
    assert.deepEqual(details, {
      notes: 'Noted',
      closingDateTime: '2027-01-01T00:00:00Z',
      dealValue: 1,
      currency: 'USD',
    });
  });

  it('given a property named __proto__, then it comes back as the property it is', () => {
    const odd = JSON.parse(JSON.stringify(lead).replace('{', '{"__proto__":{"status":"Closed"},'));
    assert.equal(JSON.stringify(writeReferral(odd, received(odd))), JSON.stringify(odd));
  });

  it('given typed values and a later delivery, then reading what was written gives the referral as it is here', () => {
    const referral = acceptedAs(fromMicrosoft, { name: 'Typed', closeDate: '2028-02-29', notes: 'x' });
    const again = readReferral(writeReferral(fromMicrosoft, referral));
    assert.ok(again.ok);
    const now = JSON.parse(JSON.stringify(editableFields(again.delivery.snapshot.facts)));
    assert.deepEqual(now, JSON.parse(JSON.stringify(editableFields(referral))));
  });
});
