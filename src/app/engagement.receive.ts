import { consequences } from '../domain/consequences.ts';
import { invitedReferral } from '../domain/decideEngagement.ts';
import { decideReferral } from '../domain/decideReferral.ts';
import { saidBy } from '../domain/notes.ts';
import type { EngagementMessage } from '../domain/party.ts';
import type { Clock } from '../ports/clock.ts';
import type { DocumentStore } from '../ports/documents.ts';
import type { Organizations } from '../ports/organizations.ts';
import { type Change, changeDocument } from './changeDocument.ts';
import { type ReferralRecord, referralDocumentId, referralDraft, withEvents } from './referralRecord.ts';

export interface ReceiveMessageDeps {
  store: DocumentStore;
  clock: Clock;
  organizations: Organizations;
  /** Called after a commit that left something to do. */
  wake: () => void;
}

/**
 * Takes what another party tells of its record into our own (CR-30, CR-52): an invitation makes the record where it
 * is missing, everything later brings it up to date. The same message again, or an older one, changes nothing; it
 * is the receiver that decides what it means. Throws UnavailableError when the store is away.
 */
export async function receiveMessage(deps: ReceiveMessageDeps, message: EngagementMessage): Promise<void> {
  const { organization, referralId } = message.to;
  // An organization that left the configuration has nobody who could read it.
  if (!deps.organizations.byId(organization)) return;
  const wrote = await changeDocument<ReferralRecord, boolean>(
    deps,
    organization,
    referralDocumentId(referralId),
    (document) => received(document?.body, document?.lease, message, deps.clock.now()),
  );
  if (wrote) deps.wake();
}

function received(
  present: ReferralRecord | undefined,
  lease: Parameters<typeof referralDraft>[1],
  message: EngagementMessage,
  now: Date,
): Change<ReferralRecord, boolean> {
  const at = now.toISOString();
  const record = present ?? invitedRecord(message, now);
  if (!record) return { result: false };
  const decision = decideReferral(record.referral, { type: 'engagement.receive', at, message });
  const id = commandIdOf(message);
  const isNew = present === undefined;
  if (!decision.ok || (!isNew && decision.state === record.referral)) return { result: false };
  // A card is made once, from what the invitation and the first word of the inviter come to.
  const referral = isNew ? { ...decision.state, revision: 1 } : decision.state;
  const events = isNew ? [] : decision.events;
  const next = withEvents({ ...record, referral }, events, now, { id, remember: false });
  return { draft: referralDraft(next, lease), result: true };
}

function invitedRecord(message: EngagementMessage, now: Date): ReferralRecord | undefined {
  const referral = invitedReferral(message);
  if (!referral) return undefined;
  const by = { kind: 'party' as const, organization: message.from.organization };
  const at = now.toISOString();
  const said = saidBy(referral, { type: 'engagement.receive', message });
  const began = consequences(undefined, referral, { what: 'partner.invite', by, at, said });
  const record: ReferralRecord = { referral: began.state, outbox: [], commands: [] };
  const events = [{ type: 'referral.changed' as const }, ...began.events];
  return withEvents(record, events, now, { id: `${commandIdOf(message)}:new`, remember: false });
}

function commandIdOf({ from, seq }: EngagementMessage): string {
  return `message:${from.organization}:${from.referralId}:${seq}`;
}
