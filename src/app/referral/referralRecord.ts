import { nextDue, type OutboxEvent } from '#app/store/outbox.ts';
import type { ReferralEvent } from '#domain/decide/decideReferral.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { type EditableFields, editableFields } from '#domain/referral/snapshot.ts';
import { pendingOf } from '#domain/referral/undoable.ts';
import type { Instant } from '#domain/values/instant.ts';
import type { DraftOf, Lease } from '#ports/documents.ts';
import type { WireObject } from '#ports/partnerCenter.ts';
import { type ChangeStamp, changedAt, landingDue, withStamp } from './changeStamp.ts';
import { dealIndex, dealTerms, INDEX_SCHEMA } from './dealIndex.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    referral: ReferralRecord;
  }
}

/** What Partner Center sent last. */
export interface Received {
  /** `updatedDateTime`, padded; compares as text. */
  updated: string;
  wire: WireObject;
  editable: EditableFields;
}

/** A record that is being created in Partner Center, noted before it is asked for. */
export interface Creating {
  /** `own`: the deal itself. `microsoft`: Microsoft's record of it, by which it is invited. */
  step: 'own' | 'microsoft';
  /** The same for every attempt at the same record. */
  requestId: string;
  /** When it was asked for first. */
  begunAt: Instant;
  /** When it was asked for last. */
  askedAt: Instant;
  /** Whether it may be there although nobody answered; where it is certainly not, it need not be looked for. */
  unsure: boolean;
}

/** The body of a referral's document: state, outbox and the commands already carried out, one atomic unit. */
export interface ReferralRecord {
  referral: Referral;
  /** Absent for a deal that was created here, until Partner Center sends it for the first time. */
  received?: Received | undefined;
  /**
   * For a deal that was created here: what it began with or was sent to Partner Center with, against which its first
   * delivery is compared.
   */
  created?: EditableFields | undefined;
  /** What is being created in Partner Center, until it is known to be there. */
  creating?: Creating | undefined;
  /**
   * What Partner Center was told last, until it says so itself: its own word again is no change that somebody made there,
   * however late it comes.
   */
  told?: Partial<EditableFields> | undefined;
  outbox: (OutboxEvent<ReferralEvent['type']> & ReferralEvent)[];
  /** Ids of the last fifty commands, oldest first: a repeat changes nothing. */
  commands: string[];
  /** When it is passed on because nobody answered, where the organization wants that. */
  escalateAt?: Instant | undefined;
  /** Absent in records from before it was written down. */
  changed?: ChangeStamp | undefined;
}

const REMEMBERED_COMMANDS = 50;

/** The record of a deal that is created here and that Partner Center does not know yet (CR-28). */
export function createdRecord(referral: Referral): ReferralRecord {
  return { referral, created: editableFields(referral), outbox: [], commands: [] };
}

/**
 * The document that holds a record; its agenda follows from outbox, expiry, a decision that becomes final and what was not
 * seen to land.
 */
export function referralDraft(record: ReferralRecord, lease: Lease | undefined): DraftOf<'referral'> {
  const { referral } = record;
  const waits = referral.stage === 'received' && referral.direction === 'inbound';
  const agenda = waits ? [referral.expiresAt, record.escalateAt] : [];
  return {
    partition: referral.organization,
    id: referralDocumentId(referral.id),
    kind: 'referral',
    schema: INDEX_SCHEMA,
    dueAt: nextDue(record.outbox, [...agenda, pendingOf(referral)?.until, landingDue(record)], lease),
    lease,
    index: { ...dealIndex(referral), changed: changedAt(record) },
    terms: dealTerms(referral),
    body: record,
  };
}

/** The id of a referral's document in its organization's partition; Partner Center's ids know no case. */
export function referralDocumentId(referralId: string): string {
  return `referral:${referralId.toLowerCase()}`;
}

/** The record with a command remembered and its events appended; where there are any, it has changed. */
export function withEvents(
  record: ReferralRecord,
  events: readonly ReferralEvent[],
  at: Date,
  command: { id: string; remember: boolean },
): ReferralRecord {
  const now = at.toISOString();
  return {
    ...(events.length > 0 ? withStamp(record, at) : record),
    outbox: [
      ...record.outbox,
      ...events.map((event, number) => ({
        ...event,
        id: `${command.id}:${number}`,
        at: now,
        attempts: 0,
        nextAt: now,
      })),
    ],
    commands: command.remember
      ? [...record.commands, command.id].slice(-REMEMBERED_COMMANDS)
      : record.commands,
  };
}
