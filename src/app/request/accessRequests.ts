import { personDocumentId } from '#app/contact/contactRecord.ts';
import { actorName } from '#app/contact/people.ts';
import { createNotice } from '#app/notice/createNotice.ts';
import {
  dueAfterChange,
  type NoticeRecord,
  noticeDocumentId,
  noticeDraft,
  noticePartition,
} from '#app/notice/noticeRecord.ts';
import { whyTold } from '#app/notice/recipients.ts';
import { readReferralRecord } from '#app/referral/referral.read.ts';
import { allDocuments } from '#app/store/allDocuments.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { outward } from '#domain/referral/standing.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { AccessRequestState, Content } from '#ports/messenger.ts';
import type { Organization } from '#ports/organizations.ts';
import {
  type AccessRequestRecord,
  accessRequestDraft,
  accessRequestId,
  accessRequestIn,
  accessRequestPartition,
  openAsks,
} from './accessRequestRecord.ts';
import { grantersOf } from './deal.ask.ts';

interface AccessRequestDeps {
  store: DocumentStore;
  clock: Clock;
}

/** Ends the requests for a deal that its present state answers: granted, given to somebody else, or closed. */
export async function settleAccessRequests(
  deps: AccessRequestDeps,
  organization: Organization,
  referral: Referral,
): Promise<void> {
  for (const { id, partition, body } of await openAsks(deps, organization.id, referral.id)) {
    const state = await stateOf(deps, organization, referral, body);
    if (state === 'open') continue;
    await changeDocument<'ask', void>(deps, partition, id, (document) => {
      if (document?.body.state !== 'open') return { result: undefined };
      const eventId = `${referral.revision}:${state}`;
      const next = accessRequestIn(state, document.body, deps.clock.now(), eventId);
      return { draft: accessRequestDraft(next, document.lease), result: undefined };
    });
  }
}

async function stateOf(
  deps: AccessRequestDeps,
  organization: Organization,
  referral: Referral,
  ask: AccessRequestRecord,
): Promise<AccessRequestState> {
  // What can still be taken back ends nothing.
  if (outward(referral).stage === 'closed') return 'closed';
  const person = await deps.store.read<'person'>(organization.id, personDocumentId(ask.personId));
  if (person && (await whyTold(deps, organization, referral, person.body))) return 'granted';
  return referral.handed && referral.handed.at >= ask.at ? 'taken' : 'open';
}

/** Tells the admins of a request, keeps what they were told true, and tells the one who asked how it ended. */
export async function tellAccessRequest(
  deps: AccessRequestDeps,
  organization: Organization,
  ask: AccessRequestRecord,
): Promise<void> {
  const record = await readReferralRecord(deps, ask);
  if (!record) return;
  const { referral } = record;
  if (ask.state === 'open') {
    for (const { contactId, reachable } of await grantersOf(deps, organization, referral)) {
      const recipient = { contactId, why: 'admin' as const };
      if (reachable) await createNotice(deps, 'ask', referral, recipient, { occasion: ask.personId });
    }
  } else {
    const asker = { contactId: personDocumentId(ask.personId), why: 'team' as const };
    await createNotice(deps, 'asked', referral, asker, { occasion: String(ask.revision) });
  }
  const told = await allDocuments<'notice'>(deps.store, {
    partition: noticePartition(organization.id, referral.id),
    where: { type: 'ask' },
  });
  for (const { body } of told) if (body.occasion === ask.personId) await raise(deps, body, ask.revision);
}

async function raise(deps: AccessRequestDeps, notice: NoticeRecord, revision: number): Promise<void> {
  const partition = noticePartition(notice.organization, notice.referralId);
  const id = noticeDocumentId(notice.type, notice.contactId, notice.occasion);
  await changeDocument<'notice', void>(deps, partition, id, (document) => {
    if (!document || document.body.wanted >= revision) return { result: undefined };
    const now = deps.clock.now().toISOString();
    const record = { ...document.body, wanted: revision };
    return { draft: noticeDraft(record, document.lease, dueAfterChange(document, now)), result: undefined };
  });
}

/** What a message about a request says now, or undefined where there is nothing left to say. */
export async function accessRequestContent(
  deps: { store: DocumentStore },
  notice: NoticeRecord,
  referral: Referral,
): Promise<{ content: Content; revision: number } | undefined> {
  const { organization, referralId, occasion } = notice;
  const askerId = notice.type === 'ask' ? (occasion ?? '') : notice.contactId.replace(/^person:/, '');
  const ask = await deps.store.read<'ask'>(
    accessRequestPartition(organization, referralId),
    accessRequestId(askerId),
  );
  if (!ask) return undefined;
  const { state, revision } = ask.body;
  const byName = state === 'open' ? undefined : await actorName(deps, organization, referral.handed?.by);
  if (notice.type === 'asked') {
    // Asked again meanwhile: what came of the earlier request is no news any more.
    return state === 'open' ? undefined : { content: { type: 'asked', referral, state, byName }, revision };
  }
  const asker = { kind: 'person' as const, personId: askerId };
  const askerName = (await actorName(deps, organization, asker)) ?? '';
  return { content: { type: 'ask', referral, askerName, askerId, state, byName }, revision };
}
