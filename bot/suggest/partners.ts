import type { ActionDeps } from '#bot/dispatch/verbs.ts';
import type { Suggestion } from '#bot/teams/invokeResponse.ts';
import type { DatasetQuery, MemberTurn } from './suggest.ts';

const LONGEST = 80;

/** Partners that can be invited, by what is typed (CR-29); the first ones by alphabet where nothing is. */
export async function partnersDataset(
  { partners }: ActionDeps,
  { organization }: MemberTurn,
  { text, limit }: DatasetQuery,
): Promise<readonly Suggestion[]> {
  const found = await partners.search({ own: organization.id, text, limit });
  const titles = found.partners.map(({ name }) => cut(name));
  // Two may share a name: then the id tells them apart.
  return found.partners.map(({ organization: id, name }) => {
    const title = cut(name);
    const twice = titles.filter((other) => other === title).length > 1;
    return { title: twice ? `${title} · ${id}` : title, value: id };
  });
}

function cut(text: string): string {
  const letters = [...text];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : text;
}
