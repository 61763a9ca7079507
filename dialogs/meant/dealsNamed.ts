import { dealNamed } from '#app/list/namedDeal.ts';
import type { DealDeps } from '#dialogs/turn/action.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import type { Referral } from '#domain/referral/referral.ts';

/** The first of the deals that whoever speaks may see and that words name. */
export async function dealsNamed(
  deps: DealDeps,
  { organization, person, member }: Turn,
  text: string,
): Promise<readonly Referral[]> {
  const who = { organization: organization.id, personId: person.personId, member };
  const found = await dealNamed(deps, { ...who, text });
  if (found.kind === 'several') return found.deals;
  return found.kind === 'one' ? [found.referral] : [];
}
