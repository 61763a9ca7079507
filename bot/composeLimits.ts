import { randomUUID } from 'node:crypto';
import { type HeldShare, holdShare } from '#app/delivery/share/holdShare.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organizations } from '#ports/organizations.ts';
import { createLimits, type SendingLimits } from './teams/sending/limits/limits.ts';
import { wholeShare } from './teams/sending/limits/tenant.ts';
import type { Ticking } from './teams/sending/limits/ticking.ts';
import { published, type Takes, TENANT_CALLS } from './teams/sending/limits/windows.ts';
import type { Log } from './telemetry/log.ts';

/** What a test may put in place of the real thing. */
export interface LimitReplacements {
  /** The calls that Teams takes, of this process alone. */
  teamsTakes?: Takes;
  /** The time by which they are counted. */
  ticking?: Ticking;
}

/** The limits of calls to Teams, which all processes on one store keep to together. */
export interface ComposedLimits extends SendingLimits {
  /** Gives back what this process had of them; no call may leave any more. */
  close(): Promise<void>;
}

export function composeLimits(
  deps: { ticking: Ticking; store: DocumentStore; organizations: Organizations; log: Log },
  { teamsTakes }: LimitReplacements,
): ComposedLimits {
  const { ticking, store, organizations, log } = deps;
  const owner = randomUUID();
  const held: HeldShare[] = [];
  const shareIn = (organization: string, tenantId: string, onChange: () => void): HeldShare => {
    const share = holdShare({
      ...{ store, organization, tenantId, owner, onChange },
      now: ticking.now,
      pause: ticking.pause,
      within: published.within,
      total: TENANT_CALLS,
      onError: (error) => log.warn({ event: 'sending.share', organizationId: organization, err: error }),
    });
    held.push(share);
    return share;
  };
  const limits = createLimits({
    ticking,
    takes: teamsTakes,
    shareOf(tenantId, onChange) {
      // A tenant that is nobody's has nothing sent to it but that it is unknown.
      const organization = organizations.byTenant(tenantId);
      return teamsTakes || !organization ? wholeShare : shareIn(organization.id, tenantId, onChange);
    },
  });
  return {
    ...limits,
    async close() {
      await Promise.all(held.map((share) => share.giveBack().catch(() => undefined)));
    },
  };
}
