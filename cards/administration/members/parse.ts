import { formVersionOf, readInputs } from '#cards/form/inputs.ts';
import type { Role } from '#domain/referral/rights.ts';
import { ALL } from './describe.ts';
import type { MemberField, MemberForm } from './view.ts';

/** Who is meant, as far as a form says it; whom that is has to be found out. */
export interface PersonEntry {
  /** A directory id of the people picker. */
  picked?: string | undefined;
  /** E-mail of one of the people who were offered. */
  match?: string | undefined;
  typed?: string | undefined;
}

export interface ParsedMember {
  form: MemberForm;
  person: PersonEntry;
  /** Undefined where something is missing; the problem stands at its field. */
  role?: Role | undefined;
  locations?: 'all' | readonly string[] | undefined;
}

const fields: readonly MemberField[] = ['picked', 'person', 'match', 'role', 'locations'];

/** Reads a form of a member as it was sent by a client; never throws. The form is the next one, with problems. */
export function parseMember(sent: unknown): ParsedMember {
  const { typed, problems } = readInputs(sent, fields);
  const role = (['referrals-admin', 'referrals-user'] as const).find((one) => one === typed.role);
  if (!role) problems.role ??= { code: 'role-missing' };
  const chosen = (typed.locations ?? '').split(/[,，、;]/).map((one) => one.trim());
  const named = [...new Set(chosen.filter((one) => one !== '' && one !== ALL))];
  const locations = chosen.includes(ALL) ? ('all' as const) : named;
  if (locations.length === 0) problems.locations ??= { code: 'locations-missing' };
  // The picker posts a list even where one person is chosen.
  const picked = typed.picked?.split(',')[0]?.trim();
  return {
    form: { formVersion: formVersionOf(sent) + 1, typed, problems },
    person: {
      picked: picked || undefined,
      match: typed.match || undefined,
      typed: typed.person || undefined,
    },
    role,
    locations: locations.length === 0 ? undefined : locations,
  };
}
