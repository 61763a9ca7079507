import assert from 'node:assert/strict';
import {
  decideReferral,
  type ReferralCommand,
  type ReferralDecision,
} from '#domain/decide/decideReferral.ts';
import type { finalBy } from '#domain/decide/final.ts';
import type { EngagementMessage, Party } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { plusSeconds } from '#domain/values/instant.ts';
import { accepted, BEFORE, stored } from '#test/support/referral/samples.ts';

export const ANNA = 'tenant:anna';
export const BO = 'tenant:bo';
export const solution = { id: 'SOL-1', name: 'Analytics', kind: 'own' as const };
export const cara = { name: 'Cara', email: 'cara@contoso.example', phone: '1' };
export const inviter: Party = {
  ...{ role: 'inviter', organization: 'litware', name: 'Litware', referralId: 'theirs', seq: 1 },
  view: { stage: 'accepted', since: BEFORE, team: [], notes: [], value: { amount: 120000, currency: 'USD' } },
};

export type Given = ReferralCommand extends infer C
  ? C extends { at: string }
    ? Omit<C, 'at'>
    : never
  : never;

export const mark = (stage: 20 | 40 | 60, by = ANNA) => ({ type: 'stage.mark' as const, by, stage });
export const undo = (revision?: number, by = ANNA) => ({ type: 'deal.undo' as const, by, revision });
export const rename = (state: Pick<Referral, 'name'>, to: string, by = ANNA) => ({
  type: 'deal.edit' as const,
  by,
  changes: { name: { from: state.name, to } },
});
export const decline = {
  type: 'referral.decline' as const,
  by: ANNA,
  reason: 'budget' as const,
  notes: 'No',
};
export const win = { type: 'deal.win' as const, by: ANNA };

export function decide(state: Referral, command: Given, seconds = 0): ReferralDecision {
  return decideReferral(state, { ...command, at: plusSeconds(BEFORE, seconds) } as ReferralCommand);
}

export function did(state: Referral, command: Given, seconds = 0): Referral {
  const decision = decide(state, command, seconds);
  assert.ok(decision.ok, JSON.stringify(decision));
  return stored(decision.state);
}

export function typesOf(decision: ReferralDecision | ReturnType<typeof finalBy>): string[] {
  return (decision && 'events' in decision ? decision.events : []).map(({ type }) => type);
}

/** A deal without what every step leaves behind. */
export function asItIs(state: Referral): unknown {
  const { revision: _1, recent: _2, people: _3, undoable: _4, ...rest } = state;
  return stored(rest);
}

export function rejectionOf(state: Referral, command: Given, seconds = 0): string {
  const decision = decide(state, command, seconds);
  return decision.ok ? 'done' : decision.rejection;
}

export function messageFrom(view: Partial<NonNullable<Party['view']>>): EngagementMessage {
  return {
    engagementId: 'e',
    from: { organization: 'litware', name: 'Litware', referralId: 'theirs' },
    to: { organization: 'contoso', referralId: accepted().id },
    seq: 2,
    view: { ...inviter.view, stage: 'accepted', since: BEFORE, team: [], notes: [], ...view },
  };
}
