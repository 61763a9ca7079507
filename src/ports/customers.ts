/** A legal entity of the customer directory. */
export interface CustomerEntry {
  /** Stable over imports. */
  id: string;
  name: string;
  addressLines: readonly string[];
  city?: string | undefined;
  state?: string | undefined;
  postalCode?: string | undefined;
  /** ISO 3166-1 alpha-2, capitals. */
  country: string;
  /** Nine digits. */
  duns?: string | undefined;
  microsoftAccountId?: string | undefined;
}

export interface CustomerQuery {
  /** Name and place in any order, as far as it is typed; the last word may be unfinished. */
  text: string;
  /** Only this country, ISO 3166-1 alpha-2, capitals. */
  country?: string | undefined;
  /** Searched first, where no country is given. */
  preferredCountry?: string | undefined;
  /** 1 to 50. */
  limit: number;
}

export interface CustomerMatches {
  /** `nearest`: nothing fits what was typed, these are the nearest names. */
  kind: 'matches' | 'nearest';
  customers: readonly CustomerEntry[];
}

/** The directory of customers. Throws UnavailableError when it can't be reached. */
export interface CustomerDirectory {
  search(query: CustomerQuery): Promise<CustomerMatches>;
  byId(id: string): Promise<CustomerEntry | undefined>;
}

/** What an import tells of a legal entity; who it is follows from it. */
export type CustomerFacts = Omit<CustomerEntry, 'id'>;

export type Registered = 'created' | 'changed' | 'unchanged';

/** The directory as an import fills it. Throws UnavailableError when it can't be reached. */
export interface CustomerRegister {
  /**
   * Takes over what is told of some customers, one after the other where two are the same: identity is the D-U-N-S
   * number, else the Microsoft account id, else name, address, city and country. What is known already is not
   * written. The outcomes stand in the order of the facts.
   */
  register(facts: readonly CustomerFacts[]): Promise<readonly Registered[]>;
}
