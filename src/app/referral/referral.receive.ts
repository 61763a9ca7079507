import { type Change, changeDocument } from '#app/store/changeDocument.ts';
import { consequences } from '#domain/decide/consequences.ts';
import { decideReferral } from '#domain/decide/decideReferral.ts';
import { editableFields, openReferral } from '#domain/referral/snapshot.ts';
import type { SyncField } from '#domain/referral/unsynced.ts';
import { canonical } from '#domain/values/canonical.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { ReferralDelivery } from '#ports/partnerCenter.ts';
import type { SolutionCatalog } from '#ports/solutions.ts';
import { withKnownSolutions } from './knownSolutions.ts';
import { type ReferralRecord, referralDocumentId, referralDraft, withEvents } from './referralRecord.ts';

export type ReceiveOutcome = 'created' | 'updated' | 'unchanged';

/**
 * Takes in a referral as Partner Center sent it (CR-34, CR-38, CR-51). Resolves only when it is stored.
 * The same delivery twice, or one with an older `updatedDateTime` than the last one received, changes nothing.
 * Status never runs backwards. What Partner Center says for the first time of a deal that was created here is compared
 * with what the deal was created with, so that neither side's later change is lost. Throws UnavailableError when the store is away.
 */
export async function receiveReferral(
  deps: {
    store: DocumentStore;
    clock: Clock;
    newId: () => string;
    wake: () => void;
    solutions: Pick<SolutionCatalog, 'byId'>;
  },
  input: {
    organization: string;
    delivery: ReferralDelivery;
    /** What of it this system itself just wrote there. */
    wrote?: readonly SyncField[] | undefined;
  },
): Promise<ReceiveOutcome> {
  const { organization, wrote } = input;
  const snapshot = await withKnownSolutions(deps, organization, input.delivery.snapshot);
  const delivery = { ...input.delivery, snapshot };
  const documentId = referralDocumentId(delivery.snapshot.facts.id);
  const commandId = deps.newId();
  return changeDocument<'referral', ReceiveOutcome>(deps, organization, documentId, (document) =>
    document
      ? update(document.body, { ...delivery, wrote }, deps.clock.now(), commandId, document.lease)
      : create(organization, delivery, deps.clock.now(), commandId),
  ).then((outcome) => {
    if (outcome !== 'unchanged') deps.wake();
    return outcome;
  });
}

type ReceiveChange = Change<'referral', ReceiveOutcome>;

function create(
  organization: string,
  delivery: ReferralDelivery,
  now: Date,
  commandId: string,
): ReceiveChange {
  const referral = openReferral(delivery.snapshot, organization, now.toISOString());
  const by = { kind: 'partner-center' as const };
  const began = consequences(undefined, referral, { what: 'referral.receive', by, at: now.toISOString() });
  const record: ReferralRecord = {
    referral: began.state,
    received: receivedOf(delivery),
    outbox: [],
    commands: [],
  };
  const told = referral.stage === 'received' && referral.direction === 'inbound';
  const events = [...(told ? [{ type: 'referral.changed' as const }] : []), ...began.events];
  const stored = withEvents(record, events, now, { id: commandId, remember: false });
  return { draft: referralDraft(stored, undefined), result: 'created' };
}

function update(
  record: ReferralRecord,
  { wrote, ...delivery }: ReferralDelivery & { wrote: readonly SyncField[] | undefined },
  now: Date,
  commandId: string,
  lease: Parameters<typeof referralDraft>[1],
): ReceiveChange {
  const { received, referral } = record;
  // Without a moment nothing says that it is older; what is not known to be old is taken in.
  if (
    received &&
    ((delivery.updated && delivery.updated < received.updated) ||
      canonical(delivery.wire) === canonical(received.wire))
  ) {
    return { result: 'unchanged' };
  }
  const began = record.created ?? editableFields(referral);
  const decision = decideReferral(referral, {
    type: 'referral.update',
    at: now.toISOString(),
    snapshot: delivery.snapshot,
    lastReceived: received?.editable ?? began,
    first: !received,
    wrote,
  });
  if (!decision.ok) return { result: 'unchanged' };
  const next = withEvents(
    { ...record, referral: decision.state, received: receivedOf(delivery, received?.updated) },
    decision.events,
    now,
    { id: commandId, remember: false },
  );
  return { draft: referralDraft(next, lease), result: 'updated' };
}

function receivedOf(delivery: ReferralDelivery, before = ''): ReferralRecord['received'] {
  return {
    updated: delivery.updated || before,
    wire: delivery.wire,
    editable: editableFields(delivery.snapshot.facts),
  };
}
