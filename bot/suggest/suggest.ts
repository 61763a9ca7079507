import { z } from 'zod';
import type { Turn } from '#dialogs/turn/turn.ts';
import { customersDataset } from './customers.ts';
import type { Dataset, Suggestion } from './dataset.ts';
import { partnersDataset } from './partners.ts';
import { solutionsDataset } from './solutions.ts';

/** A client shows no more. */
const MOST_SHOWN = 15;
const MOST_SKIPPED = 35;

/** What the datasets need. */
export type SuggestDeps = Parameters<typeof customersDataset>[0] &
  Parameters<typeof partnersDataset>[0] &
  Parameters<typeof solutionsDataset>[0];

/** Every dataset that a card may name in `choices.data`. */
const datasets: Readonly<Record<string, Dataset<SuggestDeps>>> = {
  customers: customersDataset,
  partners: partnersDataset,
  solutions: solutionsDataset,
};

const searchValue = z.looseObject({
  dataset: z.string(),
  queryText: z.string().max(1_000).nullish(),
  queryOptions: z
    .looseObject({
      skip: z.number().int().min(0).max(MOST_SKIPPED).catch(0),
      top: z.number().int().min(1).catch(MOST_SHOWN),
    })
    .nullish()
    .catch(undefined),
  data: z.record(z.string(), z.unknown()).optional().catch(undefined),
});

/** A search that can be answered. */
export interface SearchRequest {
  dataset: string;
  text: string;
  inputs: Readonly<Record<string, string>>;
  skip: number;
  top: number;
}

/** Reads the value of an `application/search`; undefined for what is none, or names a dataset that is not there. */
export function readSearch(value: unknown): SearchRequest | undefined {
  const parsed = searchValue.safeParse(value);
  if (!parsed.success || !Object.hasOwn(datasets, parsed.data.dataset)) return undefined;
  const { dataset, queryText, queryOptions, data = {} } = parsed.data;
  const inputs = Object.entries(data).flatMap(([id, input]) =>
    typeof input === 'string' ? [[id.split('.')[0] ?? id, input.slice(0, 200)] as const] : [],
  );
  return {
    dataset,
    text: queryText ?? '',
    inputs: Object.fromEntries(inputs),
    skip: queryOptions?.skip ?? 0,
    top: Math.min(queryOptions?.top ?? MOST_SHOWN, MOST_SHOWN),
  };
}

/** The suggestions for a person; nobody without rights learns that there are any. */
export async function suggest(
  deps: SuggestDeps,
  turn: Turn,
  asked: SearchRequest,
): Promise<readonly Suggestion[]> {
  const { member } = turn;
  const dataset = datasets[asked.dataset];
  if (!member || !dataset) return [];
  const { text, inputs, skip, top } = asked;
  const found = await dataset(deps, { ...turn, member }, { text, inputs, limit: skip + top });
  return found.slice(skip, skip + top);
}
