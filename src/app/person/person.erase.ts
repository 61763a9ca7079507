import { type MemberRecord, memberDraft } from '#app/organization/member.ts';
import { companyAdmins } from '#app/organization/roster.ts';
import { withStamp } from '#app/referral/changeStamp.ts';
import { type ReferralRecord, referralDraft, withEvents } from '#app/referral/referralRecord.ts';
import { keepAll } from '#app/store/audit.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { removeDocument } from '#app/store/removeDocument.ts';
import { erasePerson, withoutPerson } from '#domain/decide/erasePerson.ts';
import { same } from '#domain/values/canonical.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentKind, DocumentStore, DraftOf, StoredDocument } from '#ports/documents.ts';
import { type DataSubject, everyDocument, isOwn } from './personWalk.ts';

/** How far erasing is, or what it came to. */
export interface EraseCounts {
  documents: number;
  deals: number;
  changed: number;
  removed: number;
  /** The organizations file still lists them: kept as removed, so that no restart brings them back. */
  listed: number;
}

export interface EraseDeps {
  store: DocumentStore;
  clock: Clock;
  newId: () => string;
  onProgress: (counts: EraseCounts) => void;
}

export type EraseOutcome = { kind: 'done'; counts: EraseCounts } | { kind: 'last-admin' };

/**
 * Erases a person from all that an organization stores, beside a running bot and safe to repeat: what is theirs is removed,
 * elsewhere their contact data goes, and other parties are told by the bot. The person's own documents go last, so that a
 * run that was cut off is found its way again. Throws UnavailableError when the store is away.
 */
export async function eraseSomeone(deps: EraseDeps, who: DataSubject): Promise<EraseOutcome> {
  const admins = await companyAdmins(deps, who.organization);
  const theirs = ({ email }: { email: string }) => who.addresses.includes(email.toLowerCase());
  if (admins.some(theirs) && admins.every(theirs)) return { kind: 'last-admin' };
  let counts: EraseCounts = nothing;
  // What they did while it ran is found by another look, when they have no rights any more.
  for (let look = 0; look < MOST_LOOKS; look++) {
    const before = counts;
    const found = await lookOnce({ ...deps, onProgress: (now) => deps.onProgress(sum(before, now)) }, who);
    counts = sum(before, found);
    if (found.deals + found.changed + found.removed === 0) break;
  }
  return { kind: 'done', counts };
}

const MOST_LOOKS = 4;
const nothing: EraseCounts = { documents: 0, deals: 0, changed: 0, removed: 0, listed: 0 };

function sum(one: EraseCounts, other: EraseCounts): EraseCounts {
  return {
    documents: one.documents + other.documents,
    deals: one.deals + other.deals,
    changed: one.changed + other.changed,
    removed: one.removed + other.removed,
    listed: Math.max(one.listed, other.listed),
  };
}

async function lookOnce(deps: EraseDeps, who: DataSubject): Promise<EraseCounts> {
  const counts = { ...nothing };
  const last: StoredDocument[] = [];
  for await (const { document } of everyDocument(deps, who.organization)) {
    counts.documents++;
    if (isOwn(document, who)) {
      if (document.kind === 'person' || document.kind === 'member') last.push(document);
      else counts.removed += await remove(deps, document);
    } else if (document.kind === 'referral') {
      counts.deals += await eraseFromDeal(deps, document as StoredDocument<ReferralRecord>, who);
    } else counts.changed += await clean(deps, document, who);
    deps.onProgress(counts);
  }
  for (const document of last) {
    // What was done with them is kept, without their name: another look takes that out.
    await keepAll(deps, document);
    if (document.kind === 'person') counts.removed += await remove(deps, document);
    else await eraseMember(deps, document as StoredDocument<MemberRecord>, counts);
  }
  deps.onProgress(counts);
  return counts;
}

async function eraseFromDeal(
  deps: EraseDeps,
  { partition, id, body }: StoredDocument<ReferralRecord>,
  who: DataSubject,
): Promise<number> {
  if (same(withoutPerson(body, who), body)) return 0;
  const commandId = deps.newId();
  return changeDocument<'referral', number>(deps, partition, id, (document) => {
    if (!document) return { result: 0 };
    const record = withoutPerson(document.body, who);
    const now = deps.clock.now();
    const erased = erasePerson(document.body.referral, who, now.toISOString());
    const next = erased
      ? withEvents({ ...record, referral: erased.state }, erased.events, now, {
          id: commandId,
          remember: false,
        })
      : withStamp(record, now);
    return { draft: referralDraft(next, document.lease), result: 1 };
  });
}

/** What other documents say of the person. */
async function clean(
  deps: EraseDeps,
  { partition, id, body }: StoredDocument,
  who: DataSubject,
): Promise<number> {
  if (same(withoutPerson(body, who), body)) return 0;
  return changeDocument<DocumentKind, number>(deps, partition, id, (document) => {
    if (!document) return { result: 0 };
    const { etag: _, ...draft } = document;
    // Whatever its kind is, it keeps it.
    const cleaned = { ...draft, body: withoutPerson(document.body, who) } as DraftOf<DocumentKind>;
    return { draft: cleaned, result: 1 };
  });
}

/** Nothing is left but the address of one whom the organizations file lists, without which a restart would restore them. */
async function eraseMember(
  deps: EraseDeps,
  { partition, id, body }: StoredDocument<MemberRecord>,
  counts: EraseCounts,
): Promise<void> {
  if (body.fileEntry === undefined) {
    const present = await deps.store.read(partition, id);
    if (present) counts.removed += await remove(deps, present);
    return;
  }
  counts.listed++;
  const at = deps.clock.now().toISOString();
  await changeDocument<'member', void>(deps, partition, id, (document) => {
    if (!document) return { result: undefined };
    const { email, role, fileEntry, removed } = document.body;
    const tombstone: MemberRecord = {
      email,
      role,
      locations: [],
      fileEntry,
      removed: removed ?? { at, by: 'person:erase' },
    };
    return { draft: memberDraft(partition, tombstone, document.lease), result: undefined };
  });
}

async function remove(deps: EraseDeps, { partition, id }: StoredDocument): Promise<number> {
  // Whoever writes it all the time is a worker that will be done: the next run takes it.
  return (await removeDocument(deps, partition, id)) === 'removed' ? 1 : 0;
}
