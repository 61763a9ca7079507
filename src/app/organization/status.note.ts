import { changeDocument } from '#app/store/changeDocument.ts';
import type { Instant } from '#domain/values/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore, DraftOf } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';
import { locationsOf } from './locations.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    status: StatusRecord;
  }
}

/** What came in lately for an organization: one small document, for the checklist of its administrators. */
export interface StatusRecord {
  lastReferralAt?: Instant | undefined;
  /** Locations that referrals named and the organization does not list, the latest first. */
  strayLocations: readonly { mpnId: string; at: Instant }[];
}

const ID = 'status';
const MOST_STRAY = 20;

/**
 * Notes that referrals came in, and the locations they named. To be called now and then, not for each referral.
 */
export async function noteReferrals(
  deps: { store: DocumentStore; clock: Clock },
  organization: Organization,
  locations: readonly string[],
): Promise<void> {
  const known = new Set((await locationsOf(deps, organization)).map(({ mpnId }) => mpnId));
  const stray = locations.filter((mpnId) => !known.has(mpnId));
  await changeDocument<'status', void>(deps, organization.id, ID, (document) => {
    const now = deps.clock.now().toISOString();
    const seen = [...stray.map((mpnId) => ({ mpnId, at: now })), ...(document?.body.strayLocations ?? [])];
    const latest = seen.filter((one, at) => seen.findIndex(({ mpnId }) => mpnId === one.mpnId) === at);
    const body = { lastReferralAt: now, strayLocations: latest.slice(0, MOST_STRAY) };
    return { draft: draft(organization.id, body), result: undefined };
  });
}

/** What was noted; locations that were added since are left out. */
export async function readStatus(
  deps: { store: DocumentStore },
  organization: Organization,
): Promise<StatusRecord> {
  const [document, locations] = await Promise.all([
    deps.store.read<'status'>(organization.id, ID),
    locationsOf(deps, organization),
  ]);
  const known = new Set(locations.map(({ mpnId }) => mpnId));
  const { lastReferralAt, strayLocations = [] } = document?.body ?? {};
  return { lastReferralAt, strayLocations: strayLocations.filter(({ mpnId }) => !known.has(mpnId)) };
}

function draft(organization: string, body: StatusRecord): DraftOf<'status'> {
  return { partition: organization, id: ID, kind: 'status', schema: 1, body };
}
