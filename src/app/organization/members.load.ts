import { bringUpToDate, type ReachDeps } from '#app/contact/bringUpToDate.ts';
import { allDocuments } from '#app/store/allDocuments.ts';
import { type AuditEntry, keepAct, keepAll, withAct } from '#app/store/audit.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { isCompanyAdmin } from '#domain/administration/administration.ts';
import { fingerprint } from '#domain/values/fingerprint.ts';
import type { DocumentOf } from '#ports/documents.ts';
import type { MemberEntry, Organization } from '#ports/organizations.ts';
import { MEMBER_SCHEMA, type MemberRecord, memberDocumentId, memberDraft, standingText } from './member.ts';
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
    if (!stays) await leave(deps, document);
    else if (!body.removed && isCompanyAdmin(body)) companyAdmins++;
  }
  return { companyAdmins };
}

const MOST_TRIES = 12;

/**
 * First the act: where it is cut off between the two, the next start finds the member there and keeps it once. Whoever
 * writes the document meanwhile is a worker that keeps what was done with it, and will be done.
 */
async function leave(deps: ReachDeps, { partition, id, etag, body }: DocumentOf<'member'>): Promise<void> {
  const act = {
    ...{ at: deps.clock.now().toISOString(), by: 'file', what: 'member.remove' as const },
    ...{ about: body.email, from: standingText(body) },
  };
  const actId = `file:${fingerprint(`${id} ${etag}`)}`;
  for (let tried = 0; tried < MOST_TRIES; tried++) {
    const present = await deps.store.read<'member'>(partition, id);
    if (!present) return;
    await keepAll(deps, present);
    if (!body.removed) await keepAct(deps, partition, { id: actId, ...act });
    if ((await deps.store.remove(partition, id, present.etag)).ok) return;
  }
}

async function takeOver(deps: ReachDeps, organization: string, entry: MemberEntry): Promise<void> {
  const fileEntry = JSON.stringify([entry.role, entry.locations]);
  const id = memberDocumentId(entry.email);
  const [actId, at] = [deps.newId(), deps.clock.now().toISOString()];
  const changed = await changeDocument<'member', boolean>(deps, organization, id, (document) => {
    const { lease, body: known, schema = 0 } = document ?? {};
    if (known?.fileEntry === fileEntry) {
      const draft = schema < MEMBER_SCHEMA ? memberDraft(organization, known, lease) : undefined;
      return { draft, result: false };
    }
    const { name, handover, outbox } = known ?? {};
    const act = fileAct(known?.removed ? undefined : known, entry);
    const made = act && { id: actId, at, by: 'file', about: entry.email, ...act };
    const record: MemberRecord = { ...entry, name, handover, outbox, fileEntry, ...withAct(known, made) };
    return { draft: memberDraft(organization, record, lease), result: true };
  });
  if (!changed) return;
  if (isCompanyAdmin(entry)) await stepUp(deps, organization, entry.email);
  await bringUpToDate(deps, organization, entry.email);
}

function fileAct(
  known: MemberRecord | undefined,
  entry: MemberEntry,
): Pick<AuditEntry, 'what' | 'from' | 'to'> | undefined {
  const [from, to] = [known && standingText(known), standingText(entry)];
  if (from === to) return undefined;
  return from === undefined ? { what: 'member.add', to } : { what: 'member.change', from, to };
}
