import type { DecideInput } from '#app/referral/decideRecord.ts';
import { TENANT } from '#test/support/app/runningApp.ts';
import { everything } from '#test/support/organization/colleagues.ts';

/** A press of somebody on the deal that `created` stores. */
export function pressOf(name = 'anna', changes: Partial<DecideInput> = {}): DecideInput {
  return {
    organization: 'contoso',
    referralId: 'deal-1',
    personId: `${TENANT}:${name}`,
    member: everything,
    commandId: `press-${Math.random()}`,
    ...changes,
  };
}

/** What came of a press, in a word: `done`, the code of a refusal, or why nothing was decided. */
export function inAWord(outcome: { kind: string; rejection?: string }): string {
  return outcome.rejection ?? outcome.kind;
}
