import type { ReferralSnapshot } from '#domain/referral/snapshot.ts';
import { likeness } from '#domain/sync/sameDeal.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { addAlias, readAlias } from './aliasRecord.ts';
import { unlinkedKey } from './dealIndex.ts';
import { type Creating, type ReferralRecord, referralDocumentId } from './referralRecord.ts';

/** Deals with one customer that Partner Center does not know: more than that are never alike. */
const MOST_ALIKE = 100;
/** Milliseconds by which Partner Center's clock may be behind ours. */
const CLOCK_SKEW = 15 * 60_000;

interface LinkingDeps {
  store: DocumentStore;
  clock: Clock;
}

/** Whose a delivery is: a record that is kept here, or one that was and must not come back. */
export type RecordOfDelivery = { kind: 'kept'; referralId: string } | { kind: 'removed' };

/** Our id of the record that a delivery belongs to, as `recordOfDelivery` finds it, where it is kept here. */
export async function ownIdOf(
  deps: LinkingDeps,
  organization: string,
  snapshot: ReferralSnapshot,
): Promise<string | undefined> {
  const owner = await recordOfDelivery(deps, organization, snapshot);
  return owner?.kind === 'kept' ? owner.referralId : undefined;
}

/**
 * The record that a delivery under an id of Partner Center's belongs to, where it is none that we have under
 * that id: one that it was linked with, or a deal created here or made by an invitation that is the same and that is
 * linked with it from now on; or one that is kept no longer. Undefined where it is new to us.
 */
export async function recordOfDelivery(
  deps: LinkingDeps,
  organization: string,
  snapshot: ReferralSnapshot,
): Promise<RecordOfDelivery | undefined> {
  const { id } = snapshot.facts;
  const alias = await readAlias(deps, organization, id);
  const found = alias?.referralId ?? (await unlinkedOf(deps, organization, snapshot));
  if (found === undefined) return undefined;
  const referralId = alias?.referralId ?? (await addAlias(deps, organization, id, found));
  const document = await deps.store.read<'referral'>(organization, referralDocumentId(referralId));
  if (!document) return alias?.removedAt ? { kind: 'removed' } : undefined;
  // Of two that look alike, the one that came first is the deal; the other one stands for itself.
  const linked = document.body.referral.partnerCenterId;
  return linked === undefined || linked === id ? { kind: 'kept', referralId } : undefined;
}

async function unlinkedOf(
  { store }: LinkingDeps,
  organization: string,
  { facts }: ReferralSnapshot,
): Promise<string | undefined> {
  const { engagementId, customer, direction, sender } = facts;
  const neverReceived = async (where: Record<string, string>): Promise<ReferralRecord[]> => {
    const query = { partition: organization, kind: 'referral' as const, where, limit: MOST_ALIKE };
    const { documents } = await store.list<'referral'>(query);
    return documents.map(({ body }) => body).filter(({ received }) => received === undefined);
  };
  if (engagementId && direction === 'inbound') {
    const [invited] = await neverReceived({ engagement: engagementId.toLowerCase() });
    if (invited) return invited.referral.id;
  }
  // One's own deals may read as incoming ones; what somebody else sent is none of them.
  if (direction === 'inbound' && sender) return undefined;
  const ours = await neverReceived({ unlinked: unlinkedKey(customer.name) });
  const found = ours
    .map((record) => ({ id: record.referral.id, like: likenessTo(record, facts) }))
    .sort((one, other) => other.like - one.like)[0];
  return found && found.like > 0 ? found.id : undefined;
}

/**
 * How sure it is that what came is what was entered there by hand or sent: as the deal is now, or as it was when it was
 * sent. Only what began there since it was sent may have been changed there before we heard of it.
 */
function likenessTo(
  { referral, created, creating }: ReferralRecord,
  facts: ReferralSnapshot['facts'],
): number {
  const { unsynced, customer } = referral;
  const missing = unsynced?.some(({ field }) => field === 'deal');
  // What nobody entered and nobody sent is not there: whoever has the same there has another deal.
  if (missing && !creating) return 0;
  const found = Math.max(likeness(referral, facts), created ? likeness({ ...created, customer }, facts) : 0);
  const recent = creating && facts.createdAt !== undefined && facts.createdAt >= beginningOf(creating);
  return found === 2 || recent ? found : 0;
}

/** Before that, by whichever clock, nothing of what was asked for can have been created. */
export function beginningOf({ begunAt }: Creating): string {
  return new Date(Date.parse(begunAt) - CLOCK_SKEW).toISOString();
}
