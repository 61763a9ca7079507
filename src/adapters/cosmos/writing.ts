import type { Container } from '@azure/cosmos';
import { canExist, checkDraft, encodeText } from '#ports/documentKeys.ts';
import type { DocumentDraft, StoredDocument, WriteResult } from '#ports/documents.ts';
import { httpStatusOf, insist, unavailable } from './attempts.ts';
import type { Gathering } from './gathering.ts';
import { continued, fromEtag, type History, holds, toEtag, type Version } from './history.ts';
import { type Item, itemId, newWriteId, toDocument, toItem } from './item.ts';

/** What reads and writes need. */
export interface Session {
  container: Container;
  /** The way to its items, which all that happens at the same time share. */
  ask: Gathering;
  /** When the operation gives up, on the clock of `performance.now`. */
  deadline: number;
  /** Milliseconds since 1970. */
  now(): number;
}

/** The item as it stands, or nothing. */
export async function readItem(session: Session, partition: string, id: string): Promise<Item | undefined> {
  // An account answers a name that is longer than it takes with an error.
  if (!canExist(partition, id)) return undefined;
  const operation = { operationType: 'Read', id: itemId(id), partitionKey: encodeText(partition) } as const;
  return insist(session.deadline, async (signal) => {
    const { resource, statusCode, substatus } = await session.ask.item(operation, signal);
    // The SDK reports every 404 as "not there", even that of a replica which lags behind our session.
    if (statusCode === 404 && substatus === 1002) {
      throw Object.assign(new Error('the replica lags behind'), { code: 404, substatus });
    }
    return resource;
  });
}

/** Creates a document; after a lost answer finds out whether it was done. */
export async function create<B>(session: Session, draft: DocumentDraft<B>): Promise<WriteResult<B>> {
  checkDraft(draft);
  const write = newWriteId();
  const history = { born: write, writes: [write] };
  const item = toItem(draft, history, session.now());
  const operation = { operationType: 'Create', partitionKey: item.partition, resourceBody: item } as const;
  // Each round ends in an answer unless the document came and went in between.
  for (let round = 0; round < 3; round++) {
    try {
      const { eTag = '' } = await insist(session.deadline, (signal) => session.ask.item(operation, signal));
      return { ok: true, document: toDocument(item, toEtag(eTag, history)) };
    } catch (error) {
      if (httpStatusOf(error) !== 409) throw error;
    }
    const found = await readItem(session, draft.partition, draft.id);
    if (!found) continue;
    return holds(found, write) ? ours(item, found, write) : { ok: false, reason: 'exists' };
  }
  throw unavailable(new Error('a document comes and goes'));
}

/** Replaces a document; after a lost answer finds out whether it was done. */
export async function replace<B>(
  session: Session,
  draft: DocumentDraft<B>,
  etag: string,
): Promise<WriteResult<B>> {
  checkDraft(draft);
  const version = fromEtag(etag);
  const write = newWriteId();
  const history = continued(version, write);
  const item = toItem(draft, history, session.now());
  const { id, partition: partitionKey } = item;
  const ifMatch = version.condition;
  const operation = { operationType: 'Replace', id, partitionKey, ifMatch, resourceBody: item } as const;
  try {
    const { eTag = '' } = await insist(session.deadline, (signal) => session.ask.item(operation, signal));
    return { ok: true, document: toDocument(item, toEtag(eTag, history)) };
  } catch (error) {
    if (httpStatusOf(error) === 404) return { ok: false, reason: 'missing' };
    if (httpStatusOf(error) !== 412) throw error;
    const found = await readPast(session, draft.partition, draft.id, version, error);
    if (!found) return { ok: false, reason: 'missing' };
    return holds(found, write) ? ours(item, found, write) : { ok: false, reason: 'conflict' };
  }
}

/**
 * Removes a document. When an answer was lost and the document is gone, it counts as removed by us: of two who remove
 * at that moment, both may be told so.
 */
export async function remove(
  session: Session,
  partition: string,
  id: string,
  etag: string,
): Promise<WriteResult> {
  const version = fromEtag(etag);
  const before = await readItem(session, partition, id);
  if (!before) return { ok: false, reason: 'missing' };
  if (before._etag !== version.condition) return { ok: false, reason: 'conflict' };
  const done: WriteResult = { ok: true, document: toDocument(before) };
  let uncertain = false;
  try {
    const target = session.container.item(before.id, before.partition);
    const accessCondition = { type: 'IfMatch', condition: version.condition };
    await insist(
      session.deadline,
      (abortSignal) => target.delete({ abortSignal, accessCondition }),
      () => {
        uncertain = true;
      },
    );
    return done;
  } catch (error) {
    uncertain ||= repeatedBySdk(error);
    if (httpStatusOf(error) === 404) return uncertain ? done : { ok: false, reason: 'missing' };
    if (httpStatusOf(error) !== 412) throw error;
    const found = await readPast(session, partition, id, version, error);
    if (!found || found.born !== before.born) return uncertain ? done : { ok: false, reason: 'missing' };
    return { ok: false, reason: 'conflict' };
  }
}

/** Our write held, though the answer was lost; others may have written since. */
function ours<B>(item: Item, found: Item, write: string): WriteResult<B> {
  const current = found.writes[0] === write && found._etag;
  const document: StoredDocument<B> = toDocument(item, toEtag(current || 'superseded', historyOf(item)));
  return { ok: true, document };
}

/** Reads what stands in the way of a write; a replica that still shows the version we wrote against is behind. */
async function readPast(
  session: Session,
  partition: string,
  id: string,
  version: Version,
  cause: unknown,
): Promise<Item | undefined> {
  return insist(session.deadline, async () => {
    const found = await readItem(session, partition, id);
    if (found?._etag !== version.condition) return found;
    throw Object.assign(new Error('the replica lags behind', { cause }), { code: 404, substatus: 1002 });
  });
}

/** Whether the SDK itself sent the request more than once, so that an earlier one may have been carried out. */
function repeatedBySdk(error: unknown): boolean {
  const { diagnostics } = error as { diagnostics?: { clientSideRequestStatistics?: unknown } };
  const statistics = diagnostics?.clientSideRequestStatistics as
    | { retryDiagnostics?: { failedAttempts?: unknown[] } }
    | undefined;
  return (statistics?.retryDiagnostics?.failedAttempts?.length ?? 0) > 0;
}

function historyOf({ born, writes }: Item): History {
  return { born, writes };
}
