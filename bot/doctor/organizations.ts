import { loadOrganizations } from '#bot/config/organizationsFile.ts';
import { ConfigError } from '#ports/errors.ts';
import type { Organization } from '#ports/organizations.ts';
import { about, type Finding } from './finding.ts';

const { ok, warning, wrong } = about('organizations');

/** Everything that is wrong with the organizations file; the organizations, where nothing is. */
export function lookAtOrganizations(
  path: string,
  canBeConnected: boolean,
): { findings: Finding[]; organizations: readonly Organization[] } {
  try {
    const loaded = loadOrganizations(path);
    const organizations = loaded.all();
    const withKey = new Set(loaded.keyDigests.map(({ organizationId }) => organizationId));
    const names = organizations.map(({ id }) => id).join(', ');
    return {
      organizations,
      findings: [
        ok(`${path}: ${organizations.length} can be read: ${names}`),
        ...organizations.flatMap((one) => lookAtOne(one, withKey.has(one.id) || canBeConnected)),
      ],
    };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { findings: error.problems.map(wrong), organizations: [] };
  }
}

function lookAtOne({ id, members }: Organization, getsReferrals: boolean): Finding[] {
  const admins = members.filter(({ role, locations }) => role === 'referrals-admin' && locations === 'all');
  return [
    ...(admins.length > 0
      ? []
      : [
          warning(
            `${id} lists no referrals admin of all locations: unless one was made by card, nobody can run it; list one`,
          ),
        ]),
    ...(getsReferrals
      ? []
      : [
          warning(
            `${id} has no intake key, and no settings for Partner Center are there: no referral can come in; npm run intake:key makes one`,
          ),
        ]),
  ];
}
