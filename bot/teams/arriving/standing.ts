import { checkStanding, checkStandings, type StandingDeps } from '#app/organization/standing.check.ts';
import type { Log } from '#bot/telemetry/log.ts';
import type { Organizations } from '#ports/organizations.ts';

const EVERY = 3_600_000;

/** Keeps what is known of people's standing younger than a day. */
export interface StandingWatch {
  /** At once, because Teams says that somebody came or went; costs the caller nothing. */
  again(tenantId: string, accountId: string): void;
  stop(): void;
}

export function startStanding(
  deps: StandingDeps & { organizations: Organizations; log: Log },
): StandingWatch {
  const told = (organizationId: string) => (error: unknown) =>
    deps.log.warn({ event: 'standing', organizationId, err: error });
  const sweep = async (): Promise<void> => {
    for (const organization of deps.organizations.all()) {
      await checkStandings(deps, organization).catch(told(organization.id));
    }
  };
  const timer = setInterval(() => void sweep(), EVERY).unref();
  return {
    again(tenantId, accountId) {
      const organization = deps.organizations.byTenant(tenantId);
      if (!organization) return;
      checkStanding(deps, organization, `${tenantId}:${accountId}`).catch(told(organization.id));
    },
    stop: () => clearInterval(timer),
  };
}
