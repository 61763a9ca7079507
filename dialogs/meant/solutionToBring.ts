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
  if (!partner) return solutionMeant(deps, turn, { ...named, kinds });
  const words = named.text?.trim();
  // What was chosen from a list is ours where it can be.
  const ours = !words && named.id ? await deps.solutions.byId(turn.organization.id, named.id) : undefined;
  const said = words || (ours ? undefined : named.id);
  const theirs = said ? await ofPartner(deps, partner.organization, said) : undefined;
  if (!theirs) return solutionMeant(deps, turn, { ...named, kinds });
  return { solution: broughtBy(partner, theirs) };
}

/** The partner's own catalog, as far as a form offers it (CR-30). */
export async function catalogOf(
  { solutions }: CatalogDeps,
  partner: { organization: string; name: string },
): Promise<Solution[]> {
  const { organization } = partner;
  const found = await solutions.search({ organization, text: '', kinds: ['own'], limit: FEW });
  return found.map((one) => broughtBy(partner, one));
}

function broughtBy(
  { organization: of, name }: { organization: string; name: string },
  one: Solution,
): Solution {
  return { ...one, kind: 'third-party', publisher: one.publisher ?? name, of };
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
