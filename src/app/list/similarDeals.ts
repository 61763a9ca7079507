import { customerTerm, directionAndStatus, solutionTerm } from '#app/referral/dealIndex.ts';
import { isPending, mayFind } from '#domain/list/dealList.ts';
import { becameOf, type SimilarDeals, telling } from '#domain/list/similarDeals.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Membership } from '#domain/referral/rights.ts';
import { queryTerms, wholeWordTerms } from '#domain/values/searchTerms.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { seenBy } from './dealScope.ts';

/** The newest are enough to see how such deals go; every card of a new referral asks for them. */
const MOST_READ = 20;
const EFFORT = 160;
const MOST_SOLUTIONS = 5;

const shelves = (['inbound', 'outbound'] as const).flatMap((direction) =>
  telling.map((status) => directionAndStatus(direction, status)),
);

/**
 * What became of deals like one that waits for an answer (CR-57), among the newest closed ones that the reader may see
 * (CR-2 to CR-4). One bounded query; undefined where there is none, and for a referral that waits for nobody.
 */
export async function similarDealsOf(
  deps: { store: DocumentStore },
  referral: Referral,
  member: Membership,
): Promise<SimilarDeals | undefined> {
  const alike = termsOf(referral);
  if (!isPending(referral) || alike.length === 0) return undefined;
  const { where, terms } = seenBy(member, shelves);
  const { documents } = await deps.store.list<'referral'>({
    partition: referral.organization,
    kind: 'referral',
    where,
    terms: [...terms, alike],
    orderBy: { field: 'created', direction: 'descending' },
    limit: MOST_READ,
    effort: EFFORT,
  });
  const seen = documents.map(({ body }) => body.referral).filter((one) => mayFind(member, one));
  return becameOf(referral, seen);
}

/** One of these terms is carried by every deal with the customer or a solution in common: each by its longest word. */
function termsOf({ customer, solutions = [], wanted }: Referral): string[] {
  const named = [...solutions.flatMap(({ id, name }) => [id, name]), ...wanted.solutions];
  const words = named.slice(0, 2 * MOST_SOLUTIONS).flatMap((name) => longest(wholeWordTerms([name])));
  return [...new Set([...longest(queryTerms(customer.name)).map(customerTerm), ...words.map(solutionTerm)])];
}

function longest(words: readonly string[]): string[] {
  return words.toSorted((one, other) => other.length - one.length).slice(0, 1);
}
