import type { PartnerDirectory } from '#ports/partners.ts';
import { type DatasetQuery, type MemberTurn, type Suggestion, titlePart } from './dataset.ts';

/** Partners that can be invited, by what is typed (CR-29); the first ones by alphabet where nothing is. */
export async function partnersDataset(
  { partners }: { partners: PartnerDirectory },
  { organization }: MemberTurn,
  { text, limit }: DatasetQuery,
): Promise<readonly Suggestion[]> {
  const found = await partners.search({ own: organization.id, text, limit });
  const titles = found.partners.map(({ name }) => titlePart(name));
  // Two may share a name: then the id tells them apart.
  return found.partners.map(({ organization: id, name }) => {
    const title = titlePart(name);
    const twice = titles.filter((other) => other === title).length > 1;
    return { title: twice ? `${title} · ${id}` : title, value: id };
  });
}
