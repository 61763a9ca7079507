import type { Solution } from '../domain/referral.ts';

export interface SolutionQuery {
  organization: string;
  /** Words of the name, or an id; empty for the first ones. */
  text: string;
  kinds: readonly Solution['kind'][];
  /** 1 to 100. */
  limit: number;
}

/** The solutions that can be put into a deal (CR-23). Throws UnavailableError when it can't be reached. */
export interface SolutionCatalog {
  /** Own solutions first, then by name. */
  search(query: SolutionQuery): Promise<readonly Solution[]>;
  byId(organization: string, id: string): Promise<Solution | undefined>;
}
