import { CONNECTION_ID } from '#app/sync/connectionRecord.ts';
import type { DocumentKind, DocumentStore } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import type { TokenVault } from '#ports/tokenVault.ts';
import { TOKEN_ID } from './tokenRecord.ts';

const ATTEMPTS = 12;

/**
 * Ends the connection of an organization: a bot that runs stops within seconds, and nothing is left of the sign-in. What
 * was read stays. Throws UnavailableError where store or vault are away; it can be done again.
 */
export async function disconnect(
  deps: { store: DocumentStore; vault: TokenVault },
  organization: string,
): Promise<void> {
  // The connection first: nobody begins anything more with it.
  await removeDocument(deps, organization, CONNECTION_ID);
  await deps.vault.remove(organization);
  await removeDocument(deps, organization, TOKEN_ID);
}

/** Whoever works on it writes to it meanwhile. */
async function removeDocument(
  { store }: { store: DocumentStore },
  organization: string,
  id: string,
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const document = await store.read<DocumentKind>(organization, id);
    if (!document || (await store.remove(organization, id, document.etag)).ok) return;
  }
  throw new UnavailableError('contention');
}
