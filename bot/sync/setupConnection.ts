import { connectionFacts } from '#app/sync/connectionFacts.ts';
import type { ConnectionView } from '#cards/administration/setup/connectionRow.ts';
import type { Count, DocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';

/** How an organization's connection with Partner Center is shown. `mode`: what goes out; undefined without settings. */
export async function connectionViewOf(
  deps: { store: DocumentStore },
  organization: Organization,
  mode: 'read' | 'write' | undefined,
): Promise<ConnectionView> {
  if (mode === undefined) return { state: 'off' };
  const facts = await connectionFacts(deps, organization);
  if (!facts) return { state: 'none' };
  const { record, open, conflict, refused } = facts;
  const { account, connectedAt, lastRead, lastWrite, importing, failing, signedOut } = record;
  return {
    state: 'connected',
    account: account.username,
    since: connectedAt,
    readOnly: mode === 'read',
    lastRead,
    lastWrite,
    importing: importing?.read,
    failing,
    signedOut,
    counts: { open: shown(open), conflict: shown(conflict), refused: shown(refused) },
  };
}

function shown({ count, more }: Count): string {
  return `${count}${more ? '+' : ''}`;
}
