import {
  dueAfterChange,
  type Hold,
  type NoticeCopy,
  type NoticeRecord,
  noticeDocumentId,
  noticeDraft,
  noticePartition,
} from '#app/notice/noticeRecord.ts';
import { readReferralRecord } from '#app/referral/referral.read.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';

/** Long enough for the longest form; whoever walked away from theirs sees the present card after it. */
const LONGEST_MINUTES = 10;

/**
 * Writes down that a form was opened on a copy of a deal's card, or that it is no longer open. News of other parties
 * would replace the card and what is being typed into it, so that this copy is left alone meanwhile; what it missed it
 * shows when the form is closed, after ten minutes at the latest, and at once when the deal gets to another stage.
 * Nothing happens where the copy is none that is kept true. Safe to repeat.
 */
export async function holdCopy(
  deps: { store: DocumentStore; clock: Clock },
  input: {
    organization: string;
    referralId: string;
    contactId: string;
    activityId: string;
    open: boolean;
    at?: Date;
  },
): Promise<void> {
  const { organization, contactId, activityId, open } = input;
  const referralId = input.referralId.toLowerCase();
  const partition = noticePartition(organization, referralId);
  const id = noticeDocumentId('referral-card', contactId);
  const record = open ? await readReferralRecord(deps, { organization, referralId }) : undefined;
  if (open && !record) return;
  const now = deps.clock.now();
  const pressed = input.at ?? now;
  const until = new Date(pressed.getTime() + LONGEST_MINUTES * 60_000).toISOString();
  const held: Hold | undefined = record && { until, stage: record.referral.stage };
  await changeDocument<NoticeRecord, void>(deps, partition, id, (document) => {
    const copy = document?.body.copies.find((one) => one.activityId === activityId);
    // One that was opened after this press is not the one that it closed.
    const closes = copy?.held !== undefined && copy.held.until <= until;
    if (!document || !copy || !(held || closes)) return { result: undefined };
    const copies = document.body.copies.map((one) => (one === copy ? { ...one, held } : one));
    const next = { ...document.body, copies };
    const due = dueAfterChange(document, now.toISOString());
    return { draft: noticeDraft(next, document.lease, due), result: undefined };
  });
}

/** Whether a copy must still be left alone: a form is open on it, about the stage in which the deal still is. */
export function isHeld({ held }: NoticeCopy, { stage }: Referral, now: Date): boolean {
  return held !== undefined && held.stage === stage && held.until > now.toISOString();
}

/** The copies without the holds for a form about a stage that is over: then nothing is to be waited for. */
export function withoutVainHolds(copies: readonly NoticeCopy[], { stage }: Referral): NoticeCopy[] {
  return copies.map(({ held, ...copy }) => (held?.stage === stage ? { ...copy, held } : copy));
}
