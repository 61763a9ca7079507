import { bringUpToDate, type ReachDeps } from '#app/contact/bringUpToDate.ts';
import { locationsOf } from '#app/organization/locations.ts';
import {
  type MemberRecord,
  memberDocumentId,
  memberDraft,
  readMember,
  standingText,
} from '#app/organization/member.ts';
import { stepDown, stepUp } from '#app/organization/roster.ts';
import { type AuditEntry, withAct } from '#app/store/audit.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { isCompanyAdmin, mayManage, type Standing } from '#domain/administration/administration.ts';
import type { Membership } from '#domain/referral/rights.ts';
import type { Organization } from '#ports/organizations.ts';

/** What administering works with. */
export interface AdministerDeps extends ReachDeps {
  /** Called after a commit that left something to do. */
  wake: () => void;
}

/** Who changes an organization, and which. */
export interface AdministerInput {
  organization: Organization;
  personId: string;
  member: Membership | undefined;
}

/**
 * How a change of a member ended. `last-admin`: nobody would be left who may run the whole organization.
 * `trial`: in trial mode everyone is an admin and there are no members.
 */
export type MemberOutcome =
  | { kind: 'done'; member: MemberRecord }
  | { kind: 'exists'; member: MemberRecord }
  | { kind: 'unknown' }
  | { kind: 'not-allowed' }
  | { kind: 'last-admin' }
  | { kind: 'unknown-location'; mpnId: string }
  | { kind: 'trial' };

/** What a change does with a member, as the present one and the one afterwards (undefined: no member any more). */
export interface MemberChange {
  email: string;
  /** Undefined in the one, where there is none yet. */
  next: (present: MemberRecord | undefined) => MemberRecord | Exclude<MemberOutcome, { kind: 'done' }>;
}

/**
 * Carries out a change of a member, where the rights of who wants it cover the member before and after (CR-2, CR-3).
 * The last company-wide admin stays, whoever else is being removed at the same moment.
 */
export async function changeMemberRecord(
  deps: AdministerDeps,
  input: AdministerInput,
  { email, next }: MemberChange,
): Promise<MemberOutcome> {
  const { organization } = input;
  if (organization.open) return { kind: 'trial' };
  const present = await readMember(deps, organization.id, email);
  const wanted = next(present);
  if ('kind' in wanted)
    return present && !mayManage(input.member, present) ? { kind: 'not-allowed' } : wanted;
  if (!mayManage(input.member, wanted) || (present && !mayManage(input.member, present))) {
    return { kind: 'not-allowed' };
  }
  if (!wanted.removed) {
    const missing = await missingLocation(deps, organization, wanted);
    if (missing) return { kind: 'unknown-location', mpnId: missing };
  }
  const leaves = present && isCompanyAdmin(present) && (wanted.removed || !isCompanyAdmin(wanted));
  if (leaves && !(await stepDown(deps, organization.id, email))) return { kind: 'last-admin' };
  const outcome = await write(deps, input, { email, next }, Boolean(leaves));
  if (outcome.kind === 'done' && !outcome.member.removed) {
    if (isCompanyAdmin(outcome.member)) await stepUp(deps, organization.id, email);
    await bringUpToDate(deps, organization.id, email);
  }
  if (outcome.kind === 'done') deps.wake();
  return outcome;
}

function write(
  deps: AdministerDeps,
  { organization, member, personId }: AdministerInput,
  { email, next }: MemberChange,
  steppedDown: boolean,
): Promise<MemberOutcome> {
  const id = memberDocumentId(email);
  const [actId, at] = [deps.newId(), deps.clock.now().toISOString()];
  return changeDocument<'member', MemberOutcome>(deps, organization.id, id, (document) => {
    const present = document?.body.removed ? undefined : document?.body;
    const wanted = next(present);
    if ('kind' in wanted) return { result: wanted };
    // Somebody else was quicker, and has made an admin of the member: that one was not entered in the roster.
    if (present && isCompanyAdmin(present) && !isCompanyAdmin(standingAfter(wanted)) && !steppedDown) {
      return { result: { kind: 'not-allowed' } };
    }
    if (present && !mayManage(member, present)) return { result: { kind: 'not-allowed' } };
    const { fileEntry, outbox } = document?.body ?? {};
    const act = actOf(present, wanted);
    const entry = act && { id: actId, at, by: personId, about: email, ...act };
    const record: MemberRecord = { fileEntry, outbox, ...wanted, ...withAct(document?.body, entry) };
    return {
      draft: memberDraft(organization.id, record, document?.lease),
      result: { kind: 'done', member: record },
    };
  });
}

/** What a change of a member is, as it is kept; undefined where nothing is another than before. */
function actOf(
  present: MemberRecord | undefined,
  wanted: MemberRecord,
): Pick<AuditEntry, 'what' | 'from' | 'to'> | undefined {
  const from = present && standingText(present);
  if (wanted.removed) return { what: 'member.remove', from };
  const to = standingText(wanted);
  if (!present) return { what: 'member.add', to };
  return from === to ? undefined : { what: 'member.change', from, to };
}

function standingAfter(wanted: MemberRecord): Standing {
  return wanted.removed ? { role: 'referrals-user', locations: [] } : wanted;
}

async function missingLocation(
  deps: AdministerDeps,
  organization: Organization,
  { locations }: Standing,
): Promise<string | undefined> {
  if (locations === 'all') return undefined;
  const known = new Set((await locationsOf(deps, organization)).map(({ mpnId }) => mpnId));
  return locations.find((mpnId) => !known.has(mpnId));
}
