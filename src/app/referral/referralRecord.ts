import { nextDue, type OutboxEvent } from '#app/store/outbox.ts';
import type { ReferralEvent } from '#domain/decide/decideReferral.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { type EditableFields, editableFields } from '#domain/referral/snapshot.ts';
import type { DraftOf, Lease } from '#ports/documents.ts';
import type { WireObject } from '#ports/partnerCenter.ts';
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

/** The body of a referral's document: state, outbox and the commands already carried out, one atomic unit. */
export interface ReferralRecord {
  referral: Referral;
  /** Absent for a deal that was created here, until Partner Center sends it for the first time. */
  received?: Received | undefined;
  /** For a deal that was created here: what it began with, against which its first delivery is compared. */
  created?: EditableFields | undefined;
  outbox: (OutboxEvent<ReferralEvent['type']> & ReferralEvent)[];
  /** Ids of the last fifty commands, oldest first: a repeat changes nothing. */
  commands: string[];
}

const REMEMBERED_COMMANDS = 50;

/** The record of a deal that is created here and that Partner Center does not know yet (CR-28). */
export function createdRecord(referral: Referral): ReferralRecord {
  return { referral, created: editableFields(referral), outbox: [], commands: [] };
}

/** The document that holds a record; its agenda follows from outbox and expiry. */
export function referralDraft(record: ReferralRecord, lease: Lease | undefined): DraftOf<'referral'> {
  const { referral } = record;
  const expiry =
    referral.stage === 'received' && referral.direction === 'inbound' ? referral.expiresAt : undefined;
  return {
    partition: referral.organization,
    id: referralDocumentId(referral.id),
    kind: 'referral',
    schema: INDEX_SCHEMA,
    dueAt: nextDue(record.outbox, [expiry], lease),
    lease,
    index: dealIndex(referral),
    terms: dealTerms(referral),
    body: record,
  };
}

/** The id of a referral's document in its organization's partition; Partner Center's ids know no case. */
export function referralDocumentId(referralId: string): string {
  return `referral:${referralId.toLowerCase()}`;
}

/** The record with a command remembered and its events appended. */
export function withEvents(
  record: ReferralRecord,
  events: readonly ReferralEvent[],
  at: Date,
  command: { id: string; remember: boolean },
): ReferralRecord {
  const now = at.toISOString();
  return {
    ...record,
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
