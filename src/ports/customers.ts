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
