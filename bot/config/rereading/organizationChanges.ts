import type { LoadedOrganizations } from '#bot/config/organizationsFile.ts';
import { canonical } from '#domain/values/canonical.ts';
import type { Organization } from '#ports/organizations.ts';

/** What differs between two versions of the organizations file, without what it says of anybody. */
export interface OrganizationChange {
  organizationId: string;
  what: 'added' | 'removed' | 'changed';
  /** Names of the settings that differ, of a changed one. */
  fields: readonly string[];
}

/** One entry for each organization that is not as it was, in the order of their ids. */
export function organizationChanges(
  before: LoadedOrganizations,
  after: LoadedOrganizations,
): OrganizationChange[] {
  const ids = new Set([...before.all(), ...after.all()].map(({ id }) => id));
  return [...ids].sort().flatMap((organizationId): OrganizationChange[] => {
    const [old, next] = [before.byId(organizationId), after.byId(organizationId)];
    if (!old || !next) return [{ organizationId, what: next ? 'added' : 'removed', fields: [] }];
    const fields = [
      ...differing(old, next),
      ...(keysOf(before, organizationId) === keysOf(after, organizationId) ? [] : ['intakeKeyDigests']),
    ];
    return fields.length > 0 ? [{ organizationId, what: 'changed', fields }] : [];
  });
}

function differing(old: Organization, next: Organization): string[] {
  const names = new Set([...Object.keys(old), ...Object.keys(next)]) as Set<keyof Organization>;
  return [...names].filter((name) => canonical(old[name] ?? null) !== canonical(next[name] ?? null));
}

function keysOf({ keyDigests }: LoadedOrganizations, organization: string): string {
  const own = keyDigests.filter(({ organizationId }) => organizationId === organization);
  return own.map(({ digest }) => digest).join();
}
