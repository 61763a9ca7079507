import { personalPartition } from '#app/contact/personal.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { type DealFilters, type DealList, type ListChoice, usualOrder } from '#domain/list/dealList.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    'list-choice': ListChoice;
  }
}

/** How a person wanted to see a list the last time (CR-15), or with these filters this once. */
export async function listChoiceOf(
  deps: { store: DocumentStore },
  input: { organization: string; personId: string; list: DealList; filters?: DealFilters | undefined },
): Promise<ListChoice> {
  const { organization, personId, list, filters } = input;
  const partition = personalPartition(organization, personId);
  const document = await deps.store.read<'list-choice'>(partition, choiceId(list));
  const remembered = document?.body ?? { ...usualOrder(list, filters), filters: {} };
  return filters ? { ...remembered, filters } : remembered;
}

/** Keeps how a person wants to see a list, until it is chosen otherwise (CR-15). */
export async function keepChoice(
  deps: { store: DocumentStore; clock: Clock },
  input: { organization: string; personId: string; list: DealList; choice: ListChoice },
): Promise<void> {
  const { organization, personId, list, choice } = input;
  const partition = personalPartition(organization, personId);
  const id = choiceId(list);
  await changeDocument<'list-choice', void>(deps, partition, id, () => ({
    draft: { partition, id, kind: 'list-choice', schema: 1, body: choice },
    result: undefined,
  }));
}

function choiceId(list: DealList): string {
  return `list:${list}`;
}
