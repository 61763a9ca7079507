import { nameOfContact } from '#app/contact/people.ts';
import { type NoticeRecord, noticeDocumentId, noticePartition } from '#app/notice/noticeRecord.ts';
import { readReferralRecord } from '#app/referral/referral.read.ts';
import type { OutboxEvent } from '#app/store/outbox.ts';
import { removeDocument } from '#app/store/removeDocument.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { DocumentStore, StoredDocument } from '#ports/documents.ts';
import { notArrived } from './notArrived.ts';
import { isHeard } from './troubleNotes.ts';
import {
  type LostMessage,
  type TroubleRecord,
  troublePartition,
  type WorkSetAside,
} from './troubleRecord.ts';

interface ShowDeps {
  store: DocumentStore;
}

/** One thing that went wrong, with the deal and the person that it is about as they are now. */
export interface Trouble {
  id: string;
  record: TroubleRecord;
  deal?: Referral | undefined;
  /** Who did not get it. */
  name?: string | undefined;
}

export interface TroublePage {
  troubles: readonly Trouble[];
  /** Of the page with older ones. */
  cursor?: string | undefined;
}

const PAGE = 8;
const MOST_PAGES_LOOKED_AT = 10;

/**
 * What went wrong and still is so, the newest first, a page of it. What turned out well meanwhile is taken off the list
 * as it is met.
 */
export async function pageOfTroubles(
  deps: ShowDeps,
  organization: string,
  from?: string | undefined,
): Promise<TroublePage> {
  let cursor = from;
  for (let looked = 0; looked < MOST_PAGES_LOOKED_AT; looked++) {
    const page = await deps.store.list<'trouble'>({
      partition: troublePartition(organization),
      kind: 'trouble',
      orderBy: { field: 'at', direction: 'descending' },
      limit: PAGE,
      ...(cursor !== undefined && { cursor }),
    });
    const found = await Promise.all(page.documents.map((document) => stillOr(deps, organization, document)));
    const troubles = found.filter((one) => one !== undefined);
    cursor = page.cursor;
    if (troubles.length > 0 || cursor === undefined) return { troubles, cursor };
  }
  return { troubles: [], cursor };
}

/** One of them; undefined where all is well by now. */
export async function troubleOf(
  deps: ShowDeps,
  organization: string,
  id: string,
): Promise<Trouble | undefined> {
  const document = await deps.store.read<'trouble'>(troublePartition(organization), id);
  return document && stillOr(deps, organization, document);
}

/** How many there are, counted as far as `most`; what turned out well and was not met since counts too. */
export async function countTroubles(
  { store }: { store: Pick<DocumentStore, 'count'> },
  organization: string,
  most: number,
): Promise<{ count: number; more: boolean }> {
  return store.count({ partition: troublePartition(organization), kind: 'trouble', limit: most });
}

/** Takes one off the list. */
export async function removeTrouble(deps: ShowDeps, organization: string, id: string): Promise<void> {
  await removeDocument(deps, troublePartition(organization), id);
}

async function stillOr(
  deps: ShowDeps,
  organization: string,
  { id, body }: StoredDocument<TroubleRecord>,
): Promise<Trouble | undefined> {
  const found = await stillSo(deps, organization, body);
  if (found === UNDER_WAY) return undefined;
  if (found) return { id, record: body, ...found };
  await removeTrouble(deps, organization, id);
  return undefined;
}

/** Somebody is at it: it is noted before that ends, so that it is neither shown yet nor taken off the list. */
const UNDER_WAY = 'under way';

type Still = Pick<Trouble, 'deal' | 'name'> | typeof UNDER_WAY | undefined;

/** What it is about, where it is still so. */
async function stillSo(deps: ShowDeps, organization: string, record: TroubleRecord): Promise<Still> {
  switch (record.what) {
    case 'message':
      return messageStill(deps, organization, record);
    case 'nobody': {
      const deal = await dealOf(deps, organization, record.referralId);
      const still = deal?.stage === 'received' && !(await isHeard(deps, deal));
      return still ? { deal } : undefined;
    }
    case 'work':
      return workStill(deps, organization, record);
    default:
      return record satisfies never;
  }
}

async function messageStill(
  deps: ShowDeps,
  organization: string,
  { referralId, contactId, ...message }: LostMessage,
): Promise<Still> {
  const [notice, deal, name] = await Promise.all([
    readNotice(deps, organization, { referralId, contactId, ...message }),
    dealOf(deps, organization, referralId),
    nameOfContact(deps, organization, contactId),
  ]);
  if (!notice || !deal) return undefined;
  if (notArrived(notice.body)) return { deal, name };
  return notice.lease ? UNDER_WAY : undefined;
}

/** The notice of a message that did not arrive. */
export function readNotice(
  { store }: ShowDeps,
  organization: string,
  {
    type,
    contactId,
    occasion,
    referralId,
  }: Pick<LostMessage, 'type' | 'contactId' | 'occasion' | 'referralId'>,
): Promise<StoredDocument<NoticeRecord> | undefined> {
  const id = noticeDocumentId(type, contactId, occasion);
  return store.read<'notice'>(noticePartition(organization, referralId), id);
}

async function workStill(
  deps: ShowDeps,
  organization: string,
  { kind, partition, id }: WorkSetAside,
): Promise<Still> {
  const document: StoredDocument | undefined = await deps.store.read(partition, id);
  if (!document) return undefined;
  if (!isGivenUp(document)) return document.lease ? UNDER_WAY : undefined;
  const about = document.body as Partial<NoticeRecord> & { referral?: Referral };
  const referralId = about.referral?.id ?? about.referralId;
  return {
    deal: referralId === undefined ? undefined : await dealOf(deps, organization, referralId),
    name: kind === 'person' || kind === 'channel' ? await nameOfContact(deps, organization, id) : undefined,
  };
}

/** Whether the worker leaves a document, or something in its outbox, alone. */
export function isGivenUp({ dueAt, lease, body }: StoredDocument): boolean {
  return setAsideIn(body).length > 0 || (dueAt === undefined && lease === undefined);
}

/** The events of a document's outbox that were given up. */
export function setAsideIn(body: unknown): OutboxEvent[] {
  const { outbox = [] } = body as { outbox?: OutboxEvent[] };
  return outbox.filter(({ setAside }) => setAside !== undefined);
}

async function dealOf(
  deps: ShowDeps,
  organization: string,
  referralId: string,
): Promise<Referral | undefined> {
  return (await readReferralRecord(deps, { organization, referralId }))?.referral;
}
