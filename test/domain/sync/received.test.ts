import assert from 'node:assert/strict';
import { decideReferral } from '#domain/decide/decideReferral.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { editableFields, type ReferralSnapshot, type SnapshotStatus } from '#domain/referral/snapshot.ts';
import { typedSolution } from '#domain/referral/solutions.ts';
import type { SyncField, Unsynced } from '#domain/referral/unsynced.ts';
import { sendable } from '#domain/sync/decideSync.ts';
import { accepted, BEFORE, closed, facts, snapshot } from '#test/support/referral/samples.ts';

const AT = '2026-11-12T12:00:00.000Z';
const active: SnapshotStatus = { stage: 'accepted' };
const usd = (amount: number) => ({ amount, currency: 'USD' });
const before = facts().value ?? assert.fail();
const differs: Unsynced = { field: 'value', since: BEFORE, there: { value: before } };
const ours = (changes: Partial<Unsynced> = {}, more: readonly Unsynced[] = []) =>
  accepted({ value: usd(1), unsynced: [{ ...differs, ...changes }, ...more] });

/** The record after a delivery. */
function afterDelivery(
  state: Referral,
  delivered: ReferralSnapshot,
  { last = snapshot(active), first = false, wrote = [] as SyncField[] } = {},
): Referral {
  const lastReceived = editableFields(last.facts);
  const command = { type: 'referral.update' as const, at: AT, snapshot: delivered, lastReceived };
  const decision = decideReferral(state, { ...command, first, wrote });
  assert.ok(decision.ok);
  return decision.state;
}

describe('What still differs after a delivery', () => {
  it('given a delivery about something else, then ours stays and still differs', () => {
    const next = afterDelivery(ours(), snapshot(active, { crmId: 'CRM-9' }));
    assert.deepEqual([next.value, next.crmId, next.unsynced], [usd(1), 'CRM-9', [differs]]);
  });

  it('given that Partner Center says the same at last, then nothing differs', () => {
    assert.equal(afterDelivery(ours(), snapshot(active, { value: usd(1) })).unsynced, undefined);
  });

  it('given a delivery that names no currency, when the amount is ours, then nothing differs', () => {
    const silent = { value: { amount: 1, currency: '' } };
    const next = afterDelivery(ours(), snapshot(active, silent));
    assert.deepEqual([next.value, next.unsynced], [usd(1), undefined]);
  });

  it('given both sides changed it, then ours stays, both values are known, and nothing is sent before a person chose', () => {
    const next = afterDelivery(ours(), snapshot(active, { value: usd(2) }));
    assert.deepEqual(next.value, usd(1));
    assert.deepEqual(next.unsynced, [{ ...differs, there: { value: usd(2) }, conflict: true }]);
    assert.deepEqual(sendable(next), []);
  });

  it('given a conflict, when Partner Center’s value becomes ours, then it is over', () => {
    const asked = ours({ there: { value: usd(2) }, conflict: true });
    const last = snapshot(active, { value: usd(2) });
    assert.equal(afterDelivery(asked, snapshot(active, { value: usd(1) }), { last }).unsynced, undefined);
  });

  it('given the answer to what the connection wrote, when it was changed here meanwhile, then that is no conflict', () => {
    const next = afterDelivery(ours(), snapshot(active, { value: usd(2) }), { wrote: ['value'] });
    assert.deepEqual(next.value, usd(1));
    assert.deepEqual(next.unsynced, [{ ...differs, there: { value: usd(2) } }]);
  });

  it('given that it was changed back here while it was written there, then it is written back', () => {
    const next = afterDelivery(accepted(), snapshot(active, { value: usd(2) }), { wrote: ['value'] });
    assert.deepEqual(next.value, before);
    assert.deepEqual(next.unsynced, [{ field: 'value', since: AT, there: { value: usd(2) } }]);
  });

  it('given a value that was ticked off and changed again, when the ticked one arrives, then that is no conflict', () => {
    const ticked = ours({ there: { value: usd(2) } });
    const next = afterDelivery(ticked, snapshot(active, { value: usd(2) }));
    assert.deepEqual(next.unsynced, [{ ...differs, there: { value: usd(2) } }]);
  });

  it('given a team that both sides added to, then both stay, and nobody is asked (CR-22)', () => {
    const [bo] = facts().team;
    const [cara, dan] = ['Cara', 'Dan'].map((name) => ({ name, email: `${name}@contoso.example` }));
    assert.ok(bo && cara && dan);
    const state = accepted({
      team: [bo, cara],
      unsynced: [{ field: 'team', since: BEFORE, there: { team: [bo] } }],
    });
    const next = afterDelivery(state, snapshot(active, { team: [bo, dan] }));
    assert.deepEqual(next.team, [bo, dan, cara]);
    assert.deepEqual(next.unsynced, [{ field: 'team', since: BEFORE, there: { team: [bo, dan] } }]);
  });

  it('given a refusal, when something else arrives, then it stays refused; when the field moved there, a person is asked', () => {
    const refused = { code: 'invalidrequest', at: BEFORE };
    const other = afterDelivery(ours({ refused }), snapshot(active, { crmId: 'CRM-9' }));
    assert.deepEqual(other.unsynced, [{ ...differs, refused }]);
    const moved = afterDelivery(ours({ refused }), snapshot(active, { value: usd(2) }));
    assert.deepEqual(moved.unsynced, [{ ...differs, there: { value: usd(2) }, conflict: true }]);
  });
});

describe('A decision that is not there yet', () => {
  const decided: Unsynced = { field: 'decision', since: BEFORE };

  it('given that it stands there as here, then nothing differs', () => {
    const state = accepted({ unsynced: [decided] });
    assert.equal(afterDelivery(state, snapshot(active)).unsynced, undefined);
  });

  it('given that it is still undecided there, then it differs', () => {
    const state = accepted({ unsynced: [decided] });
    assert.deepEqual(afterDelivery(state, snapshot({ stage: 'received' })).unsynced, [decided]);
  });

  it('given that it ended there, when it is open here, then it ended, and Partner Center’s values count (CR-50)', () => {
    const tool = typedSolution('Our own tool') ?? assert.fail();
    const solutions: Unsynced = { field: 'solutions', since: BEFORE };
    const state = { ...ours({}, [decided, solutions]), solutions: [tool] };
    const next = afterDelivery(state, snapshot({ stage: 'closed', outcome: 'lost' }, { solutions: [] }));
    assert.equal(next.stage === 'closed' && next.outcome, 'lost');
    assert.deepEqual([next.value, next.solutions, next.unsynced], [before, [tool], undefined]);
  });

  it('given that it ended otherwise there, when it is closed here, then both stay and people learn that it can’t be sent (CR-50)', () => {
    const state = closed({ unsynced: [decided] });
    const next = afterDelivery(state, snapshot({ stage: 'closed', outcome: 'expired' }));
    assert.equal(next.stage === 'closed' && next.outcome, 'declined');
    assert.deepEqual(next.unsynced, [{ ...decided, refused: { code: 'closed-there', at: AT } }]);
    assert.deepEqual(sendable(next), []);
  });
});

describe('What no value says', () => {
  for (const field of ['microsoft', 'partners', 'partnerLed', 'registration'] as const) {
    it(`given ${field}, when a delivery says nothing of it, then it differs until somebody says that it is there`, () => {
      const state = accepted({ unsynced: [{ field, since: BEFORE }] });
      assert.deepEqual(afterDelivery(state, snapshot(active, { crmId: 'CRM-9' })).unsynced, state.unsynced);
    });
  }

  it('given that Microsoft sees it there, then that it may see it differs no more (CR-12)', () => {
    const state = accepted({ unsynced: [{ field: 'partnerLed', since: BEFORE }] });
    assert.equal(afterDelivery(state, snapshot(active, { microsoft: true })).unsynced, undefined);
  });

  for (const [status, left] of Object.entries({
    ReviewPending: 0,
    Approved: 0,
    None: 1,
    ActionRequired: 1,
  })) {
    it(`given a registration that is ${status} there, then ${left ? 'it has to be handed in' : 'it is there'} (CR-48)`, () => {
      const state = closed({ outcome: 'won', unsynced: [{ field: 'registration', since: BEFORE }] });
      const won: SnapshotStatus = { stage: 'closed', outcome: 'won' };
      const next = afterDelivery(state, snapshot(won, { registration: status }));
      assert.equal(next.unsynced?.length ?? 0, left);
    });
  }
});

describe('The first delivery of a deal that was created here (CR-28)', () => {
  const missing: Unsynced = { field: 'deal', since: BEFORE };
  const invited: Unsynced = { field: 'microsoft', since: BEFORE };
  const deal = accepted({ unsynced: [missing, invited], value: usd(1), crmId: 'CRM-1' });

  it('given that it has the same, then it is there, and only the invitation is left', () => {
    const delivered = snapshot(active, { value: usd(1), crmId: 'CRM-1' });
    assert.deepEqual(afterDelivery(deal, delivered, { first: true }).unsynced, [invited]);
  });

  it('given that something was not entered and something was changed here since, then these differ from then on', () => {
    const last = snapshot(active, { crmId: 'CRM-1' });
    const next = afterDelivery(deal, snapshot(active), { first: true, last });
    assert.deepEqual([next.value, next.crmId], [usd(1), 'CRM-1']);
    assert.deepEqual(next.unsynced, [
      invited,
      { field: 'value', since: AT, there: { value: before } },
      { field: 'crmId', since: AT },
    ]);
  });

  it('given that it was won here before it was there, then the end differs', () => {
    const won = { ...closed({ outcome: 'won', unsynced: [missing, { field: 'decision', since: AT }] }) };
    assert.deepEqual(afterDelivery(won, snapshot(active), { first: true }).unsynced, [
      { field: 'decision', since: AT },
    ]);
  });
});

describe('What is told of it', () => {
  it('given that only the difference is gone, then the card is redrawn and the timeline says nothing', () => {
    const command = {
      type: 'referral.update' as const,
      at: AT,
      snapshot: snapshot(active, { value: usd(1) }),
    };
    const decision = decideReferral(ours(), { ...command, lastReceived: editableFields(facts()) });
    assert.ok(decision.ok);
    assert.deepEqual(
      decision.events.map(({ type }) => type),
      ['referral.changed'],
    );
    assert.equal(decision.state.recent, undefined);
  });
});
