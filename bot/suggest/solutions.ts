import { type Solution, solutionKinds } from '#domain/referral/referral.ts';
import type { SolutionCatalog } from '#ports/solutions.ts';
import { type DatasetQuery, type MemberTurn, type Suggestion, titlePart } from './dataset.ts';

/** Solutions that the member's organization can put into a deal (CR-10, CR-23); the first ones where nothing is typed. */
export async function solutionsDataset(
  deps: { solutions: SolutionCatalog },
  { organization }: MemberTurn,
  { text, limit }: DatasetQuery,
): Promise<readonly Suggestion[]> {
  const query = { organization: organization.id, text, kinds: solutionKinds, limit };
  const found = await deps.solutions.search(query);
  return found.map((one) => ({ title: titleOf(one), value: one.id }));
}

/** The id stands there, since several may share a name. */
function titleOf({ name, publisher, id }: Solution): string {
  return [titlePart(name), publisher && titlePart(publisher), id].filter((part) => part).join(' · ');
}
