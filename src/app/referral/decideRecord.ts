import { changeDocument } from '#app/store/changeDocument.ts';
import {
  decideReferral,
  type ReferralCommand,
  type ReferralEvent,
  type ReferralRejection,
} from '#domain/decide/decideReferral.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { type Membership, may, type ReferralAction } from '#domain/referral/rights.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { referralDocumentId, referralDraft, withEvents } from './referralRecord.ts';
import { ranOut } from './runOut.ts';

export interface DecideDeps {
  store: DocumentStore;
  clock: Clock;
  /** Called after a commit that left something to do. */
  wake: () => void;
}

/** Who decides, where, and by which press. */
export interface DecideInput {
  organization: string;
  referralId: string;
  personId: string;
  member: Membership | undefined;
  /** The same id again is the same press delivered twice. */
  commandId: string;
}

/** What came of a decision; `referral` is always the present state, so that the answer can show it. */
export type DecideOutcome =
  | { kind: 'done'; referral: Referral; repeated: boolean }
  | { kind: 'refused'; rejection: ReferralRejection; referral: Referral }
  | { kind: 'not-allowed'; referral: Referral }
  | { kind: 'unknown' };

/**
 * Carries out one person's command on a referral, exactly once per command id. What ran out before the clock got to it
 * has run out first, and so has what a command gives back too late (CR-38).
 */
export async function decideRecord(
  deps: DecideDeps,
  action: ReferralAction,
  input: DecideInput,
  command: (at: string, referral: Referral) => ReferralCommand,
): Promise<DecideOutcome> {
  const documentId = referralDocumentId(input.referralId);
  const change = await changeDocument<'referral', Decided>(
    deps,
    input.organization,
    documentId,
    (document) => {
      if (!document) return nothing({ kind: 'unknown' });
      const { referral, commands } = document.body;
      if (!may(input.member, action, referral)) return nothing({ kind: 'not-allowed', referral });
      if (commands.includes(input.commandId)) return nothing({ kind: 'done', referral, repeated: true });
      const now = deps.clock.now();
      const { events, remember, outcome } = decided(referral, now.toISOString(), command);
      if (events.length === 0 && !remember) return nothing(outcome);
      const next = withEvents({ ...document.body, referral: outcome.referral }, events, now, {
        id: input.commandId,
        remember,
      });
      return { draft: referralDraft(next, document.lease), result: { outcome, wrote: true } };
    },
  );
  if (change.wrote) deps.wake();
  return change.outcome;
}

interface Decided {
  outcome: DecideOutcome;
  wrote: boolean;
}

function nothing(outcome: DecideOutcome): { result: Decided } {
  return { result: { outcome, wrote: false } };
}

/** What is to be written, and what came of the command. */
function decided(
  referral: Referral,
  at: string,
  command: (at: string, referral: Referral) => ReferralCommand,
): {
  events: readonly ReferralEvent[];
  remember: boolean;
  outcome: Extract<DecideOutcome, { kind: 'done' | 'refused' }>;
} {
  const first = ranOut(referral, at);
  const present = first?.state ?? referral;
  const events = first?.events ?? [];
  const refused = (rejection: ReferralRejection) => {
    return { events, remember: false, outcome: { kind: 'refused' as const, rejection, referral: present } };
  };
  if (first?.kind === 'expired') return refused('already-expired');
  const decision = decideReferral(present, command(at, present));
  if (!decision.ok) return refused(decision.rejection);
  const after = ranOut(decision.state, at);
  return {
    events: [...events, ...decision.events, ...(after?.events ?? [])],
    remember: true,
    outcome: { kind: 'done', referral: after?.state ?? decision.state, repeated: false },
  };
}
