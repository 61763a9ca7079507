import assert from 'node:assert/strict';
import { decideReferral, type ReferralCommand } from '#domain/decide/decideReferral.ts';
import { finalBy } from '#domain/decide/final.ts';
import { MICROSOFT, type Party } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { typedSolution } from '#domain/referral/solutions.ts';
import { pendingOf } from '#domain/referral/undoable.ts';
import type { Unsynced } from '#domain/referral/unsynced.ts';
import { unsyncedAfter } from '#domain/sync/tracking.ts';
import { accepted, BEFORE, EXPIRES, facts, received } from '#test/support/referral/samples.ts';
import { AT, context, entries as registration, wonDeal } from '#test/support/registration/registered.ts';

const LATER = '2026-11-11T12:00:00.000Z';
const by = { by: 'tenant:anna', at: BEFORE };
const value = { amount: 95000, currency: 'EUR' };
const accept: ReferralCommand = {
  type: 'referral.accept',
  ...by,
  entries: { name: 'Fabrikam analytics', value, closeDate: '2027-02-01' },
};

function once(state: Referral, ...commands: readonly ReferralCommand[]): Referral {
  return commands.reduce((one, command) => {
    const decision = decideReferral(one, command);
    assert.ok(decision.ok, command.type);
    return decision.state;
  }, state);
}

/** When its twenty seconds are over. */
function final(state: Referral): Referral {
  const until = pendingOf(state)?.until ?? assert.fail('nothing that becomes final');
  return finalBy(state, until)?.state ?? assert.fail('not final in time');
}

const fieldsOf = (state: Referral) => state.unsynced?.map(({ field }) => field);
const worth = (amount: number, at = BEFORE): ReferralCommand => ({
  type: 'deal.edit',
  by: 'tenant:anna',
  at,
  changes: { value: { from: undefined, to: { amount, currency: 'USD' } } },
});

/** The edits of a deal that has no value yet, so that nobody is told that it changed meanwhile. */
function edited(state: Referral, amount: number, at = BEFORE): Referral {
  const command = worth(amount, at);
  assert.ok(command.type === 'deal.edit' && command.changes.value);
  const changes = { value: { ...command.changes.value, from: state.value } };
  return once(state, { ...command, changes });
}

describe('What our people change stands here and not in Partner Center', () => {
  it('given an undecided one, when it is accepted, then the decision and what was entered otherwise differ (CR-35)', () => {
    assert.deepEqual(once(received(), accept).unsynced, [
      { field: 'decision', since: BEFORE },
      { field: 'value', since: BEFORE, there: { value: facts().value } },
    ]);
  });

  it('given a change, when the field is changed once more, then it differs since the first time, from the same value (CR-39)', () => {
    const twice = edited(edited(accepted(), 1), 2, LATER);
    assert.deepEqual(twice.unsynced, [{ field: 'value', since: BEFORE, there: { value: facts().value } }]);
  });

  it('given a change, when the field is changed back, then nothing differs (CR-39)', () => {
    const back = edited(edited(accepted(), 1), facts().value?.amount ?? 0, LATER);
    assert.equal(back.unsynced, undefined);
  });

  it('given a team, when somebody joins and leaves again, then nothing differs (CR-22)', () => {
    const joined = { name: 'Cara', email: 'Cara@contoso.example', phone: '1' };
    const team = { type: 'deal.team' as const, ...by };
    const with3 = once(accepted(), { ...team, add: [joined], remove: [] });
    assert.deepEqual(fieldsOf(with3), ['team']);
    assert.equal(once(with3, { ...team, add: [], remove: ['cara@contoso.example'] }).unsynced, undefined);
  });

  it('given a solution typed in by hand, then nothing differs, because Partner Center cannot know it (CR-23)', () => {
    const typed = typedSolution('Our own tool') ?? assert.fail();
    const add = { type: 'deal.solutions' as const, ...by, add: [typed], remove: [], vetted: false };
    assert.equal(once(accepted(), add).unsynced, undefined);
  });

  it('given a stage that is marked and a deal that is won for good, then both differ, the older one first (CR-40, CR-42)', () => {
    const won = once(
      accepted(),
      { type: 'stage.mark', ...by, stage: 40 },
      { type: 'deal.win', by: 'tenant:anna', at: LATER },
    );
    assert.deepEqual(fieldsOf(won), ['salesStage']);
    assert.deepEqual(final(won).unsynced, [
      { field: 'salesStage', since: BEFORE },
      { field: 'decision', since: '2026-11-11T12:00:20.000Z' },
    ]);
  });

  it('given a won deal, when its registration is handed in, then that differs (CR-47)', () => {
    const command = { type: 'registration.register' as const, by: 'tenant:anna', at: AT };
    assert.deepEqual(fieldsOf(once(wonDeal(), { ...command, entries: registration, context })), [
      'registration',
    ]);
  });

  it('given a private deal, when Microsoft may see it, then that differs once (CR-12)', () => {
    const share = { type: 'deal.share' as const, ...by, switchedOn: true };
    const deal = accepted({ direction: 'outbound' });
    assert.deepEqual(fieldsOf(once(deal, share)), ['partnerLed']);
  });

  it('given a holder, a note to oneself or a location, then nothing differs: that is never sent', () => {
    const unplaced = accepted({ location: undefined });
    const member = unplaced.team[0] ?? assert.fail();
    const kept = once(
      unplaced,
      { type: 'deal.handover', ...by, to: member },
      { type: 'note.add', ...by, text: 'Call on Monday', audience: 'us', writer: member },
      { type: 'deal.locate', ...by, location: '1234567' },
    );
    assert.equal(kept.unsynced, undefined);
  });
});

describe('What nobody of ours did stands in Partner Center by itself', () => {
  it('given the clock, when it ends a referral, then nothing differs (CR-38)', () => {
    assert.equal(once(received(), { type: 'referral.expire', at: EXPIRES }).unsynced, undefined);
  });

  for (const kind of ['clock', 'partner-center', 'party'] as const) {
    it(`given a change by ${kind}, then what differed before still does and nothing else`, () => {
      const unsynced: Unsynced[] = [{ field: 'notes', since: BEFORE }];
      const before = accepted({ unsynced });
      const actor = kind === 'party' ? { kind, organization: 'litware' } : { kind };
      const next = { ...before, name: 'Another', value };
      assert.deepEqual(unsyncedAfter(before, next, { by: actor, at: LATER }), unsynced);
    });
  }

  it('given the record of Microsoft, when its people decide, then nothing differs: it is Partner Center’s', () => {
    assert.equal(once(received({ organization: MICROSOFT }), accept).unsynced, undefined);
  });
});

describe('A deal that was created here', () => {
  const person = { by: { kind: 'person' as const, personId: 'tenant:anna' }, at: BEFORE };
  const partner = (referralId: string): Party => ({
    role: 'invited',
    organization: 'litware',
    name: 'Litware',
    referralId,
    seq: 0,
  });

  it('given a new deal, then it is missing there as a whole, and so are its invitations (CR-25, CR-28)', () => {
    const began = accepted({ microsoftInvitedAt: BEFORE, parties: [partner('r1')] });
    assert.deepEqual(unsyncedAfter(undefined, began, person), [
      { field: 'deal', since: BEFORE },
      { field: 'microsoft', since: BEFORE },
      { field: 'partners', since: BEFORE },
    ]);
  });

  it('given one that is not there yet, when it is edited and won, then only the end is told beside it', () => {
    const missing = accepted({ direction: 'outbound', unsynced: [{ field: 'deal', since: BEFORE }] });
    const shared = once(edited(missing, 1), { type: 'deal.share', ...by, switchedOn: true });
    assert.deepEqual(fieldsOf(shared), ['deal']);
    assert.deepEqual(fieldsOf(final(once(shared, { type: 'deal.win', ...by }))), ['deal', 'decision']);
  });

  it('given a partner who declined, when they are invited once more, then that has to be entered too (CR-33)', () => {
    const before = accepted({ parties: [partner('r1')] });
    const again = accepted({ parties: [partner('r2')] });
    assert.deepEqual(unsyncedAfter(before, again, person), [{ field: 'partners', since: BEFORE }]);
    assert.equal(unsyncedAfter(again, again, person), undefined);
  });
});
