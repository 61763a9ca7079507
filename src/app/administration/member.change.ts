import type { Standing } from '#domain/administration/administration.ts';
import {
  type AdministerDeps,
  type AdministerInput,
  changeMemberRecord,
  type MemberOutcome,
} from './memberChange.ts';

/** Gives a member another role or other locations (CR-1 to CR-4); it counts from the next press on. */
export function changeMember(
  deps: AdministerDeps,
  input: AdministerInput & { email: string; standing: Standing },
): Promise<MemberOutcome> {
  const { role, locations } = input.standing;
  return changeMemberRecord(deps, input, {
    email: input.email.toLowerCase(),
    next: (present) => (present ? { ...present, role, locations } : { kind: 'unknown' }),
  });
}
