import { type Change, changeDocument } from '#app/store/changeDocument.ts';
import { consequences } from '#domain/decide/consequences.ts';
import { decideReferral, type ReferralEvent } from '#domain/decide/decideReferral.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { editableFields, openReferral } from '#domain/referral/snapshot.ts';
import { sendable } from '#domain/sync/decideSync.ts';
import { hearAgain } from '#domain/sync/told.ts';
import { canonical } from '#domain/values/canonical.ts';
import type { Instant } from '#domain/values/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { ReferralDelivery } from '#ports/partnerCenter.ts';
import type { SolutionCatalog } from '#ports/solutions.ts';
import { withStamp } from './changeStamp.ts';
import { withKnownSolutions } from './knownSolutions.ts';
import { recordOfDelivery } from './linking.ts';
import { type ReferralRecord, referralDocumentId, referralDraft, withEvents } from './referralRecord.ts';

export interface ReceiveDeps {
  store: DocumentStore;
  clock: Clock;
  newId: () => string;
  wake: () => void;
  solutions: Pick<SolutionCatalog, 'byId'>;
}

export type ReceiveOutcome = 'created' | 'updated' | 'unchanged';

/**
 * Takes in a referral as Partner Center sent it (CR-34, CR-38, CR-51). Resolves only when it is stored.
 * The same delivery twice, or one with an older `updatedDateTime` than the last one received, changes nothing.
 * Status never runs backwards. What Partner Center says for the first time of a deal that was created here is compared
 * with what the deal was created with, so that neither side's later change is lost. What Partner Center knows under
 * another id than we do reaches our record (`recordOfDelivery`); `referralId` is ours, where the caller knows it. A deal that was
 * removed because it had been closed for long does not come back: 'unchanged'. Throws UnavailableError when the store is
 * away.
 */
export async function receiveReferral(
  deps: ReceiveDeps,
  input: {
    organization: string;
    delivery: ReferralDelivery;
    referralId?: string;
    /** It comes with an import that began then: what waits for an answer gets no card, because a list tells of it. */
    quiet?: Instant | undefined;
  },
): Promise<ReceiveOutcome> {
  const { organization } = input;
  const snapshot = await withKnownSolutions(deps, organization, input.delivery.snapshot);
  const delivery = { ...input.delivery, snapshot };
  const theirs = snapshot.facts.id;
  const outcome =
    (await takeIn(deps, organization, input.referralId ?? theirs, delivery)) ??
    (await takeInUnknown(deps, organization, delivery, input.quiet));
  if (outcome !== 'unchanged') deps.wake();
  return outcome;
}

/** Undefined where there is no such record. */
function takeIn(
  deps: ReceiveDeps,
  organization: string,
  referralId: string,
  delivery: ReferralDelivery,
): Promise<ReceiveOutcome | undefined> {
  const commandId = deps.newId();
  return changeDocument<'referral', ReceiveOutcome | undefined>(
    deps,
    organization,
    referralDocumentId(referralId),
    (document) =>
      document
        ? update(document.body, delivery, deps.clock.now(), commandId, document.lease)
        : { result: undefined },
  );
}

async function takeInUnknown(
  deps: ReceiveDeps,
  organization: string,
  delivery: ReferralDelivery,
  quiet: Instant | undefined,
): Promise<ReceiveOutcome> {
  const owner = await recordOfDelivery(deps, organization, delivery.snapshot);
  // It was closed for long, and status never runs backwards.
  if (owner?.kind === 'removed') return 'unchanged';
  const known = owner && (await takeIn(deps, organization, owner.referralId, delivery));
  if (known) return known;
  const commandId = deps.newId();
  const id = referralDocumentId(delivery.snapshot.facts.id);
  return changeDocument<'referral', ReceiveOutcome>(deps, organization, id, (document) =>
    document
      ? update(document.body, delivery, deps.clock.now(), commandId, document.lease)
      : create(organization, delivery, deps.clock.now(), commandId, quiet),
  );
}

function create(
  organization: string,
  delivery: ReferralDelivery,
  now: Date,
  commandId: string,
  quiet: Instant | undefined,
): Change<'referral', ReceiveOutcome> {
  const opened = openReferral(delivery.snapshot, organization, now.toISOString());
  const waits = opened.stage === 'received' && opened.direction === 'inbound';
  const referral = waits && quiet ? { ...opened, listedAt: quiet } : opened;
  const by = { kind: 'partner-center' as const };
  const began = consequences(undefined, referral, { what: 'referral.receive', by, at: now.toISOString() });
  const record: ReferralRecord = {
    referral: began.state,
    received: receivedOf(delivery),
    outbox: [],
    commands: [],
  };
  const events = [...(waits ? [{ type: 'referral.changed' as const }] : []), ...began.events];
  const stored = withEvents(record, events, now, { id: commandId, remember: false });
  return { draft: referralDraft(stored, undefined), result: 'created' };
}

function update(
  record: ReferralRecord,
  delivery: ReferralDelivery,
  now: Date,
  commandId: string,
  lease: Parameters<typeof referralDraft>[1],
): Change<'referral', ReceiveOutcome> {
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
  const { wrote, left } = hearAgain(record.told, delivery.snapshot.facts);
  const decision = decideReferral(referral, {
    type: 'referral.update',
    at: now.toISOString(),
    snapshot: delivery.snapshot,
    lastReceived: received?.editable ?? began,
    first: !received,
    wrote,
  });
  if (!decision.ok) return { result: 'unchanged' };
  const known = { received: receivedOf(delivery, received?.updated), told: left };
  const next = withEvents(
    // What came in is different, also where nothing that people see is.
    withStamp({ ...record, ...known, referral: decision.state, creating: stillCreating(record) }, now),
    received ? decision.events : withSending(decision.state, decision.events),
    now,
    { id: commandId, remember: false },
  );
  return { draft: referralDraft(next, lease), result: 'updated' };
}

/** A record that came is there; Microsoft's is another one. */
function stillCreating({ creating }: ReferralRecord): ReferralRecord['creating'] {
  return creating?.step === 'microsoft' ? creating : undefined;
}

/** What waited until Partner Center knows the deal can be told now. */
function withSending(referral: Referral, events: readonly ReferralEvent[]): readonly ReferralEvent[] {
  const waits = sendable(referral).length > 0 && !events.some(({ type }) => type === 'sync.send');
  return waits ? [...events, { type: 'sync.send' }] : events;
}

function receivedOf(delivery: ReferralDelivery, before = ''): ReferralRecord['received'] {
  return {
    updated: delivery.updated || before,
    wire: delivery.wire,
    editable: editableFields(delivery.snapshot.facts),
  };
}
