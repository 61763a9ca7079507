import { readReferralRecord } from '#app/referral/referral.read.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { readOnce } from '#app/store/readOnce.ts';
import type { PersonalWhy } from '#domain/news/why.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { newNotice } from './createNotice.ts';
import {
  dueAfterChange,
  type NoticeCopy,
  type NoticeRecord,
  noticeDocumentId,
  noticeDraft,
  noticePartition,
  type OpenForm,
} from './noticeRecord.ts';
import { raiseTarget } from './targetRevision.ts';

/** Long enough for the longest form; whoever walked away from theirs sees the present card after it. */
const LONGEST_MINUTES = 10;

interface PostedDeps {
  store: DocumentStore;
  clock: Clock;
}

/** One deal in one conversation; the case of the deal's id does not matter. */
export interface PostedIn {
  organization: string;
  referralId: string;
  /** Document id of the person or channel. */
  contactId: string;
}

/** One message there that shows the deal's card, or may be one. */
export interface PostedCard extends PostedIn {
  activityId: string;
}

/** Why a person may see a deal of which no card was due in their chat, so that a card that was asked for counts too. */
type WhyOwn = (referral: Referral) => Promise<PersonalWhy | undefined>;

/** What a card that was posted a moment ago shows: which revision, and whether a form is open on it. */
export interface MadeCard {
  revision: number;
  form: boolean;
}

/** What was posted of a deal in a conversation: its card, or the message of another type; undefined where none was due. */
export async function readPosted(
  { store }: { store: DocumentStore },
  { organization, referralId, contactId }: PostedIn,
  message: Pick<NoticeRecord, 'type' | 'occasion'> = { type: 'referral-card' },
): Promise<NoticeRecord | undefined> {
  const id = noticeDocumentId(message.type, contactId, message.occasion);
  const document = await store.read<'notice'>(noticePartition(organization, referralId.toLowerCase()), id);
  return document?.body;
}

/**
 * Makes a card that someone pressed or was given one of those that are kept true, where it was not known before: its
 * first send was cut off, or the client shows it under another id. `whyOwn` is asked where no card was due here: why
 * the person may see the deal, so that a card of a deal that was opened or created counts too. Safe to repeat.
 */
export function adoptPosted(deps: PostedDeps, card: PostedCard, whyOwn?: WhyOwn): Promise<void> {
  return keep(deps, card, undefined, whyOwn);
}

/**
 * The same for a card that was posted a moment ago, as it was made then. It is the one that is kept true from now on; those
 * that stand above it in the same chat become one line.
 */
export function keepPosted(
  deps: PostedDeps,
  card: PostedCard,
  made: MadeCard,
  whyOwn?: WhyOwn,
): Promise<void> {
  return keep(deps, card, made, whyOwn);
}

async function keep(
  deps: PostedDeps,
  card: PostedCard,
  made: MadeCard | undefined,
  whyOwn: WhyOwn | undefined,
): Promise<void> {
  const once = { ...deps, store: readOnce(deps.store) };
  const record = await readReferralRecord(once, card);
  if (!record) return;
  const { referral } = record;
  const known = await readPosted(once, card);
  if (known && copyIn(known, card)) return raiseTarget(once, card, referral, { reachable: true });
  const why = known ? undefined : await whyOwn?.(referral);
  await changeCard(once, card, (document) => {
    const present = document ?? (why && newNotice(deps, 'referral-card', referral, card, why));
    if (!present || copyIn(present, card)) return undefined;
    const { copies, wanted: targetRevision, delivery } = present;
    // An edit would wipe what is being typed, so an undecided card is left as it is until something changes.
    const pressed = referral.stage === 'received' ? targetRevision : 0;
    const held = made?.form ? openForm(deps, referral) : undefined;
    const copy = { activityId: card.activityId, shown: made?.revision ?? pressed, ...(held && { held }) };
    return { ...present, copies: [...copies, copy], delivery: { ...delivery, state: 'delivered' } };
  });
}

/**
 * Writes down that a form was opened on a copy of a deal's card. News of other parties would replace the card and what
 * is being typed into it, so that this copy is left alone meanwhile; what it missed it shows when the form is closed,
 * after ten minutes at the latest, and at once when the deal gets to another stage. Nothing happens where the copy is
 * none that is kept true.
 */
export async function formOpened(deps: PostedDeps, card: PostedCard): Promise<void> {
  const record = await readReferralRecord(deps, card);
  if (!record) return;
  const form = openForm(deps, record.referral);
  await changeCard(deps, card, (present) => {
    const copy = present && copyIn(present, card);
    return present && copy && withForm(present, copy, form);
  });
}

/** Writes down that the form on a copy is no longer open since `at`. One that was opened after that stays open. */
export async function formClosed(deps: PostedDeps, card: PostedCard, at: Date): Promise<void> {
  const latest = longestFrom(at);
  await changeCard(deps, card, (present) => {
    const copy = present && copyIn(present, card);
    const closes = copy?.held !== undefined && copy.held.until <= latest;
    return present && copy && closes ? withForm(present, copy, undefined) : undefined;
  });
}

/** Whether a copy may be edited now: no form is open on it, or one about a stage in which the deal no longer is. */
export function mayBeEdited({ held: form }: NoticeCopy, { stage }: Referral, now: Date): boolean {
  return form === undefined || form.stage !== stage || form.until <= now.toISOString();
}

function openForm({ clock }: PostedDeps, { stage }: Referral): OpenForm {
  return { until: longestFrom(clock.now()), stage };
}

function longestFrom(at: Date): string {
  return new Date(at.getTime() + LONGEST_MINUTES * 60_000).toISOString();
}

function copyIn({ copies }: NoticeRecord, { activityId }: PostedCard): NoticeCopy | undefined {
  return copies.find((copy) => copy.activityId === activityId);
}

function withForm(notice: NoticeRecord, copy: NoticeCopy, held: OpenForm | undefined): NoticeRecord {
  return { ...notice, copies: notice.copies.map((one) => (one === copy ? { ...one, held } : one)) };
}

/** Writes what was posted of a deal's card in a conversation anew; undefined leaves it as it is. */
async function changeCard(
  deps: PostedDeps,
  { organization, referralId, contactId }: PostedIn,
  change: (present: NoticeRecord | undefined) => NoticeRecord | undefined,
): Promise<void> {
  const partition = noticePartition(organization, referralId.toLowerCase());
  const id = noticeDocumentId('referral-card', contactId);
  await changeDocument<'notice', void>(deps, partition, id, (document) => {
    const next = change(document?.body);
    const due = dueAfterChange(document ?? {}, deps.clock.now().toISOString());
    return { draft: next && noticeDraft(next, document?.lease, due), result: undefined };
  });
}
