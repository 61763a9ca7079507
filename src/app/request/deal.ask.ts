import { addressesOf, addressOf, addressTerm, type PersonRecord } from '#app/contact/contactRecord.ts';
import { whyTold } from '#app/notice/recipients.ts';
import { allDocuments } from '#app/store/allDocuments.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { isInScope } from '#domain/referral/rights.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';
import {
  type AccessRequestRecord,
  accessRequestDraft,
  accessRequestId,
  accessRequestIn,
  accessRequestPartition,
} from './accessRequestRecord.ts';

/** Whether a request was written down now, or waits already. */
export type AccessRequestOutcome = { kind: 'asked' | 'waiting' };

/**
 * Asks the admins of a deal's location for it. Once, however often it is pressed; again after an earlier request has
 * ended. The caller has made sure that this member was shown the deal, may not see it, and that it is open.
 */
export async function requestAccess(
  deps: { store: DocumentStore; clock: Clock; newId: () => string; wake: () => void },
  input: { organization: string; referralId: string; personId: string },
): Promise<AccessRequestOutcome> {
  const { organization, personId } = input;
  const referralId = input.referralId.toLowerCase();
  const eventId = deps.newId();
  const asked = await changeDocument<'ask', boolean>(
    deps,
    accessRequestPartition(organization, referralId),
    accessRequestId(personId),
    (document) => {
      if (document?.body.state === 'open') return { result: false };
      const now = deps.clock.now();
      const at = now.toISOString();
      const before: AccessRequestRecord = document?.body ?? {
        organization,
        referralId,
        personId,
        at,
        state: 'open',
        revision: 0,
        outbox: [],
      };
      const record = accessRequestIn('open', { ...before, at }, now, eventId);
      return { draft: accessRequestDraft(record, document?.lease), result: true };
    },
  );
  if (asked) deps.wake();
  return { kind: asked ? 'asked' : 'waiting' };
}

/** The admins who may grant a request, as far as the bot knows them; in trial mode nobody has to ask. */
export async function grantersOf(
  deps: { store: DocumentStore },
  organization: Organization,
  referral: Referral,
): Promise<{ contactId: string; person: PersonRecord; reachable: boolean }[]> {
  const admins = await allDocuments<'member'>(deps.store, {
    partition: organization.id,
    kind: 'member',
    where: { role: 'referrals-admin' },
  });
  const found = new Map<string, { contactId: string; person: PersonRecord; reachable: boolean }>();
  for (const { body: admin } of admins.filter(({ body }) => isInScope(body, referral))) {
    const people = await allDocuments<'person'>(deps.store, {
      partition: organization.id,
      kind: 'person',
      terms: [addressTerm(admin.email)],
    });
    for (const { id, body } of people) {
      if (!addressesOf(body.profile).includes(admin.email.toLowerCase())) continue;
      if (!(await whyTold(deps, organization, referral, body))) continue;
      found.set(id, { contactId: id, person: body, reachable: addressOf(body) !== undefined });
    }
  }
  return [...found.values()];
}
