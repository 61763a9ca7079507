import type { DealFilters, DealList } from '#domain/list/dealList.ts';

/** Many ways of saying the same thing in one language; sentences are parted by points in the middle, and by lines. */
export interface SpokenTable {
  /** What is said, and the ways of saying it. */
  means: readonly (readonly [said: Readonly<Record<string, unknown>>, texts: string])[];
  /** Answers to what was asked, by what they answer; a number stands for a place in a list. */
  replies: Readonly<Record<'yes' | 'no' | 'forget' | 2, string>>;
  /** What changes nothing, although words of a change are in it. */
  nothing: string;
}

/** The sentences of a text. */
export function sentences(text: string): string[] {
  return text
    .split(/[·\n]/u)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** Something about one deal alone. */
export function of(verb: string, deal: string) {
  return { verb, deal: deal === 'it' ? deal : { words: deal } };
}

/** A list, narrowed. */
export function listed(filters: DealFilters, list: DealList = 'all') {
  return { verb: 'deals.list', list, filters };
}
