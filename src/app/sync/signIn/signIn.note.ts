import { changeDocument } from '#app/store/changeDocument.ts';
import { CONNECTION_ID, type ConnectionRecord, connectionDraft } from '#app/sync/connectionRecord.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { TOKEN_ID, tokenDraft } from './tokenRecord.ts';

export interface NoteDeps {
  store: DocumentStore;
  clock: Clock;
  wake: () => void;
}

/** Writes down that the sign-in of an organization is good for nothing any more, once, and has admins told of it soon. */
export async function noteSignedOut(deps: NoteDeps, organization: string, code: string): Promise<void> {
  await noteChange(deps, organization, ({ signedOut, ...record }, at) =>
    signedOut ? undefined : { ...record, signedOut: { code, at } },
  );
}

/** Writes down that Partner Center takes the sign-in again; nothing where nobody said otherwise. */
export async function noteSignedIn(deps: NoteDeps, organization: string): Promise<void> {
  await noteChange(deps, organization, ({ signedOut, ...record }, at) =>
    signedOut ? { ...record, usedAt: at } : undefined,
  );
}

async function noteChange(
  deps: NoteDeps,
  organization: string,
  change: (record: ConnectionRecord, at: string) => ConnectionRecord | undefined,
): Promise<void> {
  const at = deps.clock.now().toISOString();
  const changed = await changeDocument<'connection', boolean>(
    deps,
    organization,
    CONNECTION_ID,
    (document) => {
      const record = document && change(document.body, at);
      return record && document
        ? { draft: connectionDraft(organization, record, document.lease), result: true }
        : { result: false };
    },
  );
  if (!changed) return;
  await changeDocument<'token', void>(deps, organization, TOKEN_ID, (document) => ({
    draft: document && tokenDraft(organization, { ...document.body, nextLook: at }, document.lease),
    result: undefined,
  }));
  deps.wake();
}
