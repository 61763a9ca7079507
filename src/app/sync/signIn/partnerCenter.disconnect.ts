import { removeDocument } from '#app/store/removeDocument.ts';
import { CONNECTION_ID } from '#app/sync/connectionRecord.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import type { TokenVault } from '#ports/tokenVault.ts';
import { TOKEN_ID } from './tokenRecord.ts';

/**
 * Ends the connection of an organization: a bot that runs stops within seconds, and nothing is left of the sign-in. What
 * was read stays. Throws UnavailableError where store or vault are away; it can be done again.
 */
export async function disconnect(
  deps: { store: DocumentStore; vault: TokenVault },
  organization: string,
): Promise<void> {
  // The connection first: nobody begins anything more with it.
  await removeSurely(deps, organization, CONNECTION_ID);
  await deps.vault.remove(organization);
  await removeSurely(deps, organization, TOKEN_ID);
}

/** Whoever works on it writes to it meanwhile. */
async function removeSurely(deps: { store: DocumentStore }, organization: string, id: string): Promise<void> {
  if ((await removeDocument(deps, organization, id)) === 'contended')
    throw new UnavailableError('contention');
}
