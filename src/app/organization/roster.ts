import { allDocuments } from '#app/store/allDocuments.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { isCompanyAdmin } from '#domain/administration/administration.ts';
import type { Instant } from '#domain/values/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore, DraftOf } from '#ports/documents.ts';
import type { MemberRecord } from './member.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    roster: Roster;
  }
}

/**
 * Members are documents of their own, so that no single write sees all of them. Whoever is about to stop being a
 * company-wide admin is entered here first, in the one document that all who would do so must write.
 */
interface Roster {
  leaving: { email: string; at: Instant }[];
}

const ID = 'roster';
/** After that the member's own document has long been written, or the attempt was given up. */
const LEAVING_LASTS = 10 * 60_000;

/**
 * Enters somebody as about to stop being a company-wide admin. False where nobody else would be left; of two who
 * would remove each other at the same moment, one gets false.
 */
export async function stepDown(
  deps: { store: DocumentStore; clock: Clock },
  organization: string,
  email: string,
): Promise<boolean> {
  const admins = await companyAdmins(deps, organization);
  return changeDocument<'roster', boolean>(deps, organization, ID, (document) => {
    const leaving = stillLeaving(document?.body, deps.clock.now());
    const gone = new Set([email, ...leaving.map((one) => one.email)]);
    if (admins.every((admin) => gone.has(admin.email))) return { result: false };
    const at = deps.clock.now().toISOString();
    return { draft: draft(organization, { leaving: [...leaving, { email, at }] }), result: true };
  });
}

/** Counts somebody among the company-wide admins again, because they are one again. */
export async function stepUp(
  deps: { store: DocumentStore; clock: Clock },
  organization: string,
  email: string,
): Promise<void> {
  await changeDocument<'roster', void>(deps, organization, ID, (document) => {
    const leaving = stillLeaving(document?.body, deps.clock.now());
    if (!leaving.some((one) => one.email === email)) return { result: undefined };
    const rest = leaving.filter((one) => one.email !== email);
    return { draft: draft(organization, { leaving: rest }), result: undefined };
  });
}

/** The company-wide admins of an organization. */
export async function companyAdmins(
  deps: { store: DocumentStore },
  organization: string,
): Promise<MemberRecord[]> {
  const admins = await allDocuments<'member'>(deps.store, {
    partition: organization,
    kind: 'member',
    where: { role: 'referrals-admin' },
  });
  return admins.map(({ body }) => body).filter(isCompanyAdmin);
}

function stillLeaving(roster: Roster | undefined, now: Date): Roster['leaving'] {
  const since = new Date(now.getTime() - LEAVING_LASTS).toISOString();
  return (roster?.leaving ?? []).filter(({ at }) => at > since);
}

function draft(organization: string, body: Roster): DraftOf<'roster'> {
  return { partition: organization, id: ID, kind: 'roster', schema: 1, body };
}
