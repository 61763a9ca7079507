import assert from 'node:assert/strict';
import fc from 'fast-check';
import { finalBy } from '#domain/decide/final.ts';
import { sharedView } from '#domain/engagement/engagement.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { editableFields } from '#domain/referral/snapshot.ts';
import { factsOf, outward } from '#domain/referral/standing.ts';
import { plusSeconds } from '#domain/values/instant.ts';
import {
  ANNA,
  asItIs,
  BO,
  cara,
  decide,
  decline,
  did,
  type Given,
  inviter,
  mark,
  messageFrom,
  rejectionOf,
  rename,
  typesOf,
  undo,
  win,
} from '#test/support/deal/undoing.ts';
import { accepted, BEFORE, closed, received, snapshot, stored } from '#test/support/referral/samples.ts';
import { context, entries, wonDeal } from '#test/support/registration/registered.ts';

describe('A decision that can still be taken back', () => {
  const decisions: readonly [Referral, Given][] = [
    [received({ parties: [inviter] }), decline],
    [accepted({ parties: [inviter] }), win],
    [accepted({ parties: [inviter] }), { type: 'deal.lose', by: ANNA, reason: 'other', notes: 'Gone' }],
    [accepted({ parties: [inviter] }), { type: 'deal.error', by: ANNA, reason: 'test', switchedOn: true }],
    [received({ parties: [inviter] }), { type: 'deal.error', by: ANNA, reason: 'test', switchedOn: true }],
  ];
  for (const [deal, command] of decisions) {
    const name = `${command.type} of one that is ${deal.stage}`;

    it(`given ${name}, then at home it counts at once, and outside nothing of it (CR-36, CR-42, CR-43)`, () => {
      const decision = decide(deal, command);
      assert.deepEqual(typesOf(decision), ['referral.changed', 'timeline.add']);
      const over = did(deal, command);
      assert.equal(over.stage, 'closed');
      assert.deepEqual(sharedView(outward(over), inviter), sharedView(deal, inviter));
      assert.equal(over.unsynced, undefined);
    });

    it(`given ${name}, when twenty seconds are over, then it is final and everybody is told, once`, () => {
      const over = did(deal, command);
      assert.equal(finalBy(over, plusSeconds(BEFORE, 19.999)), undefined);
      const final = finalBy(over, plusSeconds(BEFORE, 20));
      assert.deepEqual(typesOf(final), ['referral.changed', 'engagement.tell', 'sync.send']);
      assert.ok(final);
      assert.deepEqual(
        final.state.unsynced?.map(({ field }) => field),
        ['decision'],
      );
      assert.deepEqual(final.state.recent, over.recent);
      assert.equal(finalBy(final.state, plusSeconds(BEFORE, 30)), undefined);
      assert.equal(rejectionOf(final.state, undo(4), 30), 'undo-final');
    });

    it(`given ${name}, when it is undone in time, then the record is as it was, and nobody outside hears of anything`, () => {
      const back = decide(did(deal, command), undo(), 19);
      assert.deepEqual(typesOf(back), ['referral.changed', 'timeline.add']);
      assert.ok(back.ok);
      assert.deepEqual(asItIs(back.state), asItIs(deal));
    });

    it(`given ${name}, when Undo comes at the twentieth second, then it is too late`, () => {
      assert.equal(rejectionOf(did(deal, command), undo(), 20), 'undo-final');
    });
  }

  it('given a declined one, when somebody else presses Accept or Undo, then it stays declined (CR-34)', () => {
    const declined = did(received(), decline);
    const entries = { name: 'N', value: { amount: 1, currency: 'USD' }, closeDate: '2027-05-01' };
    assert.equal(rejectionOf(declined, { type: 'referral.accept', by: BO, entries }), 'already-declined');
    assert.equal(rejectionOf(declined, undo(4, BO)), 'undo-other');
  });

  it('given an accepted one, then that can’t be taken back: it is a race (CR-34)', () => {
    const entries = { name: 'N', value: { amount: 1, currency: 'USD' }, closeDate: '2027-05-01' };
    const taken = did(received(), { type: 'referral.accept', by: ANNA, entries });
    assert.equal(rejectionOf(taken, undo()), 'undo-nothing');
  });

  it('given a change of another party meanwhile, then it is heard under the decision, and is there after the undo (CR-60)', () => {
    const value = { amount: 7, currency: 'USD' };
    const message = messageFrom({ stage: 'accepted', value });
    const heard = did(
      did(received({ parties: [inviter] }), decline),
      { type: 'engagement.receive', message },
      5,
    );
    assert.equal(heard.stage, 'closed');
    const plain = did(received({ parties: [inviter] }), { type: 'engagement.receive', message }, 5);
    assert.deepEqual(asItIs(did(heard, undo(), 10)), asItIs(plain));
  });

  it('given that the inviter closes the deal meanwhile, then the decline is final at once and its undo too late (CR-52)', () => {
    const declined = did(received({ parties: [inviter] }), decline);
    const message = messageFrom({ stage: 'closed', outcome: 'won' });
    const decision = decide(declined, { type: 'engagement.receive', message }, 5);
    assert.ok(decision.ok && decision.state.stage === 'closed');
    assert.equal(decision.state.outcome, 'declined');
    assert.ok(typesOf(decision).includes('engagement.tell'));
    assert.equal(rejectionOf(decision.state, undo(4), 6), 'undo-final');
  });

  it('given a deal that was just won, when it is registered, then it is final first, and both are told (CR-42, CR-46)', () => {
    const open = accepted({ ...factsOf(wonDeal()) });
    const won = did(open, win);
    const register = { type: 'registration.register' as const, by: ANNA, entries, context };
    assert.equal(rejectionOf(won, { ...register, entries: {} }, 5), 'registration-incomplete');
    const decision = decide(won, register, 5);
    assert.ok(decision.ok);
    const fields = decision.state.unsynced?.map(({ field }) => field);
    assert.deepEqual(fields, ['decision', 'registration']);
    assert.ok(typesOf(decision).includes('engagement.tell'));
    assert.equal(rejectionOf(decision.state, undo(4), 6), 'undo-final');
  });

  it('given that Partner Center says meanwhile how it ended there, then what was decided here is final at once (CR-50)', () => {
    const declined = did(received(), decline);
    const lastReceived = editableFields(received());
    const update = (stage: 'accepted' | 'received'): Given => ({
      type: 'referral.update',
      snapshot: snapshot({ stage }, { crmId: 'CRM-1' }),
      lastReceived,
    });
    const same = did(declined, update('received'), 5);
    assert.equal(did(same, undo(), 6).crmId, 'CRM-1');
    assert.equal(rejectionOf(did(declined, update('accepted'), 5), undo(4), 6), 'undo-final');
  });

  it('given any of our changes, each undone at once, then the record is as it was', () => {
    const name = fc.string({ minLength: 1, maxLength: 9 });
    const command = fc.oneof(
      fc.constantFrom<Given>(mark(20), mark(40), mark(60), win, decline),
      fc.constant<Given>({ type: 'deal.lose', by: ANNA, reason: 'other' }),
      fc.constant<Given>({ type: 'deal.error', by: ANNA, reason: 'test', switchedOn: true }),
      fc.record({ name, add: fc.boolean() }).map(({ name: who, add }): Given => {
        const one = { name: who, email: `${who}@contoso.example`, phone: '1' };
        return add
          ? { type: 'deal.handover', by: ANNA, to: one, drop: 'cara@contoso.example' }
          : { type: 'deal.team', by: ANNA, add: [one], remove: ['cara@contoso.example'] };
      }),
      fc.constantFrom('SOL-1', 'SOL-2', 'SOL-3').map((id): Given => {
        const add = [{ id, name: id, kind: 'own' as const }];
        return { type: 'deal.solutions', by: ANNA, add, remove: ['SOL-9'], vetted: true };
      }),
      name.map((to): Given => rename(accepted(), to)),
      name.map(
        (to): Given => ({
          type: 'deal.edit',
          by: ANNA,
          changes: { notes: { from: undefined, to }, crmId: { from: undefined, to } },
        }),
      ),
    );
    const begun = fc.constantFrom<Referral>(
      received({ notes: undefined }),
      accepted({ notes: undefined, team: [cara] }),
      accepted({
        notes: undefined,
        salesStage: 40,
        marked: [20, 40],
        holder: 'cara@contoso.example',
        team: [cara],
      }),
      closed(),
    );
    let done = 0;
    fc.assert(
      fc.property(begun, fc.array(command, { minLength: 1, maxLength: 8 }), (deal, commands) => {
        let now: Referral = stored(deal);
        for (const one of commands) {
          const decision = decide(now, one);
          if (!decision.ok || decision.events.length === 0) continue;
          done++;
          now = did(stored(decision.state), undo());
          assert.deepEqual(asItIs(now), asItIs(deal), one.type);
        }
      }),
      { numRuns: 500 },
    );
    assert.ok(done > 500, `only ${done} done`);
  });

  it('given any of our changes one after the other, undone from the last to the first, then the record is as it was', () => {
    const command = fc.constantFrom<Given>(mark(20), mark(40), mark(60), rename(accepted(), 'Mine'), {
      type: 'deal.team',
      by: ANNA,
      add: [cara],
      remove: [],
    });
    fc.assert(
      fc.property(fc.array(command, { minLength: 1, maxLength: 3 }), (commands) => {
        let now: Referral = stored(accepted());
        const steps: number[] = [];
        for (const one of commands) {
          const decision = decide(now, one);
          if (!decision.ok || decision.events.length === 0) continue;
          now = stored(decision.state);
          steps.push(now.revision);
        }
        for (const step of steps.toReversed()) now = did(now, undo(step));
        assert.deepEqual(asItIs(now), asItIs(stored(accepted())));
      }),
    );
  });
});
