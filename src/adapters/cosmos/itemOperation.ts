import type { Container, OperationInput, OperationResponse } from '@azure/cosmos';
import type { Item } from './item.ts';

/** Something that is done with one item. */
export type ItemOperation =
  | { operationType: 'Read'; id: string; partitionKey: string }
  | { operationType: 'Create'; partitionKey: string; resourceBody: Item }
  | { operationType: 'Replace'; id: string; partitionKey: string; ifMatch: string; resourceBody: Item };

/** How it ended; of a read that found nothing the item is missing. */
export interface ItemAnswer {
  statusCode: number;
  substatus?: number | undefined;
  eTag?: string | undefined;
  resource?: Item | undefined;
}

/** Carries out one operation in a request of its own. Throws as the SDK does what is no success. */
export async function carryOutAlone(
  container: Container,
  operation: ItemOperation,
  abortSignal: AbortSignal,
): Promise<ItemAnswer> {
  const { operationType, partitionKey } = operation;
  if (operationType === 'Read') {
    const found = await container.item(operation.id, partitionKey).read<Item>({ abortSignal });
    const { statusCode, substatus, resource } = found;
    return { statusCode, substatus, resource };
  }
  const { resourceBody: item } = operation;
  if (operationType === 'Create') {
    const options = { abortSignal, disableAutomaticIdGeneration: true };
    const { statusCode, etag } = await container.items.create(item, options);
    return { statusCode, eTag: etag };
  }
  const accessCondition = { type: 'IfMatch', condition: operation.ifMatch };
  const target = container.item(operation.id, partitionKey);
  const { statusCode, etag } = await target.replace(item, { abortSignal, accessCondition });
  return { statusCode, eTag: etag };
}

/**
 * Carries out several in one request: no transaction, each succeeds or fails by itself. The answers are in their order,
 * each a value or the error that it would have thrown alone; throws where nobody knows how far it came.
 */
export async function carryOutTogether(
  container: Container,
  operations: readonly ItemOperation[],
): Promise<(ItemAnswer | Error)[]> {
  try {
    // The successor of this call waits for a second before it sends what does not fill a request.
    const answers: readonly OperationResponse[] = await container.items.bulk(
      operations as unknown as OperationInput[],
      { continueOnError: true },
    );
    return operations.map((operation, at) => answerOf(operation, answers[at]));
  } catch (error) {
    throw (error as Error).cause ?? error;
  }
}

function answerOf(
  { operationType }: ItemOperation,
  given: OperationResponse | undefined,
): ItemAnswer | Error {
  const { statusCode, eTag, resourceBody } = given ?? { statusCode: 500 };
  if (statusCode < 400) return { statusCode, eTag, resource: resourceBody as Item | undefined };
  if (statusCode === 404 && operationType === 'Read') return { statusCode };
  const { retryAfterMilliseconds: retryAfter } = (given ?? {}) as { retryAfterMilliseconds?: unknown };
  return Object.assign(new Error(`one of several was answered ${statusCode}`), {
    // Not even tried, because of another one.
    code: statusCode === 424 ? 429 : statusCode,
    ...(typeof retryAfter === 'number' && { retryAfterInMs: retryAfter }),
  });
}
