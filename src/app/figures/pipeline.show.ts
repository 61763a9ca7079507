import { listScope } from '#app/list/dealScope.ts';
import { cellsOf, sumsName } from '#domain/figures/cellsOf.ts';
import { countedOf } from '#domain/figures/counted.ts';
import { type Pipeline, pipelineOf } from '#domain/figures/pipeline.ts';
import { noSums, plus } from '#domain/figures/sums.ts';
import { usualChoice } from '#domain/list/dealList.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Membership } from '#domain/referral/rights.ts';
import type { LocalDate } from '#domain/values/instant.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { isCounted, readSums, scopesOf } from './readSums.ts';

/** One's own deals, or all those of the company or of one's locations. */
export type Whose = 'mine' | 'all';

/** A pipeline as somebody may see it. */
export interface ShownPipeline {
  whose: Whose;
  pipeline: Pipeline;
  /** Whether the person may see all as well. */
  mayAll: boolean;
  /** Accepted deals whose close date is past; known of one's own alone. */
  overdue?: number | undefined;
  /** Only the first so many of one's own deals are in it. */
  first?: number | undefined;
  /** Deals from before are still being counted. */
  counting: boolean;
}

/** Nobody works on more deals than that; whoever does is told that they are not all of them. */
const MOST_OWN = 200;

/**
 * What is open, by stage and by quarter: of the deals in whose team somebody is as they are now, or of all that an admin
 * may see as far as it is counted (CR-2 to CR-4). Costs the same however many deals there are. Without a choice it is one's
 * own, and an admin who has none sees all.
 */
export async function showPipeline(
  deps: { store: DocumentStore },
  input: {
    organization: string;
    member: Membership | undefined;
    whose: Whose | undefined;
    today: LocalDate;
    /** The month in which the fiscal year begins. */
    yearBegins?: number | undefined;
  },
): Promise<ShownPipeline> {
  const { organization, member, whose, today, yearBegins } = input;
  const scopes = scopesOf(member);
  const mayAll = scopes.length > 0;
  if (whose !== 'all' || !mayAll) {
    const own = await ownPipeline(deps, input);
    if (whose === 'mine' || own.pipeline.deals > 0 || !mayAll) return { ...own, mayAll };
  }
  const [sums, complete] = await Promise.all([
    readSums(deps, organization, ['open'], scopes),
    isCounted(deps, organization),
  ]);
  return { whose: 'all', pipeline: pipelineOf(sums, today, yearBegins), mayAll, counting: !complete };
}

async function ownPipeline(
  deps: { store: DocumentStore },
  { organization, member, today, yearBegins }: Parameters<typeof showPipeline>[1],
): Promise<Omit<ShownPipeline, 'mayAll'>> {
  const { deals, more } = member ? await ownDeals(deps, organization, member) : { deals: [], more: false };
  const name = sumsName('open', 'all');
  // Of what is open no moment is looked at.
  const dayOf = (at: string) => at.slice(0, 10);
  const sums = deals.reduce(
    (all, deal) => plus(all, cellsOf(countedOf(deal, { dayOf })).get(name) ?? noSums),
    noSums,
  );
  const overdue = deals.filter(
    ({ stage, closeDate }) => stage === 'accepted' && closeDate && closeDate < today,
  );
  return {
    whose: 'mine',
    pipeline: pipelineOf(sums, today, yearBegins),
    overdue: overdue.length,
    first: more ? deals.length : undefined,
    counting: false,
  };
}

async function ownDeals(
  { store }: { store: DocumentStore },
  organization: string,
  member: Membership,
): Promise<{ deals: Referral[]; more: boolean }> {
  const { documents, cursor } = await store.list<'referral'>({
    partition: organization,
    kind: 'referral',
    ...listScope('mine', member, usualChoice),
    limit: MOST_OWN,
  });
  return { deals: documents.map(({ body }) => body.referral), more: cursor !== undefined };
}
