import type { InviteNames } from '#cards/engagement/invite.ts';
import type { FieldProblem } from '#cards/problemTexts.ts';
import { beginsWords, storedWords, wordsOf } from '#domain/values/searchTerms.ts';
import type { Organizations } from '#ports/organizations.ts';
import type { Partner, PartnerDirectory } from '#ports/partners.ts';

const MOST_OFFERED = 15;

export type PartnerDeps = { partners: PartnerDirectory; organizations: Pick<Organizations, 'byId'> };

/** Whom a form names: one partner, Microsoft by its name, or something that is not plain. */
export type PartnerMeant =
  | { partner: Partner }
  | { microsoft: true }
  | {
      problem: { field: 'partner' | 'partnerName'; problem: FieldProblem };
      offered: readonly Partner[];
    };

/**
 * The partner that was chosen or typed (CR-29): an invitation tells another company of a deal, so it is never guessed.
 * Who was chosen and something else typed beside it is asked once more.
 */
export async function partnerMeant(
  deps: PartnerDeps,
  own: string,
  { partner: id, partnerName: text = '' }: InviteNames,
): Promise<PartnerMeant> {
  const chosen = id === undefined ? undefined : await byId(deps, own, id);
  const typed = text || (chosen ? '' : (id ?? ''));
  if (!typed) {
    if (chosen) return { partner: chosen };
    return asked('partner', { code: 'partner-missing' }, await offeredPartners(deps, own));
  }
  if (!chosen && /^microsoft( corporation)?$|^msft$/i.test(typed)) return { microsoft: true };
  const self = deps.organizations.byId(own);
  const { kind, partners } = await deps.partners.search({ own, text: typed, limit: MOST_OFFERED });
  // Out of those who were offered for what still stands there: they may be the nearest names only.
  if (chosen && partners.some(({ organization }) => organization === chosen.organization))
    return { partner: chosen };
  if (chosen) {
    const values = { chosen: chosen.name, typed };
    return asked('partner', { code: 'partner-two', values }, [chosen, ...partners]);
  }
  const [first, second] = partners;
  if (kind === 'matches' && first) {
    const one = !second || (isNamed(first, typed) && !isNamed(second, typed));
    return one ? { partner: first } : asked('partner', { code: 'partner-several' }, partners);
  }
  if (self && beginsWords(wordsOf(typed), [self.name]))
    return asked('partnerName', { code: 'partner-self' }, await offeredPartners(deps, own));
  const code = first ? 'partner-nearest' : 'partner-not-found';
  return asked('partnerName', { code }, first ? partners : await offeredPartners(deps, own));
}

/** The partners that a form offers at first. */
export async function offeredPartners({ partners }: PartnerDeps, own: string): Promise<readonly Partner[]> {
  return (await partners.search({ own, text: '', limit: MOST_OFFERED })).partners;
}

/** Only who is in the directory: an id that a card sends may be anybody’s. */
async function byId(deps: PartnerDeps, own: string, id: string): Promise<Partner | undefined> {
  const organization = deps.organizations.byId(id);
  if (!organization) return undefined;
  const { partners } = await deps.partners.search({ own, text: organization.name, limit: 1_000 });
  return partners.find((one) => one.organization === id);
}

function isNamed({ name }: { name: string }, text: string): boolean {
  return storedWords(name).join(' ') === storedWords(text).join(' ');
}

function asked(
  field: 'partner' | 'partnerName',
  problem: FieldProblem,
  offered: readonly Partner[],
): PartnerMeant {
  return { problem: { field, problem }, offered };
}
