import { type Solution, type SolutionKind, solutionKinds } from '#domain/referral/referral.ts';
import { withoutRepeats } from '#domain/referral/solutions.ts';
import { beginsWords, queryTerms, wordsOf } from '#domain/values/searchTerms.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { SolutionCatalog, SolutionQuery } from '#ports/solutions.ts';
import {
  catalogPartition,
  EVERYBODY,
  orderOf,
  sharedKinds,
  shortQueryTerm,
  solutionDocumentId,
  solutionIn,
} from './solutionDocument.ts';

interface CatalogDeps {
  store: DocumentStore;
  /** Whether an organization may work on solution assessments (CR-10). */
  vetted: (organization: string) => boolean;
}

/** Long words are looked up by their first letters; so many pages are looked through for those that really fit. */
const MOST_PAGES = 5;
const PAGE = 100;

/**
 * The solutions that an organization can put into a deal (CR-23): its own catalog and Microsoft's. Found by the
 * beginnings of words of the name or of parts of the id, in any order. Who is not vetted never gets an assessment
 * (CR-10). Throws UnavailableError when the store can't be reached.
 */
export function createSolutionCatalog(deps: CatalogDeps): SolutionCatalog {
  const allowed = (organization: string, kind: SolutionKind) =>
    kind !== 'assessment' || deps.vetted(organization);
  return {
    async search(query) {
      const kinds = query.kinds.filter((kind) => allowed(query.organization, kind));
      const lists = [
        ...solutionKinds.map((kind) => ({ owner: query.organization, kind })),
        ...sharedKinds.map((kind) => ({ owner: EVERYBODY, kind })),
      ].filter(({ kind }) => kinds.includes(kind));
      const [exact, ...found] = await Promise.all([
        exactly(deps.store, query),
        ...lists.map(({ owner, kind }) => listed(deps.store, owner, kind, query)),
      ]);
      const sorted = found.flat().sort(byRank);
      const first = exact && kinds.includes(exact.kind) ? [exact] : [];
      return withoutRepeats([...first, ...sorted]).slice(0, query.limit);
    },
    async byId(organization, id) {
      const solution = await read(deps.store, organization, id);
      return solution && allowed(organization, solution.kind) ? solution : undefined;
    },
  };
}

/** Own solutions first, assessments last because they stand alone (CR-24); by name among themselves. */
function byRank(one: Solution, other: Solution): number {
  const group = ({ kind }: Solution) => (kind === 'own' ? 0 : kind === 'assessment' ? 2 : 1);
  const rank = (solution: Solution) => `${group(solution)}${orderOf(solution)}`;
  const [first, second] = [rank(one), rank(other)];
  return first < second ? -1 : first > second ? 1 : 0;
}

async function read(store: DocumentStore, organization: string, id: string): Promise<Solution | undefined> {
  // Longer than any document is called; what was typed or posted may be anything.
  if (!id || id.length > 150) return undefined;
  const documentId = solutionDocumentId(id);
  const [own, shared] = await Promise.all(
    [organization, EVERYBODY].map((owner) => store.read<'solution'>(catalogPartition(owner), documentId)),
  );
  const document = own ?? shared;
  return document && solutionIn(document.body);
}

/** Who types a whole id finds it, whatever else begins so. */
async function exactly(store: DocumentStore, query: SolutionQuery): Promise<Solution | undefined> {
  const id = query.text.trim();
  return /^\S{3,}$/.test(id) ? read(store, query.organization, id) : undefined;
}

async function listed(
  store: DocumentStore,
  owner: string,
  kind: SolutionKind,
  query: SolutionQuery,
): Promise<Solution[]> {
  const words = wordsOf(query.text);
  if (words.length === 0 && query.text.trim() !== '') return [];
  const terms = [...new Set(words.flatMap((word) => shortQueryTerm(word) ?? queryTerms(word)))];
  const found: Solution[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES && found.length < query.limit; page++) {
    const { documents, cursor: next } = await store.list<'solution'>({
      partition: catalogPartition(owner),
      kind: 'solution',
      where: { type: kind },
      terms,
      orderBy: { field: 'order', direction: 'ascending' },
      limit: words.length > 0 ? PAGE : query.limit,
      ...(cursor && { cursor }),
    });
    const solutions = documents.flatMap(({ body }) => solutionIn(body) ?? []);
    found.push(...solutions.filter(({ name, id }) => beginsWords(words, [name, id])));
    cursor = next;
    if (!cursor) break;
  }
  return found.slice(0, query.limit);
}
