import { isRemoved } from '#app/referral/aliasRecord.ts';
import {
  type ReferralRecord,
  referralDocumentId,
  referralDraft,
  withEvents,
} from '#app/referral/referralRecord.ts';
import { type Change, changeDocument } from '#app/store/changeDocument.ts';
import { takeMessage } from '#domain/decide/takeMessage.ts';
import type { EngagementMessage } from '#domain/referral/party.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organizations } from '#ports/organizations.ts';

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
  const taken = await take(deps, message, false);
  // What was removed because it had been closed for long is not made anew.
  const isNew = taken === 'missing' && !(await isRemoved(deps, organization, referralId));
  const wrote = isNew ? await take(deps, message, true) : taken;
  if (wrote === 'wrote') deps.wake();
}

/** `makes`: where the record is missing, an invitation makes it. */
function take(
  deps: ReceiveMessageDeps,
  message: EngagementMessage,
  makes: boolean,
): Promise<'wrote' | 'unchanged' | 'missing'> {
  const { organization, referralId } = message.to;
  return changeDocument<'referral', 'wrote' | 'unchanged' | 'missing'>(
    deps,
    organization,
    referralDocumentId(referralId),
    (document) => {
      if (!document && message.invitation && !makes) return { result: 'missing' };
      return received(document?.body, document?.lease, message, deps.clock.now());
    },
  );
}

function received(
  present: ReferralRecord | undefined,
  lease: Parameters<typeof referralDraft>[1],
  message: EngagementMessage,
  now: Date,
): Change<'referral', 'wrote' | 'unchanged'> {
  const taken = takeMessage(present?.referral, message, now.toISOString());
  if (!taken) return { result: 'unchanged' };
  const record = { outbox: [], commands: [], ...present, referral: taken.state };
  const next = withEvents(record, taken.events, now, { id: commandIdOf(message), remember: false });
  return { draft: referralDraft(next, lease), result: 'wrote' };
}

function commandIdOf({ from, seq }: EngagementMessage): string {
  return `message:${from.organization}:${from.referralId}:${seq}`;
}
