import assert from 'node:assert/strict';
import { finalBy } from '#domain/decide/final.ts';
import type { Referral, ReferralFacts } from '#domain/referral/referral.ts';
import { editableFields } from '#domain/referral/snapshot.ts';
import { plusSeconds } from '#domain/values/instant.ts';
import {
  ANNA,
  asItIs,
  BO,
  cara,
  did,
  type Given,
  inviter,
  mark,
  messageFrom,
  rejectionOf,
  rename,
  solution,
  undo,
  win,
} from '#test/support/deal/undoing.ts';
import { accepted, BEFORE, received, snapshot } from '#test/support/referral/samples.ts';

describe('Taking back what was changed (deal.undo)', () => {
  it('given a stage that was marked, when it is undone, then the deal stands where it stood, and what differed from Partner Center does no more (CR-40)', () => {
    const deal = accepted({ salesStage: 20, marked: [20] });
    const marked = did(deal, mark(40));
    assert.deepEqual(asItIs(did(marked, undo())), asItIs(deal));
    const [last] = did(marked, undo()).recent?.slice(-1) ?? [];
    assert.deepEqual([last?.what, last?.undone], ['deal.undo', 'stage.mark']);
  });

  it('given a field that somebody else changed since, when it is undone, then it stays, and the step knows who it was (CR-39)', () => {
    const renamed = did(accepted(), rename(accepted(), 'Mine'));
    const again = did(renamed, rename(renamed, 'Theirs', BO), 5);
    assert.equal(rejectionOf(again, undo(4)), 'undo-changed');
    const [step] = again.undoable ?? [];
    assert.deepEqual(step?.kind === 'fields' && step.changed, {
      by: { kind: 'person', personId: BO },
      at: plusSeconds(BEFORE, 5),
    });
  });

  it('given that Partner Center changed the same field since, then it stays; another field does no harm (CR-39)', () => {
    const told = (changes: Partial<ReferralFacts>): Given => ({
      type: 'referral.update',
      snapshot: snapshot({ stage: 'accepted' }, changes),
      lastReceived: editableFields(accepted()),
    });
    const joined = did(accepted(), { type: 'deal.team', by: ANNA, add: [cara], remove: [] });
    const other = did(joined, told({ crmId: 'CRM-1' }));
    assert.equal(did(other, undo()).crmId, 'CRM-1');
    assert.equal(did(other, undo()).team.length, 1);
    const dora = { name: 'Dora', email: 'dora@contoso.example', phone: '2' };
    const same = did(joined, told({ team: [...accepted().team, dora] }));
    assert.equal(rejectionOf(same, undo()), 'undo-changed');
  });

  it('given that another party tells of itself since, then that spoils nothing (CR-52)', () => {
    const deal = accepted({ parties: [inviter] });
    const marked = did(deal, mark(40));
    const heard = did(marked, { type: 'engagement.receive', message: messageFrom({ stage: 'accepted' }) });
    assert.equal(did(heard, undo()).salesStage, undefined);
  });

  it('given several steps, then each can be taken back in any order, where they are about different fields', () => {
    const deal = accepted();
    const both = did(did(deal, rename(deal, 'Mine')), mark(40));
    assert.deepEqual(asItIs(did(did(both, undo(4)), undo(5))), asItIs(deal));
    assert.deepEqual(asItIs(did(did(both, undo()), undo())), asItIs(deal));
  });

  it('given two steps of the same field, when the later one is undone, then the earlier one can be', () => {
    const deal = accepted();
    const twice = did(did(deal, mark(20)), mark(40));
    assert.equal(rejectionOf(twice, undo(4)), 'undo-changed');
    assert.deepEqual(asItIs(did(did(twice, undo(5)), undo(4))), asItIs(deal));
  });

  it('given two presses of Undo, then the second one learns that it is done', () => {
    const undone = did(did(accepted(), mark(40)), undo(4));
    assert.equal(rejectionOf(undone, undo(4)), 'undo-done');
    assert.equal(rejectionOf(undone, undo()), 'undo-done');
  });

  it('given what somebody else did, then only they can take it back; typed, one has done nothing', () => {
    const marked = did(accepted(), mark(40));
    assert.equal(rejectionOf(marked, undo(4, BO)), 'undo-other');
    assert.equal(rejectionOf(marked, undo(undefined, BO)), 'undo-nothing');
  });

  it('given more than three steps, then the first one is too long ago', () => {
    const many = [20, 40, 60, 20].reduce<Referral>((deal, stage) => did(deal, mark(stage as 20)), accepted());
    assert.equal(many.undoable?.length, 3);
    assert.equal(rejectionOf(many, undo(4)), 'undo-gone');
  });

  it('given a deal that was handed over before it was accepted, when somebody accepted it, then the handover is a matter of the past (CR-58)', () => {
    const handed = did(received(), { type: 'deal.handover', by: ANNA, to: cara });
    assert.deepEqual(asItIs(did(handed, undo())), asItIs(received()));
    const entries = { name: 'N', value: { amount: 1, currency: 'USD' }, closeDate: '2027-05-01' };
    const taken = did(handed, { type: 'referral.accept', by: BO, entries });
    assert.equal(rejectionOf(taken, undo(4)), 'undo-gone');
  });

  it('given an assessment that was taken out, when a partner was invited since, then it does not come back (CR-24)', () => {
    const assessment = { id: 'SA-1', name: 'Assessment', kind: 'assessment' as const };
    const deal = accepted({ direction: 'outbound', solutions: [assessment], assessmentPlace: '1234567' });
    const change = {
      type: 'deal.solutions' as const,
      by: ANNA,
      add: [solution],
      remove: ['SA-1'],
      vetted: true,
    };
    const changed = did(deal, change);
    assert.deepEqual(asItIs(did(changed, undo())), asItIs(deal));
    const guest = { organization: 'fabrikam', name: 'Fabrikam', referralId: 'r1' };
    const invitation = {
      ...{
        closeDate: '2027-02-01',
        value: { amount: 1, currency: 'USD' },
        solutions: [solution],
        contacts: [],
      },
    };
    const invited = did(changed, { type: 'partner.invite', by: ANNA, guest, invitation });
    assert.equal(rejectionOf(invited, undo()), 'solutions-not-allowed');
  });

  it('given a deal that is won for good, then nothing of it can be taken back (CR-50)', () => {
    const won = did(did(accepted(), mark(40)), win);
    assert.equal(rejectionOf(won, undo(4)), 'already-closed');
    const final = finalBy(won, plusSeconds(BEFORE, 20))?.state ?? assert.fail();
    assert.equal(rejectionOf(final, undo(4), 30), 'undo-gone');
    assert.equal(rejectionOf(final, undo(), 30), 'undo-final');
  });
});
