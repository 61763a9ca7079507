import {
  type ClosedOutcome,
  type CloseReason,
  closeReasons,
  type ErrorReason,
} from '#domain/referral/referral.ts';
import type { SnapshotStatus } from '#domain/referral/snapshot.ts';

/** Reasons in Partner Center's words (CR-37). */
export const reasonTexts: Readonly<Record<CloseReason, string>> = {
  budget: "Project budget isn't adequate",
  'no-response': "Customer didn't respond",
  'other-vendor': 'Customer chose another vendor',
  'requirement-not-met': 'Customer requirement not met',
  'not-a-customer': 'Not a customer',
  'timeline-too-short': 'Proposed timeline was too short',
  abuse: 'Report as abuse, spam or phishing',
  other: 'Other',
};

/** Why a deal was closed as an error, in words that Partner Center's users know (CR-43). */
export const errorTexts: Readonly<Record<ErrorReason, string>> = {
  'duplicate-bulk': 'Duplicate: bulk upload',
  'duplicate-here': 'Duplicate: created in Partner Center',
  'duplicate-microsoft': 'Duplicate: sent by Microsoft',
  'connector-sync': 'Connector sync issue',
  'customer-matching': 'Customer matching issue',
  'solution-issue': 'Solution issue',
  test: 'Test referral',
  data: 'Data error',
  other: 'Other',
};

const outcomes: Readonly<Record<string, ClosedOutcome>> = {
  won: 'won',
  lost: 'lost',
  declined: 'declined',
  expired: 'expired',
  error: 'error',
};

interface WireStatus {
  status?: string | undefined;
  substatus?: string | undefined;
  statusreason?: string | undefined;
}

type StatusResult = { ok: true; status: SnapshotStatus } | { ok: false; path: string; message: string };

/** Reads status and substatus in any case; a combination that Partner Center does not allow is refused in words. */
export function readWireStatus(wire: WireStatus, at: { accepted?: string; closed?: string }): StatusResult {
  const substatus = wire.substatus?.toLowerCase();
  switch (wire.status?.toLowerCase()) {
    case 'new':
      if (!substatus || ['none', 'pending', 'received'].includes(substatus))
        return good({ stage: 'received' });
      return bad('substatus', `must be Pending or Received when status is New, not ${wire.substatus}`);
    case 'active':
      if (!substatus || ['none', 'accepted', 'created'].includes(substatus)) {
        return good({ stage: 'accepted', at: at.accepted });
      }
      return bad('substatus', `must be Accepted when status is Active, not ${wire.substatus}`);
    case 'closed': {
      if (substatus === undefined || substatus === 'none') {
        return bad('substatus', 'is required when status is Closed: Won, Lost, Declined, Expired or Error');
      }
      if (['pending', 'received', 'accepted', 'created'].includes(substatus)) {
        return bad(
          'substatus',
          `must be Won, Lost, Declined, Expired or Error when status is Closed, not ${wire.substatus}`,
        );
      }
      const outcome = Object.hasOwn(outcomes, substatus) ? outcomes[substatus] : undefined;
      const said = outcome === 'declined' || outcome === 'lost' ? readReason(wire.statusreason) : {};
      return good({
        stage: 'closed',
        outcome: outcome ?? 'other',
        at: at.closed,
        reason: said.reason,
        ...(said.notes && { closingNotes: said.notes }),
        reasonText: wire.statusreason ?? (outcome ? undefined : wire.substatus),
      });
    }
    case undefined:
    case 'none':
      return bad('status', 'is required: New, Active or Closed');
    default:
      return bad('status', `must be New, Active or Closed, not ${wire.status}`);
  }
}

const NOTES_FOLLOW = ': ';

/** A reason with what is said beside it: Partner Center has one field of free text for both. */
export function withNotes(words: string, notes: string | undefined): string {
  return notes ? words + NOTES_FOLLOW + notes : words;
}

/** One of our reasons, with the notes that follow it; nothing where it is none of ours. */
function readReason(text = ''): { reason?: CloseReason | undefined; notes?: string } {
  const end = text.indexOf(NOTES_FOLLOW);
  const [whole, first] = [reasonOf(text), end < 0 ? undefined : reasonOf(text.slice(0, end))];
  if (whole || !first) return { reason: whole };
  return { reason: first, notes: text.slice(end + NOTES_FOLLOW.length).trim() };
}

function reasonOf(text: string): CloseReason | undefined {
  const plain = (words: string): string => words.toLowerCase().replace(/[^a-z]/g, '');
  return closeReasons.find((reason) => plain(reasonTexts[reason]) === plain(text));
}

function good(status: SnapshotStatus): StatusResult {
  return { ok: true, status };
}

function bad(path: string, message: string): StatusResult {
  return { ok: false, path, message };
}
