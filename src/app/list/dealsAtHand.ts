import type { Referral } from '#domain/referral/referral.ts';
import type { Membership } from '#domain/referral/rights.ts';
import { isSearchable } from '#domain/values/searchable.ts';
import { beginsWords, wordsOf } from '#domain/values/searchTerms.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { openPairs, seenBy, workedOnBy } from './dealScope.ts';
import { storedDeals } from './dealSource.ts';
import { searchSourceOf } from './deals.search.ts';
import { linkedDeal } from './linkedDeal.ts';

/** Among so many of the newest a word that is too short for a search is looked for. */
const LOOKED_AT = 50;

/**
 * The deals to choose from while somebody types, at most `most`, with just those that the person may see (CR-2 to CR-4).
 * Without words the newest: first those that the member works on, then the other open ones. With words what a search
 * finds (CR-16); a word that is too short for that finds those of the newest with a name that begins with it; an id or an
 * address finds its deal.
 */
export async function dealsAtHand(
  deps: { store: DocumentStore },
  input: { organization: string; personId: string; member: Membership; text: string },
  most: number,
): Promise<Referral[]> {
  const { text } = input;
  const linked = await linkedDeal(deps, input);
  if (linked) return [linked];
  if (isSearchable(text)) {
    const found = await searchSourceOf(deps, input)?.read(most, undefined, false);
    return found?.deals.map(({ referral }) => referral) ?? [];
  }
  const words = wordsOf(text);
  if (words.length === 0) return newest(deps, input, most);
  const recent = await newest(deps, input, LOOKED_AT);
  return recent.filter(({ name, customer }) => beginsWords(words, [name, customer.name])).slice(0, most);
}

async function newest(
  { store }: { store: DocumentStore },
  { organization, member }: { organization: string; member: Membership },
  most: number,
): Promise<Referral[]> {
  const orderBy = { field: 'created', direction: 'descending' } as const;
  const scopes = [workedOnBy(member), seenBy(member, openPairs)];
  const pages = await Promise.all(
    scopes.map((scope) =>
      storedDeals(store, { partition: organization, ...scope, orderBy }).read(most, undefined, false),
    ),
  );
  const deals = pages.flatMap((page) => page.deals.map(({ referral }) => [referral.id, referral] as const));
  return [...new Map(deals).values()].slice(0, most);
}
