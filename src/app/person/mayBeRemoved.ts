import { isDealCounted } from '#app/figures/asking.ts';
import { noticePartition } from '#app/notice/noticeRecord.ts';
import { accessRequestPartition } from '#app/request/accessRequestRecord.ts';
import { allDocuments } from '#app/store/allDocuments.ts';
import { sendingDocumentId } from '#app/sync/sending/sendingRecord.ts';
import { actionSince } from '#domain/list/dealList.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { awaitsReview, ownRegistration } from '#domain/registration/registrationView.ts';
import { type Instant, monthsEarlier } from '#domain/values/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentOf, DocumentStore, StoredDocument } from '#ports/documents.ts';
import type { Organization, Organizations } from '#ports/organizations.ts';

export interface MayDeps {
  store: DocumentStore;
  clock: Clock;
  organizations: Pick<Organizations, 'byId'>;
}

/** A won deal that nobody ever registered is no longer waited for then. */
const MONTHS_TO_REGISTER = 12;

/**
 * Whether a deal may be removed: it was closed before that moment, nothing is still to be done for it here, its
 * registration is over (CR-48), no party here has the same engagement open, and the sums have counted it.
 */
export async function mayBeRemoved(
  deps: MayDeps,
  organization: Organization,
  document: DocumentOf<'referral'>,
  before: Instant,
): Promise<boolean> {
  const { referral } = document.body;
  return (
    isOver(organization, referral, before, deps.clock.now()) &&
    !isBusy(document) &&
    (await isDealCounted(deps, document)) &&
    !(await isAnythingDue(deps, referral)) &&
    !(await isOpenElsewhere(deps, referral))
  );
}

function isOver({ options }: Organization, referral: Referral, before: Instant, now: Date): boolean {
  if (referral.stage !== 'closed' || referral.closedAt >= before) return false;
  const own = ownRegistration(referral);
  if (own && awaitsReview(own)) return false;
  const why = actionSince(referral, options.registrationPolicy)?.why;
  if (why === undefined) return true;
  return why === 'register' && referral.closedAt < monthsEarlier(now.toISOString(), MONTHS_TO_REGISTER);
}

function isBusy({ dueAt, lease }: StoredDocument): boolean {
  return dueAt !== undefined || lease !== undefined;
}

async function isAnythingDue({ store }: MayDeps, { organization, id }: Referral): Promise<boolean> {
  if (await store.read(organization, sendingDocumentId(id))) return true;
  for (const partition of [noticePartition(organization, id), accessRequestPartition(organization, id)]) {
    if ((await allDocuments(store, { partition })).some(isBusy)) return true;
  }
  return false;
}

/** Another record of the engagement here is not closed, or still has something to tell. */
async function isOpenElsewhere(
  { store, organizations }: MayDeps,
  { id, organization, engagementId, parties = [] }: Referral,
): Promise<boolean> {
  const here = [organization, ...parties.map((party) => party.organization)].filter((one) =>
    organizations.byId(one),
  );
  if (engagementId === undefined) return false;
  for (const partition of new Set(here)) {
    const where = { engagement: engagementId.toLowerCase() };
    const records = await allDocuments<'referral'>(store, { partition, kind: 'referral', where });
    const others = records.filter(({ body }) => partition !== organization || body.referral.id !== id);
    if (others.some((one) => one.body.referral.stage !== 'closed' || isBusy(one))) return true;
  }
  return false;
}
