import type { Solution, SolutionKind } from '#domain/referral/referral.ts';
import { foldText, searchTerms, wordsOf } from '#domain/values/searchTerms.ts';
import type { DraftOf } from '#ports/documents.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    solution: SolutionRecord;
  }
}

/** Owner of the catalog that all organizations share: Microsoft's. No organization's id can be this. */
export const EVERYBODY = '*';

/** One solution of a catalog, as each source has it; the organizations file counts before an import. */
export interface SolutionRecord {
  file?: Solution | undefined;
  imported?: Solution | undefined;
}

/** The kinds of solutions in the catalog that all share; an organization's own may have every kind (CR-23). */
export const sharedKinds: readonly SolutionKind[] = ['microsoft', 'assessment'];

const SHORT = 2;
const LONGEST_ORDER = 80;

/** The partition of a catalog: of an organization by its id, or of `EVERYBODY`. */
export function catalogPartition(owner: string): string {
  return owner === EVERYBODY ? 'solutions' : `${owner}/solutions`;
}

/** The id of a solution's document; Partner Center's ids know no case. */
export function solutionDocumentId(id: string): string {
  return `solution:${id.toLowerCase()}`;
}

/** What a record says, or undefined for one that no source has any more. */
export function solutionIn({ file, imported }: SolutionRecord): Solution | undefined {
  return file ?? imported;
}

/** The document of a record that some source has. */
export function solutionDraft(
  owner: string,
  record: SolutionRecord,
  solution: Solution,
): DraftOf<'solution'> {
  return {
    partition: catalogPartition(owner),
    id: solutionDocumentId(solution.id),
    kind: 'solution',
    schema: 1,
    index: { type: solution.kind, order: orderOf(solution) },
    terms: termsOf(solution),
    body: record,
  };
}

/** By name, as people sort: without case and accents. */
export function orderOf(solution: Solution): string {
  return foldText(solution.name).slice(0, LONGEST_ORDER);
}

/** What a solution can be found by: beginnings of the words of its name and of the parts of its id. */
function termsOf({ name, id }: Solution): string[] {
  const short = wordsOf(`${name} ${id}`).flatMap((word) => [shortTerm(word, 1), shortTerm(word, SHORT)]);
  return [...new Set([...searchTerms([name, id]), ...short])];
}

function shortTerm(word: string, letters: number): string {
  return `<${[...word].slice(0, letters).join('')}`;
}

/** The term for a word of one or two letters, which may be the beginning of a longer one; undefined for other words. */
export function shortQueryTerm(word: string): string | undefined {
  return [...word].length <= SHORT ? shortTerm(word, SHORT) : undefined;
}
