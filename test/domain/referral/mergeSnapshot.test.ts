import assert from 'node:assert/strict';
import { decideReferral } from '#domain/decide/decideReferral.ts';
import { applyDecisionElsewhere, mergeFacts } from '#domain/referral/mergeSnapshot.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { editableFields, type SnapshotStatus } from '#domain/referral/snapshot.ts';
import { canonical } from '#domain/values/canonical.ts';
import {
  accepted,
  BEFORE,
  closed,
  expiredHere,
  facts,
  named,
  received,
  snapshot,
  stored,
} from '#test/support/referral/samples.ts';

const THERE = '2026-11-09T08:00:00.000Z';
const arriving: Record<string, SnapshotStatus> = {
  undecided: { stage: 'received' },
  accepted: { stage: 'accepted', at: THERE },
  'closed as won': { stage: 'closed', outcome: 'won', at: THERE },
  'closed as declined': {
    stage: 'closed',
    outcome: 'declined',
    at: THERE,
    reason: 'budget',
    reasonText: 'No money',
  },
  'closed as expired': { stage: 'closed', outcome: 'expired', at: THERE },
};
const ours: Record<string, Referral> = {
  received: received(),
  accepted: accepted(),
  'accepted there': accepted({ acceptedBy: { kind: 'partner-center' } }),
  declined: closed(),
  'won there': closed({ outcome: 'won', closedBy: { kind: 'partner-center' } }),
  'expired there': closed({ outcome: 'expired', closedBy: { kind: 'partner-center' } }),
  'expired by our clock': expiredHere(),
};
// What an arriving state makes of ours: nothing, or the arriving one.
const takesOver: Record<string, readonly string[]> = {
  received: ['accepted', 'closed as won', 'closed as declined', 'closed as expired'],
  accepted: ['closed as won', 'closed as declined', 'closed as expired'],
  'accepted there': ['closed as won', 'closed as declined', 'closed as expired'],
  'expired by our clock': ['accepted', 'closed as won', 'closed as declined', 'closed as expired'],
};

describe('applyDecisionElsewhere', () => {
  for (const [our, state] of Object.entries(ours)) {
    for (const [arrives, status] of Object.entries(arriving)) {
      const moves = takesOver[our]?.includes(arrives) ?? false;
      it(`given ${our}, when it arrives ${arrives}, then ${moves ? 'that counts' : 'ours stays'} (CR-34 to CR-38, CR-50)`, () => {
        const result = applyDecisionElsewhere(state, snapshot(status), BEFORE);
        assert.equal(result.moved, moves);
        if (!moves) return assert.deepEqual(result.state, state);
        const there = { kind: 'partner-center' } as const;
        assert.deepEqual(
          result.state,
          status.stage === 'closed'
            ? {
                ...facts(),
                stage: 'closed',
                outcome: status.outcome,
                closedAt: THERE,
                closedBy: there,
                reason: status.reason,
                reasonText: status.reasonText,
              }
            : { ...facts(), stage: 'accepted', acceptedAt: THERE, acceptedBy: there },
        );
      });
    }
  }

  it('given no moment in what arrives, when it counts, then it counts from the moment it came in', () => {
    const { state: taken } = applyDecisionElsewhere(received(), snapshot({ stage: 'accepted' }), BEFORE);
    const ended = applyDecisionElsewhere(taken, snapshot({ stage: 'closed', outcome: 'won' }), BEFORE).state;
    assert.equal(taken.stage === 'accepted' && taken.acceptedAt, BEFORE);
    assert.equal(ended.stage === 'closed' && ended.closedAt, BEFORE);
  });
});

describe('mergeFacts', () => {
  const before = { ...editableFields(facts()), solutions: [] };
  const undecided: SnapshotStatus = { stage: 'received' };
  const typed = {
    name: 'Typed by a seller',
    value: { amount: 1, currency: 'SEK' },
    closeDate: '2028-01-01',
    notes: 'typed',
    crmId: 'CRM-1',
    campaignId: 'CAMPAIGN-1',
    team: [{ name: 'Typed Person', email: 'typed@contoso.example', phone: '1' }],
    solutions: [{ id: 'SOL-9', name: 'Chosen here', kind: 'own', incentive: true }] as const,
    assistance: 'QuotesOrLicensing',
    consent: true,
    salesStage: 60,
  } as const;

  it('given values typed here, when a delivery is about something else, then all of them stay (CR-35)', () => {
    const state = accepted(typed);
    const merged = mergeFacts(state, snapshot(undecided, { senderNotes: 'Hurry' }), before);
    assert.deepEqual(stored(merged), { state: { ...state, senderNotes: 'Hurry' }, changed: true });
  });

  const { team: _team, ...single } = typed;
  for (const [field, value] of Object.entries(single)) {
    it(`given typed values, when Partner Center changed its own ${field}, then that one wins and the others stay`, () => {
      const there = {
        value: { amount: 7, currency: 'USD' },
        solutions: [{ id: 'SOL-7', name: 'Theirs', kind: 'own' }],
        consent: false,
        salesStage: 40,
      };
      const theirs = { [field]: field in there ? there[field as 'value'] : 'From Partner Center' };
      const { state, changed } = mergeFacts(accepted(typed), snapshot(undecided, theirs), before);
      assert.equal(changed, true);
      assert.deepEqual(editableFields(state), { ...typed, ...theirs }, JSON.stringify(value));
    });
  }

  it('given a colleague who joined here and has the deal in hand, when Partner Center changed its own team, then the colleague stays', () => {
    const li = { name: 'Li Na', email: 'li.na@contoso.example', phone: '7' };
    const state = accepted({ ...typed, holder: 'typed@contoso.example' });
    const { state: merged, changed } = mergeFacts(state, snapshot(undecided, { team: [li] }), before);
    assert.deepEqual(merged.team, [li, ...typed.team]);
    assert.equal(merged.holder, 'typed@contoso.example');
    assert.equal(changed, true);
  });

  it('given Partner Center took the one who has it in hand off the team, then nobody has it in hand', () => {
    const [bo] = before.team;
    const state = accepted({ team: before.team, holder: bo?.email });
    assert.equal(mergeFacts(state, snapshot(undecided, { team: [] }), before).state.holder, undefined);
  });

  it('given a field that Partner Center emptied, when it arrives, then it is empty here too', () => {
    const { state, changed } = mergeFacts(received(), snapshot(undecided, { notes: undefined }), before);
    assert.equal(state.notes, undefined);
    assert.equal(changed, true);
  });

  it('given the same facts written in another order, when they arrive, then nothing has changed', () => {
    const again = snapshot(undecided, {
      value: { currency: 'USD', amount: 120000 },
      customer: { contacts: [], addressLines: ['1 Main Street'], name: 'Fabrikam Ltd', city: undefined },
    });
    assert.equal(mergeFacts(received(), again, before).changed, false);
  });

  it('given a closed one, when facts change, then they are taken over and the decision stays', () => {
    const { state } = mergeFacts(closed(), snapshot(undecided, { qualification: 'Direct' }), before);
    assert.deepEqual(stored(state), closed({ qualification: 'Direct' }));
  });

  it('given a delivery that names another location, then the deal stays where its people have rights; one that has none gets it (CR-3, CR-21)', () => {
    const other = snapshot(undecided, { location: '7654321' });
    const { state, changed } = mergeFacts(received(), other, before);
    assert.deepEqual([state.location, changed], ['1234567', false]);
    assert.equal(mergeFacts(received({ location: undefined }), other, before).state.location, '7654321');
  });

  it('given a delivery without its dates, when it arrives, then creation and deadline stay as they were (CR-38)', () => {
    const { facts: sent, status } = snapshot(undecided);
    const dateless = { facts: { ...sent, createdAt: undefined, expiresAt: undefined }, status };
    const merged = mergeFacts(received(), dateless, before);
    assert.deepEqual(stored(merged), { state: received(), changed: false });
  });

  it('given a deadline that Partner Center moved, when it arrives, then it counts (CR-38)', () => {
    const { state } = mergeFacts(received(), snapshot(undecided, { expiresAt: BEFORE }), before);
    assert.equal(state.expiresAt, BEFORE);
  });
});

describe('decideReferral: referral.update', () => {
  const update = (status: SnapshotStatus, changes = {}) =>
    ({
      type: 'referral.update',
      at: BEFORE,
      snapshot: snapshot(status, changes),
      lastReceived: editableFields(facts()),
    }) as const;

  it('given nothing that can be seen has changed, then there is no event and no new revision', () => {
    const decision = decideReferral(received(), update({ stage: 'received' }));
    assert.deepEqual(decision, { ok: true, state: received(), events: [] });
  });

  it('given a field changed, then the revision goes up by one and cards are to change', () => {
    const decision = decideReferral(received(), update({ stage: 'received' }, { name: 'Renamed' }));
    assert.deepEqual(stored(named(decision)), {
      ok: true,
      state: received({ name: 'Renamed', revision: 4 }),
      events: ['referral.changed', 'timeline.add'],
    });
  });

  it('given field and status changed at once, then it is one revision with both', () => {
    const decision = decideReferral(
      received(),
      update({ stage: 'closed', outcome: 'lost' }, { name: 'Renamed' }),
    );
    assert.ok(decision.ok && decision.state.stage === 'closed');
    const { name, outcome, revision } = decision.state;
    assert.deepEqual({ name, outcome, revision }, { name: 'Renamed', outcome: 'lost', revision: 4 });
    assert.deepEqual(
      decision.events.map(({ type }) => type),
      ['referral.changed', 'timeline.add'],
    );
  });
});

describe('canonical', () => {
  it('given the same content in another order, then it is the same text; lists keep their order', () => {
    assert.equal(
      canonical({ a: 1, b: { c: [1, 2], d: null } }),
      canonical({ b: { d: null, c: [1, 2] }, a: 1 }),
    );
    assert.notEqual(canonical({ a: [1, 2] }), canonical({ a: [2, 1] }));
    assert.notEqual(canonical(JSON.parse('{"__proto__":1}')), canonical({}));
  });
});
