import type { Standing } from '#domain/administration/administration.ts';
import {
  type AdministerDeps,
  type AdministerInput,
  changeMemberRecord,
  type MemberOutcome,
} from './memberChange.ts';

/** Makes somebody a member (CR-1 to CR-5); known to the bot already or not, by e-mail alone. */
export function addMember(
  deps: AdministerDeps,
  input: AdministerInput & { entry: Standing & { email: string; name?: string | undefined } },
): Promise<MemberOutcome> {
  const email = input.entry.email.toLowerCase();
  const { role, locations, name } = input.entry;
  return changeMemberRecord(deps, input, {
    email,
    next: (present) => (present ? { kind: 'exists', member: present } : { email, role, locations, name }),
  });
}
