import type { Solution } from '#domain/referral/referral.ts';
import type { ReferralSnapshot } from '#domain/referral/snapshot.ts';
import type { SolutionCatalog } from '#ports/solutions.ts';

/**
 * The snapshot with what the organization's catalog knows of its solutions: Partner Center sends little more than
 * ids, so kind, publisher and eligibility come from the catalog (CR-23, CR-44) and the name from the sender. Throws
 * UnavailableError when the catalog can't be reached.
 */
export async function withKnownSolutions(
  deps: { solutions: Pick<SolutionCatalog, 'byId'> },
  organization: string,
  snapshot: ReferralSnapshot,
): Promise<ReferralSnapshot> {
  const { solutions } = snapshot.facts;
  if (!solutions || solutions.length === 0) return snapshot;
  const known = await Promise.all(
    solutions.map(async (sent): Promise<Solution> => {
      const entry = await deps.solutions.byId(organization, sent.id);
      return entry ? { ...entry, id: sent.id, name: sent.name === sent.id ? entry.name : sent.name } : sent;
    }),
  );
  return { ...snapshot, facts: { ...snapshot.facts, solutions: known } };
}
