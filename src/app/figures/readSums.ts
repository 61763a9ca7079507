import { type SumsScope, scopeOf, sumsName } from '#domain/figures/cellsOf.ts';
import type { Month } from '#domain/figures/counted.ts';
import { noSums, plus, type Sums } from '#domain/figures/sums.ts';
import type { Membership } from '#domain/referral/rights.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { FIGURES_ID, figuresPartition, sumsId } from './figuresRecord.ts';

/**
 * The sums that a member may see (CR-2, CR-3): the company's admin those of the whole company, another admin those of
 * their locations. A referrals user sees deals, and no sums of what others have (CR-4).
 */
export function scopesOf(member: Membership | undefined): readonly SumsScope[] {
  if (member?.role !== 'referrals-admin') return [];
  return member.locations === 'all' ? ['all'] : member.locations.map(scopeOf);
}

/** Sums of some months, or of what is open, added up. Costs one read for each, however many deals they hold. */
export async function readSums(
  { store }: { store: DocumentStore },
  organization: string,
  periods: readonly (Month | 'open')[],
  scopes: readonly SumsScope[],
): Promise<Sums> {
  const partition = figuresPartition(organization);
  const names = periods.flatMap((period) => scopes.map((scope) => sumsName(period, scope)));
  const read = await Promise.all(names.map((name) => store.read<'sums'>(partition, sumsId(name))));
  return read.reduce((sums, document) => (document ? plus(sums, document.body.sums) : sums), noSums);
}

/** Whether all deals from before are in the sums; until then they grow. */
export async function isCounted({ store }: { store: DocumentStore }, organization: string): Promise<boolean> {
  const document = await store.read<'figures'>(organization, FIGURES_ID);
  return document?.body.complete ?? false;
}
