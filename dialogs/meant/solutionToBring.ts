import type { Turn } from '#dialogs/turn/turn.ts';
import type { Solution } from '#domain/referral/referral.ts';
import { type CatalogDeps, type SolutionMeant, solutionMeant } from './solutionMeant.ts';

const FEW = 15;
/** Nobody is invited to an assessment, and with one neither (CR-33). */
const kinds = ['own', 'microsoft', 'third-party'] as const;

/**
 * The further solution that an invited partner shall bring (CR-30): out of the partner's own catalog first, of which the
 * form can offer nothing before it is known who the partner is; else what our own knows by those words.
 */
export async function solutionToBring(
  deps: CatalogDeps,
  turn: Turn,
  partner: { organization: string; name: string } | undefined,
  named: { id?: string | undefined; text?: string | undefined },
): Promise<SolutionMeant> {
  const words = named.text?.trim();
  const theirs = partner && words ? await ofPartner(deps, partner.organization, words) : undefined;
  if (!partner || !theirs) return solutionMeant(deps, turn, { ...named, kinds });
  const { organization: of, name } = partner;
  return { solution: { ...theirs, kind: 'third-party', publisher: theirs.publisher ?? name, of } };
}

async function ofPartner(
  { solutions }: CatalogDeps,
  organization: string,
  words: string,
): Promise<Solution | undefined> {
  const known = await solutions.byId(organization, words);
  if (known?.kind === 'own') return known;
  const found = await solutions.search({ organization, text: words, kinds: ['own'], limit: FEW });
  const exact = found.filter(({ name }) => name.toLowerCase() === words.toLowerCase());
  const [only, ...others] = exact.length > 0 ? exact : found;
  return others.length === 0 ? only : undefined;
}
