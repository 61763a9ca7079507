/** What nobody documents of Partner Center and what therefore has to be assumed, on the safe side. */
export interface SyncRules {
  /** Milliseconds after which what was created is in the lists for certain, if it was created at all. */
  listLag: number;
  /**
   * Whether the list of an engagement shows Microsoft's record of it. Where it doesn't, one can't find out whether an
   * invitation of which nobody answered arrived, and a person has to look.
   */
  microsoftListed: boolean;
}

/** A quarter of an hour: a deal that is there twice is worse than one that comes late. */
export const usualRules: SyncRules = { listLag: 15 * 60_000, microsoftListed: true };
