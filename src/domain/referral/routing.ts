import type { ReferralFacts } from './referral.ts';

/** What a channel route asks of a referral; without either it fits all. */
export interface RouteRule {
  location?: string | undefined;
  /** Solution id. */
  solution?: string | undefined;
  /** The solution's name, for referrals that name their solutions without an id. */
  solutionName?: string | undefined;
}

type Routed = Pick<ReferralFacts, 'location' | 'solutions' | 'wanted'>;

/** The same for the same rule: one rule leads to one channel. */
export function ruleKey({ location, solution }: RouteRule): string {
  return [location, solution].map((part) => (part ? encoded(part) : '*')).join('/');
}

/**
 * The routes that a referral takes (CR-51): of those that fit, the most exact: location and solution before solution
 * before location before all. Several are left only where several of its solutions have a route each.
 */
export function routesFor<R extends RouteRule>(routes: readonly R[], referral: Routed): R[] {
  const fitting = routes.filter((route) => fits(route, referral));
  const best = Math.max(...fitting.map(exactness));
  return fitting.filter((route) => exactness(route) === best);
}

function exactness({ location, solution }: RouteRule): number {
  return (solution ? 2 : 0) + (location ? 1 : 0);
}

function fits(route: RouteRule, referral: Routed): boolean {
  if (route.location && route.location !== referral.location) return false;
  if (!route.solution) return true;
  const { solutions = [], wanted } = referral;
  const known = new Set([...solutions.flatMap(({ id, name }) => [id, name]), ...wanted.solutions].map(plain));
  return [route.solution, route.solutionName].some((one) => one !== undefined && known.has(plain(one)));
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}

function encoded(part: string): string {
  return encodeURIComponent(part.toLowerCase()).replaceAll('*', '%2A');
}
