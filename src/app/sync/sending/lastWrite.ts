import { changeDocument } from '#app/store/changeDocument.ts';
import { CONNECTION_ID, connectionDraft } from '#app/sync/connectionRecord.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';

/** Once a minute says as much as each time, and costs less. */
const OFTEN = 60_000;

/** Keeps when something was last written to Partner Center, to the minute. */
export async function noteWrite(
  deps: { store: DocumentStore; clock: Clock },
  organization: string,
): Promise<void> {
  await changeDocument<'connection', void>(deps, organization, CONNECTION_ID, (document) => {
    if (!document) return { result: undefined };
    const now = deps.clock.now();
    const { body, lease } = document;
    if (body.lastWrite && now.getTime() - Date.parse(body.lastWrite) < OFTEN) return { result: undefined };
    const record = { ...body, lastWrite: now.toISOString() };
    return { draft: connectionDraft(organization, record, lease), result: undefined };
  });
}
