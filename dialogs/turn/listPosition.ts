import { z } from 'zod';
import type { OpenedFrom } from '#app/list/deal.open.ts';
import { dealLists } from '#domain/list/dealList.ts';
import { dealFilters } from './dealFilters.ts';

/** Where a button stands: in a list or among the finds of a search, on the page that begins with a deal. */
export const listPosition = z.looseObject({
  list: z.enum(dealLists).optional(),
  /** What the list is narrowed to this once; without it, what is remembered holds. */
  filters: dealFilters.optional(),
  text: z.string().max(200).optional(),
  first: z.string().max(200).optional(),
});
export type ListPosition = Pick<z.infer<typeof listPosition>, 'list' | 'filters' | 'text' | 'first'>;

/** The list that a deal is opened from. */
export function fromOf({ list, filters, text }: ListPosition): OpenedFrom | undefined {
  if (list) return { list, filters };
  return text ? { text } : undefined;
}

/** What a press says of the list from which its card was opened; undefined where it was opened from none. */
export function listPositionIn(data: Readonly<Record<string, unknown>>): ListPosition | undefined {
  const parsed = listPosition.safeParse(data.place);
  return parsed.success && fromOf(parsed.data) ? parsed.data : undefined;
}
