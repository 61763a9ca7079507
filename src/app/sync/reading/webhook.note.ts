import { changeDocument } from '#app/store/changeDocument.ts';
import { CONNECTION_ID, connectionDraft } from '#app/sync/connectionRecord.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';

/** Remembers at which address webhooks were registered for an organization from here; without one that they no longer are. */
export async function noteWebhook(
  deps: { store: DocumentStore; clock: Clock },
  organization: string,
  url: string | undefined,
): Promise<void> {
  const webhook = url === undefined ? undefined : { url, at: deps.clock.now().toISOString() };
  await changeDocument<'connection', void>(deps, organization, CONNECTION_ID, (document) => ({
    draft: document && connectionDraft(organization, { ...document.body, webhook }, document.lease),
    result: undefined,
  }));
}
