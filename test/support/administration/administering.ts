import { addMember } from '#app/administration/member.add.ts';
import { changeMember } from '#app/administration/member.change.ts';
import { removeMember } from '#app/administration/member.remove.ts';
import type { AdministerInput, MemberOutcome } from '#app/administration/memberChange.ts';
import { type MemberRecord, memberDocumentId } from '#app/organization/member.ts';
import type { Membership, Role } from '#domain/referral/rights.ts';
import { type App, TENANT } from '#test/support/app/runningApp.ts';
import { mailOf } from '#test/support/organization/colleagues.ts';

/** A company-wide admin of that name, or an admin of the named locations. */
export const adminOf = (name: string, locations: Membership['locations'] = 'all'): Membership => ({
  role: 'referrals-admin',
  locations,
  addresses: [mailOf(name)],
});

export function by(app: App, name: string, member: Membership | undefined = adminOf(name)): AdministerInput {
  return { organization: app.organization, personId: `${TENANT}:${name}`, member };
}

export function add(
  app: App,
  who: AdministerInput,
  name: string,
  role: Role = 'referrals-user',
  locations: Membership['locations'] = 'all',
): Promise<MemberOutcome> {
  return addMember(app.deps, { ...who, entry: { email: mailOf(name), name, role, locations } });
}

export function change(
  app: App,
  who: AdministerInput,
  name: string,
  role: Role,
  locations: Membership['locations'] = 'all',
): Promise<MemberOutcome> {
  return changeMember(app.deps, { ...who, email: mailOf(name), standing: { role, locations } });
}

export function remove(app: App, who: AdministerInput, name: string, to?: string): Promise<MemberOutcome> {
  const handover = to ? { to: { name: to, email: mailOf(to) }, addresses: [mailOf(name)] } : undefined;
  return removeMember(app.deps, { ...who, email: mailOf(name), handover });
}

/** A member's document as it stands, removed or not. */
export async function storedMember(app: App, name: string): Promise<MemberRecord | undefined> {
  return (await app.store.read<'member'>('contoso', memberDocumentId(mailOf(name))))?.body;
}

/** The role of somebody who is a member. */
export async function roleOf(app: App, name: string): Promise<Role | undefined> {
  const member = await storedMember(app, name);
  return member?.removed ? undefined : member?.role;
}
