import type { AwayRecord } from '#app/contact/awayRecord.ts';
import { addressesOf, addressTerm, type PersonRecord, personDocumentId } from '#app/contact/contactRecord.ts';
import { personalPartition } from '#app/contact/personal.ts';
import { troublePartition } from '#app/delivery/troubleRecord.ts';
import { reminderPartition } from '#app/digest/oldReminder.ts';
import { figuresPartition } from '#app/figures/figuresRecord.ts';
import { noticePartition } from '#app/notice/noticeRecord.ts';
import { type MemberRecord, memberDocumentId } from '#app/organization/member.ts';
import type { ReferralRecord } from '#app/referral/referralRecord.ts';
import { timelinePartition } from '#app/referral/timeline.ts';
import { accessRequestPartition } from '#app/request/accessRequestRecord.ts';
import { auditPartition } from '#app/store/audit.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { DocumentStore, StoredDocument } from '#ports/documents.ts';

/** Somebody in one organization: as a person of the bot, and by all their addresses, in lower case. */
export interface DataSubject {
  organization: string;
  personIds: readonly string[];
  addresses: readonly string[];
}

// Documents are up to 400 KB large.
const PAGE = 50;

/** A document of an organization; `deal`: the one that it belongs to. */
export interface Walked {
  document: StoredDocument;
  deal?: Referral | undefined;
}

/**
 * Every document of an organization, page by page, so that any number of them needs the memory of a few. What is removed
 * or changed meanwhile disturbs nothing.
 */
export async function* everyDocument(
  { store }: { store: DocumentStore },
  organization: string,
): AsyncGenerator<Walked> {
  yield* pagesOf(store, `${organization}/drafts`);
  yield* pagesOf(store, figuresPartition(organization));
  yield* pagesOf(store, troublePartition(organization));
  yield* pagesOf(store, auditPartition(organization));
  for await (const walked of pagesOf(store, organization)) {
    const { kind, id, body } = walked.document;
    if (kind === 'person') {
      const { personId } = body as PersonRecord;
      yield* pagesOf(store, personalPartition(organization, personId));
      yield* pagesOf(store, reminderPartition(organization, id));
    }
    if (kind === 'referral') {
      const { referral: deal } = body as ReferralRecord;
      for (const partition of [noticePartition, timelinePartition, accessRequestPartition]) {
        yield* pagesOf(store, partition(organization, deal.id), deal);
      }
    }
    yield walked;
  }
}

async function* pagesOf(store: DocumentStore, partition: string, deal?: Referral): AsyncGenerator<Walked> {
  let cursor: string | undefined;
  do {
    const page = await store.list({ partition, limit: PAGE, ...(cursor && { cursor }) });
    for (const document of page.documents) yield { document, deal };
    cursor = page.cursor;
  } while (cursor);
}

/**
 * Who is meant by an e-mail address, a person's id or the object id in it; `known`: the organization knows the person as
 * its own. An address that it does not know may still stand in its deals. Undefined for an id that it does not know.
 */
export async function findSomeone(
  deps: { store: DocumentStore },
  organization: string,
  who: string,
): Promise<(DataSubject & { known: boolean }) | undefined> {
  const wanted = who.trim().toLowerCase();
  const people = await (wanted.includes('@')
    ? byAddress(deps, organization, wanted)
    : byId(deps, organization, wanted));
  if (!wanted.includes('@') && people.length === 0) return undefined;
  const own = people.flatMap(({ profile }) => addressesOf(profile));
  const addresses = [...new Set(wanted.includes('@') ? [wanted, ...own] : own)];
  const members = await Promise.all(
    addresses.map((one) => deps.store.read<'member'>(organization, memberDocumentId(one))),
  );
  const personIds = people.map(({ personId }) => personId);
  return { organization, personIds, addresses, known: people.length > 0 || members.some(Boolean) };
}

async function byAddress({ store }: { store: DocumentStore }, organization: string, address: string) {
  const page = await store.list<'person'>({
    partition: organization,
    kind: 'person',
    terms: [addressTerm(address)],
    limit: 100,
  });
  return page.documents
    .map(({ body }) => body)
    .filter(({ profile }) => addressesOf(profile).includes(address));
}

async function byId({ store }: { store: DocumentStore }, organization: string, id: string) {
  const found: PersonRecord[] = [];
  const direct = await store.read<'person'>(organization, personDocumentId(id));
  if (direct) return [direct.body];
  let cursor: string | undefined;
  do {
    const query = { partition: organization, kind: 'person' as const, limit: 200 };
    const page = await store.list<'person'>({ ...query, ...(cursor && { cursor }) });
    found.push(...page.documents.map(({ body }) => body).filter(({ personId }) => isId(personId, id)));
    cursor = page.cursor;
  } while (cursor);
  return found;
}

function isId(personId: string, id: string): boolean {
  const known = personId.toLowerCase();
  return known === id || known.endsWith(`:${id}`);
}

/** Whether a document is about this person alone: profile, membership, what they keep for themselves, what they are told. */
export function isOwn({ partition, id, kind, body }: StoredDocument, who: DataSubject): boolean {
  const { organization, personIds } = who;
  if (kind === 'member') return who.addresses.includes((body as MemberRecord).email.toLowerCase());
  return personIds.some(
    (personId) =>
      partition === personalPartition(organization, personId) ||
      partition === reminderPartition(organization, personDocumentId(personId)) ||
      (kind === 'person' && id === personDocumentId(personId)) ||
      (kind === 'deal-memory' && id === `deal-memory:${personId}`) ||
      (kind === 'away' && isAwayOf(body as AwayRecord, personId)) ||
      (kind === 'draft' && id === personId) ||
      (kind === 'ask' && id === `ask:${personId}`) ||
      (kind === 'trouble' && (body as { contactId?: string }).contactId === personDocumentId(personId)) ||
      (kind === 'notice' && (body as { contactId?: string }).contactId === personDocumentId(personId)),
  );
}

/** Of whom it says that they are away, or that they stand in. */
function isAwayOf({ personId, deputy }: AwayRecord, one: string): boolean {
  return one === personId || one === deputy;
}
