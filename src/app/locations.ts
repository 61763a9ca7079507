import type { DocumentStore } from '../ports/documents.ts';
import type { Location, Organization } from '../ports/organizations.ts';

/** The locations of an organization, in the order in which they are offered. */
export async function locationsOf(
  _deps: { store: DocumentStore },
  organization: Organization,
): Promise<readonly Location[]> {
  return organization.locations;
}
