import type { Container, SqlQuerySpec } from '@azure/cosmos';
import type { Item } from './item.ts';
import { carryOutAlone, carryOutTogether, type ItemAnswer, type ItemOperation } from './itemOperation.ts';

/** What is asked of a container. Whatever is no success is thrown as the SDK throws it. */
export interface Gathering {
  /** A read that finds nothing is no failure. */
  item(operation: ItemOperation, signal: AbortSignal): Promise<ItemAnswer>;
  query(query: ItemQuery, signal: AbortSignal): Promise<Item[]>;
}

/** A query for items. */
export interface ItemQuery {
  query: SqlQuerySpec;
  /** All of them where it is undefined. */
  partition: string | undefined;
  /** When so many are found, nobody looks further; without it all are. */
  most?: number | undefined;
}

/** The most operations that one request may hold. */
const MOST = 100;

interface Asked {
  operation: ItemOperation;
  signal: AbortSignal;
  answer: PromiseWithResolvers<ItemAnswer>;
}

/**
 * What is asked of single items in one turn of the event loop goes to the account as one request, and what is asked twice
 * is asked once. Each operation succeeds or fails by itself under its own condition: it is no transaction (ADR 3), and
 * costs as many request units as alone.
 */
export function gathering(container: Container): Gathering {
  let waiting: Asked[] = [];
  const known = new Map<string, Promise<unknown>>();

  const turnEnds = () => {
    const turn = waiting;
    waiting = [];
    known.clear();
    for (let from = 0; from < turn.length; from += MOST) void send(container, turn.slice(from, from + MOST));
  };
  /** Nobody's answer is older than their question: what one turn asks is sent when it is over. */
  const once = <T>(key: string, ask: () => Promise<T>): Promise<T> => {
    const asked = known.get(key);
    if (asked !== undefined) return asked as Promise<T>;
    if (known.size === 0) setImmediate(turnEnds);
    const answer = ask();
    known.set(key, answer);
    return answer;
  };
  let writes = 0;

  return {
    item(operation, signal) {
      const reads = operation.operationType === 'Read';
      return once(reads ? JSON.stringify(operation) : `write ${++writes}`, () => {
        const answer = Promise.withResolvers<ItemAnswer>();
        waiting.push({ operation, signal, answer });
        return answer.promise;
      });
    },
    query(query, signal) {
      return once(JSON.stringify(query), async () => {
        await new Promise<void>((resolve) => setImmediate(resolve));
        return find(container, query, signal);
      });
    },
  };
}

async function send(container: Container, asked: readonly Asked[]): Promise<void> {
  const [first, ...others] = asked;
  if (first && others.length === 0) {
    const { operation, signal, answer } = first;
    return carryOutAlone(container, operation, signal).then(answer.resolve, answer.reject);
  }
  try {
    const answers = await carryOutTogether(
      container,
      asked.map(({ operation }) => operation),
    );
    for (const [at, { answer }] of asked.entries()) {
      const given = answers[at] ?? new TypeError('no answer');
      if (given instanceof Error) answer.reject(given);
      else answer.resolve(given);
    }
  } catch (error) {
    // Each finds out for itself what became of it.
    for (const { answer } of asked) answer.reject(error);
  }
}

async function find(
  container: Container,
  { query, partition, most = Number.POSITIVE_INFINITY }: ItemQuery,
  abortSignal: AbortSignal,
): Promise<Item[]> {
  const found: Item[] = [];
  const scope = partition === undefined ? {} : { partitionKey: partition };
  const page = Number.isFinite(most) ? { maxItemCount: most } : {};
  const pages = container.items.query<Item>(query, { ...scope, ...page, abortSignal });
  while (pages.hasMoreResults() && found.length < most) {
    const { resources = [] } = await pages.fetchNext();
    found.push(...resources);
  }
  return found;
}
