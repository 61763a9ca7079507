import { bringUpToDate, type ReachDeps } from '#app/contact/bringUpToDate.ts';
import { allDocuments } from '#app/store/allDocuments.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { isCompanyAdmin } from '#domain/administration/administration.ts';
import type { MemberEntry, Organization } from '#ports/organizations.ts';
import { MEMBER_SCHEMA, type MemberRecord, memberDocumentId, memberDraft } from './member.ts';
import { stepUp } from './roster.ts';

/**
 * Brings the members listed in the organizations file into the store, at start. An entry counts only when it
 * changed since it was last taken over: what an administrator changed or removed by card stays so. Members who came
 * from the file and left it are removed. `companyAdmins`: how many are left who can run the organization by card.
 */
export async function loadMembers(
  deps: ReachDeps,
  organization: Organization,
): Promise<{ companyAdmins: number }> {
  const listed = new Map(organization.members.map((entry) => [memberDocumentId(entry.email), entry]));
  for (const entry of listed.values()) await takeOver(deps, organization.id, entry);
  const stored = await allDocuments<'member'>(deps.store, { partition: organization.id, kind: 'member' });
  let companyAdmins = 0;
  for (const document of stored) {
    const { body } = document;
    // A hand-over that is under way is in this very document.
    const stays = listed.has(document.id) || body.fileEntry === undefined || Boolean(body.outbox?.length);
    if (!stays) await deps.store.remove(document.partition, document.id, document.etag);
    else if (!body.removed && isCompanyAdmin(body)) companyAdmins++;
  }
  return { companyAdmins };
}

async function takeOver(deps: ReachDeps, organization: string, entry: MemberEntry): Promise<void> {
  const fileEntry = JSON.stringify([entry.role, entry.locations]);
  const id = memberDocumentId(entry.email);
  const changed = await changeDocument<'member', boolean>(deps, organization, id, (document) => {
    const { lease, body: known, schema = 0 } = document ?? {};
    if (known?.fileEntry === fileEntry) {
      const draft = schema < MEMBER_SCHEMA ? memberDraft(organization, known, lease) : undefined;
      return { draft, result: false };
    }
    const { name, handover, outbox } = known ?? {};
    const record: MemberRecord = { ...entry, name, handover, outbox, fileEntry };
    return { draft: memberDraft(organization, record, lease), result: true };
  });
  if (!changed) return;
  if (isCompanyAdmin(entry)) await stepUp(deps, organization, entry.email);
  await bringUpToDate(deps, organization, entry.email);
}
