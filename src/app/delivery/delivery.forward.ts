import { personDocumentId } from '#app/contact/contactRecord.ts';
import { newNotice } from '#app/notice/createNotice.ts';
import { type NoticeRecord, noticeDraft } from '#app/notice/noticeRecord.ts';
import { recipientFor, recipientsOf } from '#app/notice/recipients.ts';
import type { Organization } from '#ports/organizations.ts';
import type { RetryDeps } from './delivery.retry.ts';
import { removeTrouble, type Trouble, troubleOf } from './delivery.show.ts';

/** Somebody to whom something can be passed on. */
export interface Candidate {
  personId: string;
  name: string;
}

const MOST = 50;

/** The people who may see a deal and can be written to, by their names, without the one who did not get it. */
export async function candidatesFor(
  deps: Pick<RetryDeps, 'store'>,
  organization: Organization,
  { deal, record }: Pick<Trouble, 'deal' | 'record'>,
): Promise<Candidate[]> {
  if (!deal) return [];
  const missed = record.what === 'message' ? record.contactId : undefined;
  const recipients = await recipientsOf(deps, organization, deal);
  return recipients
    .flatMap(({ contact, contactId }) =>
      contact.kind === 'person' && contactId !== missed
        ? [{ personId: contact.personId, name: contact.profile.name }]
        : [],
    )
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .slice(0, MOST);
}

/** `not-allowed`: that one may not see the deal, or can't be written to (any more); `over` as for trying again. */
export type ForwardOutcome =
  | { kind: 'done'; trouble: Trouble; name: string }
  | { kind: 'not-allowed'; trouble: Trouble }
  | { kind: 'over' };

/** Tells somebody else who may see the deal what did not reach somebody, or anybody. Safe to repeat. */
export async function forwardTrouble(
  deps: RetryDeps,
  input: { organization: Organization; id: string; by: string; to: string },
): Promise<ForwardOutcome> {
  const { organization, id, by, to } = input;
  const trouble = await troubleOf(deps, organization.id, id);
  if (!trouble) return { kind: 'over' };
  const { deal, record } = trouble;
  const contactId = personDocumentId(to);
  const [recipient] = deal ? await recipientFor(deps, organization, deal, contactId) : [];
  if (!deal || recipient?.contact.kind !== 'person') return { kind: 'not-allowed', trouble };
  const notice: NoticeRecord = {
    ...newNotice(deps, 'forwarded', deal, recipient, recipient.why),
    // The same trouble is passed on to the same person once.
    occasion: `${record.at}:${id}`,
    forwarded: { by, missed: record.what === 'message' ? record.contactId : undefined },
  };
  await deps.store.create(noticeDraft(notice, undefined, deps.clock.now().toISOString()));
  await removeTrouble(deps, organization.id, id);
  deps.wake();
  return { kind: 'done', trouble, name: recipient.contact.profile.name };
}
