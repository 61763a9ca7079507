import { CONNECTION_ID, type ConnectionRecord, connectionDraft } from '#app/sync/connectionRecord.ts';
import { type App, MONDAY } from '#test/support/app/runningApp.ts';

/** A connection as it is right after somebody signed in. */
export function newConnection(at: string): ConnectionRecord {
  return {
    account: { name: 'Sync account', username: 'sync@contoso.example', tenantId: 'tenant' },
    connectedAt: at,
    usedAt: at,
    importing: { startedAt: at, read: 0, pending: 0, failed: 0 },
    nextPoll: at,
    quietPolls: 0,
  };
}

/** The organization connects: from now on its worker reads from Partner Center. */
export async function connect(app: App, changes: Partial<ConnectionRecord> = {}): Promise<void> {
  const record = { ...newConnection(app.clock.instant), ...changes };
  const written = await app.store.create(connectionDraft(app.organization.id, record));
  if (!written.ok) throw new Error('it is connected already');
  app.worker.look();
}

/** The connection without an import, from a moment on (padded). */
export function connectedSince(watermark: string): Partial<ConnectionRecord> {
  return { importing: undefined, imported: { at: MONDAY, read: 0, failed: 0 }, watermark };
}

export async function connectionOf(app: App): Promise<ConnectionRecord> {
  const document = await app.store.read<'connection'>(app.organization.id, CONNECTION_ID);
  if (!document) throw new Error('it is not connected');
  return document.body;
}

/** Somebody disconnects. */
export async function disconnect(app: App): Promise<void> {
  const document = await app.store.read<'connection'>(app.organization.id, CONNECTION_ID);
  if (document) await app.store.remove(app.organization.id, CONNECTION_ID, document.etag);
}
