/** A company of the co-sell ecosystem that can be invited to a deal (CR-29). */
export interface Partner {
  /** Organization id. */
  organization: string;
  name: string;
}

export interface PartnerQuery {
  /** Who asks: nobody finds oneself. */
  own: string;
  /** The beginnings of words of the name, in any order; empty: the first by alphabet. */
  text: string;
  limit: number;
}

export interface PartnersFound {
  /** `nearest`: nothing fits what was typed, these are the nearest names; there may be none. */
  kind: 'matches' | 'nearest';
  /** The best first; a name that was typed exactly before longer ones. */
  partners: readonly Partner[];
}

/** The partners that can be invited by name. Microsoft is none of them: it is invited as itself. */
export interface PartnerDirectory {
  /** Throws UnavailableError when the directory is away. */
  search(query: PartnerQuery): Promise<PartnersFound>;
}
