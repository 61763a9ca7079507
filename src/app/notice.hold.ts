import type { Referral } from '../domain/referral.ts';
import type { Clock } from '../ports/clock.ts';
import type { DocumentStore } from '../ports/documents.ts';
import { changeDocument } from './changeDocument.ts';
import {
  type Hold,
  type NoticeCopy,
  type NoticeRecord,
  noticeDocumentId,
  noticeDraft,
  noticePartition,
} from './noticeRecord.ts';
import { readReferralRecord } from './referral.read.ts';

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
  input: { organization: string; referralId: string; contactId: string; activityId: string; open: boolean },
): Promise<void> {
  const { organization, contactId, activityId, open } = input;
  const referralId = input.referralId.toLowerCase();
  const partition = noticePartition(organization, referralId);
  const id = noticeDocumentId('referral-card', contactId);
  const record = open ? await readReferralRecord(deps, { organization, referralId }) : undefined;
  if (open && !record) return;
  const now = deps.clock.now();
  const until = new Date(now.getTime() + LONGEST_MINUTES * 60_000).toISOString();
  const held: Hold | undefined = record && { until, stage: record.referral.stage };
  await changeDocument<NoticeRecord, void>(deps, partition, id, (document) => {
    const copy = document?.body.copies.find((one) => one.activityId === activityId);
    if (!document || !copy || !(held || copy.held)) return { result: undefined };
    const copies = document.body.copies.map((one) => (one === copy ? { ...one, held } : one));
    const next = { ...document.body, copies };
    // Closed: what was put off until the end of the form is due now.
    const waited = !held && document.dueAt === copy.held?.until;
    const due = waited || !document.dueAt ? now.toISOString() : document.dueAt;
    return { draft: noticeDraft(next, document.lease, due), result: undefined };
  });
}

/** For how many milliseconds a copy must still be left alone; 0: not any more. */
export function heldFor({ held }: NoticeCopy, { stage }: Referral, now: Date): number {
  if (!held || held.stage !== stage) return 0;
  return Math.max(0, Date.parse(held.until) - now.getTime());
}

/** Whether a copy waits for a form about a stage that is over: then nothing is to be waited for. */
export function isHeldInVain({ copies }: NoticeRecord, { stage }: Referral): boolean {
  return copies.some(({ held }) => held !== undefined && held.stage !== stage);
}
