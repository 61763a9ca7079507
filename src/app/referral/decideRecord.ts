import { changeDocument } from '#app/store/changeDocument.ts';
import {
  decideReferral,
  type ReferralCommand,
  type ReferralRejection,
} from '#domain/decide/decideReferral.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { type Membership, may, type ReferralAction } from '#domain/referral/rights.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { referralDocumentId, referralDraft, withEvents } from './referralRecord.ts';

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
 * Carries out one person's command on a referral, exactly once per command id. A referral whose time ran out before
 * the clock got to it is expired first (CR-38), so that a late press meets the truth.
 */
export async function decideRecord(
  deps: DecideDeps,
  action: ReferralAction,
  input: DecideInput,
  command: (at: string, referral: Referral) => ReferralCommand,
): Promise<DecideOutcome> {
  const documentId = referralDocumentId(input.referralId);
  const change = await changeDocument<'referral', { outcome: DecideOutcome; wrote: boolean }>(
    deps,
    input.organization,
    documentId,
    (document) => {
      if (!document) return { result: { outcome: { kind: 'unknown' }, wrote: false } };
      const record = document.body;
      const { referral } = record;
      if (!may(input.member, action, referral)) {
        return { result: { outcome: { kind: 'not-allowed', referral }, wrote: false } };
      }
      if (record.commands.includes(input.commandId)) {
        return { result: { outcome: { kind: 'done', referral, repeated: true }, wrote: false } };
      }
      const now = deps.clock.now();
      const at = now.toISOString();
      const expiry = decideReferral(referral, { type: 'referral.expire', at });
      const decision = expiry.ok ? expiry : decideReferral(referral, command(at, referral));
      if (!decision.ok) {
        const { rejection } = decision;
        return { result: { outcome: { kind: 'refused', rejection, referral }, wrote: false } };
      }
      const next = withEvents({ ...record, referral: decision.state }, decision.events, now, {
        id: input.commandId,
        remember: !expiry.ok,
      });
      const outcome: DecideOutcome = expiry.ok
        ? { kind: 'refused', rejection: 'already-expired', referral: decision.state }
        : { kind: 'done', referral: decision.state, repeated: false };
      return { draft: referralDraft(next, document.lease), result: { outcome, wrote: true } };
    },
  );
  if (change.wrote) deps.wake();
  return change.outcome;
}
