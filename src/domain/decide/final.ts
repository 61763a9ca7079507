import type { Referral } from '#domain/referral/referral.ts';
import { pendingOf, type Undoable } from '#domain/referral/undoable.ts';
import type { Instant } from '#domain/values/instant.ts';
import { consequences, FINAL, type ReferralEvent } from './consequences.ts';

/**
 * Makes a decision final (CR-42, CR-50): from now on it counts outside the organization too, as of whoever made it, and
 * nothing of the deal can be taken back. Undefined where there is none that waits.
 */
export function madeFinal(
  state: Referral,
  at: Instant,
): { state: Referral; events: readonly ReferralEvent[] } | undefined {
  const pending = pendingOf(state);
  if (!pending) return undefined;
  const { revision, what, by, at: decided } = pending;
  const undoable: Undoable[] = [{ kind: 'final', revision, what, by, at: decided, since: at }];
  const after = { ...state, undoable, revision: state.revision + 1 };
  const cause = { what: FINAL, by: { kind: 'person' as const, personId: by }, at };
  const followed = consequences(state, after, cause);
  return { state: followed.state, events: [{ type: 'referral.changed' }, ...followed.events] };
}

/** The same where its time is over. */
export function finalBy(state: Referral, at: Instant): ReturnType<typeof madeFinal> {
  const pending = pendingOf(state);
  return pending && at >= pending.until ? madeFinal(state, at) : undefined;
}
