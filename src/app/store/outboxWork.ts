import type { Clock } from '#ports/clock.ts';
import type { StoredDocument } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import { dueEvents, failed, type OutboxEvent } from './outbox.ts';

/**
 * Called for what is given up after repeated failures, before it is written down as such: an administrator must be able to
 * find it. Throws where that can't be said now; then it is given up later.
 */
export type OnSetAside = (document: StoredDocument, reason: string) => Promise<void> | void;

/** Ids of the events that are done (`undefined`) or failed once more (the event as it is now). */
export type OutboxResults<E extends OutboxEvent> = Map<string, E | undefined>;

/**
 * Carries out the due events of a document's outbox in their order. One that fails is to be tried again later and blocks
 * none behind it; one that failed for good is reported and set aside. Throws nothing that an effect throws.
 */
export async function carryOut<E extends OutboxEvent>(
  deps: { clock: Clock; onSetAside: OnSetAside },
  document: StoredDocument,
  outbox: readonly E[],
  effect: (event: E) => Promise<void>,
): Promise<OutboxResults<E>> {
  const results: OutboxResults<E> = new Map();
  for (const event of dueEvents(outbox, deps.clock.now())) {
    try {
      await effect(event);
      results.set(event.id, undefined);
    } catch (error) {
      const next = failed(event, deps.clock.now(), String(error), error instanceof UnavailableError);
      results.set(event.id, next);
      if (next.setAside) await deps.onSetAside(document, `${next.type}: ${next.setAside}`);
    }
  }
  return results;
}

/** Whether an event was carried out. */
export function isDone(results: ReadonlyMap<string, unknown>, id: string): boolean {
  return results.has(id) && results.get(id) === undefined;
}

/** Only the events that were carried out here go; what was added meanwhile stays. */
export function withoutDone<E extends OutboxEvent>(outbox: readonly E[], results: OutboxResults<E>): E[] {
  return outbox.flatMap((event) => {
    if (!results.has(event.id)) return [event];
    const next = results.get(event.id);
    return next ? [next] : [];
  });
}
