import assert from 'node:assert/strict';
import { type MarkedStage, reachedStages } from '#domain/deal/decideProgress.ts';
import { decideReferral, type ReferralCommand } from '#domain/decide/decideReferral.ts';
import type { Referral, Solution } from '#domain/referral/referral.ts';
import { facts, snapshot } from '#test/support/referral/samples.ts';

const AT = '2026-11-10T10:00:00.000Z';
const analytics: Solution = { id: 'SOL-1', name: 'Analytics', kind: 'own' };
const assessment: Solution = { id: 'SA-1', name: 'Security assessment', kind: 'assessment' };

function deal(changes: Partial<Referral> = {}): Referral {
  const acceptedBy = { kind: 'person' as const, personId: 'tenant:anna' };
  const base = facts({ direction: 'outbound', solutions: [analytics] });
  return { ...base, stage: 'accepted', acceptedAt: AT, acceptedBy, ...changes } as Referral;
}

function later(state: Referral, ...commands: readonly ReferralCommand[]): Referral {
  return commands.reduce((present, command) => {
    const decision = decideReferral(present, command);
    assert.ok(decision.ok, command.type);
    return decision.state;
  }, state);
}

const mark = (stage: MarkedStage): ReferralCommand => ({ type: 'stage.mark', by: 'p', at: AT, stage });
const win: ReferralCommand = { type: 'deal.win', by: 'p', at: AT };
const swap = (add: Solution, remove: Solution): ReferralCommand => ({
  type: 'deal.solutions',
  ...{
    by: 'p',
    at: AT,
    add: [add],
    remove: [remove.id],
    place: '1234567',
    locations: ['1234567'],
    vetted: true,
  },
});

describe('The stages of a deal', () => {
  it('given a deal marked at 20 and at 80, when it is won, then what lies between counts as skipped (CR-40)', () => {
    assert.deepEqual(reachedStages(later(deal(), mark(20), mark(80), win)), [20, 80]);
    assert.deepEqual(reachedStages(later(deal(), win)), []);
  });

  it('given a deal that went back and on again, then only what was marked on the present way counts (CR-40)', () => {
    assert.deepEqual(reachedStages(later(deal(), mark(20), mark(40), mark(60), mark(40))), [20, 40]);
    assert.deepEqual(reachedStages(later(deal(), mark(20), mark(10), mark(60))), [60]);
  });

  it('given a deal of before, of which only the present stage is known, then all up to it count (CR-40)', () => {
    assert.deepEqual(reachedStages(deal({ salesStage: 60 })), [20, 40, 60]);
    assert.deepEqual(reachedStages(later(deal({ salesStage: 40 }), mark(80))), [20, 40, 80]);
  });

  it('given a deal at its last stage, when it becomes an assessment, then it starts anew and is not won without its stages (CR-40, CR-41)', () => {
    const anew = later(deal(), mark(80), swap(assessment, analytics));
    assert.deepEqual([anew.salesStage, anew.marked], [undefined, undefined]);
    const decision = decideReferral(anew, win);
    assert.equal(!decision.ok && decision.rejection, 'stages-missing');
    const back = later(anew, mark(20), swap(analytics, assessment));
    assert.equal(back.salesStage, undefined);
  });

  it('given a delivery that makes it an assessment, then its stage starts anew, unless it brings one (CR-40)', () => {
    const state = deal({ salesStage: 80 });
    const update = (changes: Partial<Referral>): ReferralCommand => ({
      type: 'referral.update',
      at: AT,
      snapshot: snapshot({ stage: 'accepted' }, { ...state, solutions: [assessment], ...changes }),
      lastReceived: state,
    });
    assert.equal(later(state, update({})).salesStage, undefined);
    assert.equal(later(state, update({ salesStage: 20 })).salesStage, 20);
  });
});
