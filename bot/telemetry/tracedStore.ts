import type { Clock } from '#ports/clock.ts';
import type { AnyDocumentStore, DocumentDraft } from '#ports/documents.ts';
import type { Tracing } from './tracing.ts';

/** What is to be done later than that has a trace of its own: a chain of days is no help to anybody. */
const SOON = 3_600_000;

/**
 * The same store, whose operations are seen, and whose documents carry what caused the work that is left in them. Once a
 * document is worked on, that is gone again.
 */
export function tracedStore(store: AnyDocumentStore, tracing: Tracing, clock: Clock): AnyDocumentStore {
  const seen = <T>(operation: string, partition: string, kind: string | undefined, work: () => Promise<T>) =>
    // What nobody asked for, such as the worker's look every few seconds, would be a trace each.
    tracing.here() === undefined
      ? work()
      : tracing.span(
          {
            name: `store ${operation}`,
            kind: 'client',
            facts: { organization: partition.split('/', 1)[0], kind },
          },
          work,
        );
  const marked = <B>(draft: DocumentDraft<B>): DocumentDraft<B> => {
    const here = tracing.here();
    if (here === undefined) return draft;
    const { dueAt, body } = draft;
    const soon = dueAt !== undefined && Date.parse(dueAt) - clock.now().getTime() < SOON;
    return { ...draft, body: soon ? { ...body, trace: here } : withoutTrace(body) };
  };
  return {
    read: (partition, id) => seen('read', partition, undefined, () => store.read(partition, id)),
    create: (draft) => seen('create', draft.partition, draft.kind, () => store.create(marked(draft))),
    replace: (draft, etag) =>
      seen('replace', draft.partition, draft.kind, () => store.replace(marked(draft), etag)),
    remove: (partition, id, etag) =>
      seen('remove', partition, undefined, () => store.remove(partition, id, etag)),
    list: (query) => seen('list', query.partition, query.kind, () => store.list(query)),
    count: (query) => seen('count', query.partition, query.kind, () => store.count(query)),
    due: (now, limits) => store.due(now, limits),
    ping: () => store.ping(),
    close: () => store.close(),
  };
}

/** What caused the work that is left in a document; undefined where nobody followed it. */
export function causeIn(body: unknown): string | undefined {
  const { trace } = Object(body) as { trace?: unknown };
  return typeof trace === 'string' ? trace : undefined;
}

function withoutTrace<B>(body: B): B {
  if (causeIn(body) === undefined) return body;
  const { trace: _, ...rest } = body as B & { trace: string };
  return rest as B;
}
