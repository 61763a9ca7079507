import type { WorkHandler } from '#app/store/workerDeps.ts';
import type { StoredDocument } from '#ports/documents.ts';
import { causeIn } from './tracedStore.ts';
import type { SpanFacts, Tracing } from './tracing.ts';

/** The same handlers, each seen as a part of what caused its work. */
export function tracedWork(
  handlers: Readonly<Record<string, WorkHandler>>,
  tracing: Tracing,
): Readonly<Record<string, WorkHandler>> {
  return Object.fromEntries(
    Object.entries(handlers).map(([kind, handle]) => [
      kind,
      (document: StoredDocument, holding) =>
        tracing.span(
          { name: `work ${kind}`, kind: 'consumer', facts: factsOf(document) },
          () => handle(document, holding),
          causeIn(document.body),
        ),
    ]),
  );
}

/** Whose it is. Ids of other documents may be made of what names somebody. */
function factsOf({ kind, partition, id }: StoredDocument): SpanFacts {
  const [organization, , inGroup] = partition.split('/');
  if (kind === 'referral') return { organization, referral: id.slice(id.indexOf(':') + 1) };
  if (kind === 'notice') return { organization, referral: inGroup };
  return { organization };
}
