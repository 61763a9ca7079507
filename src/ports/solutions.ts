import type { Solution } from '#domain/referral/referral.ts';

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
  /** Own solutions first, assessments last, else by name. */
  search(query: SolutionQuery): Promise<readonly Solution[]>;
  byId(organization: string, id: string): Promise<Solution | undefined>;
}

/** What an import did to a catalog. */
export interface SolutionCounts {
  added: number;
  changed: number;
  unchanged: number;
}

/** One import into one catalog. Throws UnavailableError when it can't be reached. */
export interface SolutionImport {
  /** Takes in some of the solutions; one that is there under the same id is replaced. */
  put(solutions: readonly Solution[]): Promise<SolutionCounts>;
  /** Removes what earlier imports brought and this one did not; how many those were. */
  dropOthers(): Promise<number>;
}
