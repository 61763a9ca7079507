import type { ActionDeps } from '#bot/dispatch/verbs.ts';
import type { Suggestion } from '#bot/teams/invokeResponse.ts';
import { type Solution, solutionKinds } from '#domain/referral/referral.ts';
import type { DatasetQuery, MemberTurn } from './suggest.ts';

const LONGEST = 80;

/** Solutions that the member's organization can put into a deal (CR-10, CR-23); the first ones where nothing is typed. */
export async function solutionsDataset(
  deps: ActionDeps,
  { organization }: MemberTurn,
  { text, limit }: DatasetQuery,
): Promise<readonly Suggestion[]> {
  const query = { organization: organization.id, text, kinds: solutionKinds, limit };
  const found = await deps.solutions.search(query);
  return found.map((one) => ({ title: titleOf(one), value: one.id }));
}

/** The id stands there, since several may share a name. */
function titleOf({ name, publisher, id }: Solution): string {
  return [cut(name), publisher && cut(publisher), id].filter((part) => part).join(' · ');
}

function cut(text: string): string {
  const letters = [...text];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : text;
}
