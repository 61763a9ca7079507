import assert from 'node:assert/strict';
import { decideReferral, type ReferralCommand } from '#domain/decide/decideReferral.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Unsynced } from '#domain/referral/unsynced.ts';
import { sendable } from '#domain/sync/decideSync.ts';
import { accepted, BEFORE, facts } from '#test/support/referral/samples.ts';

const AT = '2026-11-12T12:00:00.000Z';
const by = { by: 'tenant:anna', at: AT };
const refused = { code: 'invalidrequest', at: BEFORE };
const theirs = { amount: 2, currency: 'USD' };
const value: Unsynced = { field: 'value', since: BEFORE, there: { value: theirs } };
const notes: Unsynced = { field: 'notes', since: BEFORE };

function decided(unsynced: readonly Unsynced[], command: ReferralCommand) {
  const decision = decideReferral(accepted({ unsynced }), command);
  return decision.ok
    ? { state: decision.state, events: decision.events.map(({ type }) => type) }
    : decision.rejection;
}

function stateOf(unsynced: readonly Unsynced[], command: ReferralCommand): Referral {
  const result = decided(unsynced, command);
  return typeof result === 'string' ? assert.fail(result) : result.state;
}

describe('What is entered by hand (sync.enter)', () => {
  it('given two that differ, when one is entered, then the other is left', () => {
    assert.deepEqual(stateOf([value, notes], { type: 'sync.enter', ...by, fields: ['value'] }).unsynced, [
      notes,
    ]);
  });

  it('given what somebody else entered before, then there is nothing left to do', () => {
    assert.equal(decided([notes], { type: 'sync.enter', ...by, fields: ['value'] }), 'sync-nothing');
    assert.equal(decided([notes], { type: 'sync.enter', ...by, fields: [] }), 'sync-nothing');
  });
});

describe('Which of two values counts (sync.settle)', () => {
  const asked: Unsynced = { ...value, conflict: true };

  it('given ours, then it stays and can be sent over theirs', () => {
    const { state, events } = settled('ours');
    assert.deepEqual([state.value, state.unsynced, sendable(state)], [facts().value, [value], ['value']]);
    assert.deepEqual(events, ['referral.changed', 'timeline.add', 'sync.send']);
  });

  it('given theirs, then it counts here as well, everybody reads of it, and nothing is to be sent', () => {
    const { state, events } = settled('theirs');
    assert.deepEqual([state.value, state.unsynced], [theirs, undefined]);
    assert.deepEqual(events, ['referral.changed', 'timeline.add']);
  });

  it('given no conflict, then there is nothing to choose', () => {
    for (const keep of ['ours', 'theirs'] as const) {
      assert.equal(decided([value], { type: 'sync.settle', ...by, field: 'value', keep }), 'sync-nothing');
    }
  });

  it('given that Partner Center has nothing of it, when that counts, then it is empty here too; a name stays', () => {
    const none = (field: 'notes' | 'name'): Referral =>
      stateOf([{ field, since: BEFORE, conflict: true }], {
        type: 'sync.settle',
        ...by,
        field,
        keep: 'theirs',
      });
    assert.equal(none('notes').notes, undefined);
    assert.equal(none('name').name, facts().name);
  });

  function settled(keep: 'ours' | 'theirs') {
    const result = decided([asked], { type: 'sync.settle', ...by, field: 'value', keep });
    return typeof result === 'string' ? assert.fail(result) : result;
  }
});

describe('What Partner Center refuses', () => {
  const late: Unsynced = { ...value, refused };

  it('given what was sent, when it is refused, then it is not sent again, and the rest is', () => {
    const state = stateOf([value, notes], {
      type: 'sync.refuse',
      at: AT,
      fields: ['value'],
      refusal: refused,
    });
    assert.deepEqual(state.unsynced, [late, notes]);
    assert.deepEqual(sendable(state), ['notes']);
  });

  it('given a refusal, when it is sent once more, then all that was refused can be sent; without one there is nothing', () => {
    const state = stateOf([late, { ...notes, refused }], { type: 'sync.retry', ...by });
    assert.deepEqual(sendable(state), ['value', 'notes']);
    assert.equal(decided([value], { type: 'sync.retry', ...by }), 'sync-nothing');
  });

  it('given a refusal, when it is dropped, then Partner Center’s value counts; what was not refused is not dropped', () => {
    const state = stateOf([late, notes], { type: 'sync.drop', ...by, field: 'value' });
    assert.deepEqual([state.value, state.unsynced], [theirs, [notes]]);
    assert.equal(decided([value], { type: 'sync.drop', ...by, field: 'value' }), 'sync-nothing');
  });

  it('given a decision that was refused, when it is dropped, then it stays here alone', () => {
    const decision: Unsynced = { field: 'decision', since: BEFORE, refused };
    const state = stateOf([decision], { type: 'sync.drop', ...by, field: 'decision' });
    assert.deepEqual([state.stage, state.unsynced], ['accepted', undefined]);
  });

  it('given a refusal, when somebody enters another value, then that is sent (CR-39)', () => {
    const changes = { value: { from: facts().value, to: { amount: 3, currency: 'USD' } } };
    const state = stateOf([late], { type: 'deal.edit', ...by, changes });
    assert.deepEqual(state.unsynced, [value]);
  });
});

describe('What the connection brought there (sync.sent)', () => {
  it('given a deal of ours, when it was created there, then its id and engagement there are known', () => {
    const created = { id: 'THERE-1', engagementId: 'E-1' };
    const state = stateOf([{ field: 'deal', since: BEFORE }, notes], {
      type: 'sync.sent',
      at: AT,
      fields: ['deal'],
      created,
    });
    assert.deepEqual(
      [state.id, state.partnerCenterId, state.engagementId, state.unsynced],
      [facts().id, 'there-1', 'E-1', [notes]],
    );
  });
});

describe('What can be sent', () => {
  it('given partners, then never: Partner Center’s API cannot take it, somebody enters it there', () => {
    assert.deepEqual(sendable({ unsynced: [{ field: 'partners', since: BEFORE }, notes] }), ['notes']);
  });
});
