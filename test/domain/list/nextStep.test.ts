import assert from 'node:assert/strict';
import { type NextStep, nextStep } from '#domain/list/nextStep.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { invitedParty } from '#test/support/news/invitedParty.ts';
import { accepted, closed, EXPIRES, received } from '#test/support/referral/samples.ts';

const rows: readonly [given: string, referral: Referral, next: NextStep][] = [
  ['an inbound one that nobody answered', received(), { next: 'decide', until: EXPIRES }],
  ['one that was sent', received({ direction: 'outbound' }), { next: 'waits', for: [] }],
  ['an accepted one', accepted(), { next: 'stage', stage: 20 }],
  ['one at the last stage', accepted({ salesStage: 80 }), { next: 'finish' }],
  ['one past its close date', accepted({ closeDate: '2026-11-01' }), { next: 'overdue' }],
  [
    'one whose partner has not answered',
    accepted({ parties: [invitedParty] }),
    { next: 'waits', for: ['Fabrikam'] },
  ],
  ['a declined one', closed(), { next: 'nothing' }],
];

describe('nextStep: what is next with a deal', () => {
  for (const [given, referral, next] of rows) {
    it(`given ${given}, then ${next.next}`, () => {
      assert.deepEqual(nextStep(referral, '2026-11-16'), next);
    });
  }
});
