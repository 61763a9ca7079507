import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { startFigures } from '#app/figures/asking.ts';
import { keepFigures } from '#app/figures/figures.keep.ts';
import { FIGURES_ID } from '#app/figures/figuresRecord.ts';
import { showInsights } from '#app/figures/insights.show.ts';
import { showPipeline } from '#app/figures/pipeline.show.ts';
import { isCounted } from '#app/figures/readSums.ts';
import { startReindex } from '#app/list/deals.reindex.ts';
import { dealOrderings, INDEX_SCHEMA } from '#app/referral/dealIndex.ts';
import type { Membership } from '#domain/referral/rights.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';
import { fakeClock } from '#test/support/app/fakeClock.ts';
import { MANY, ORGANIZATION, TODAY } from './deals.ts';
import { fill, median, sizesUpTo } from './finding.ts';
import type { Recorder } from './frame/figure.ts';

const admin: Membership = { role: 'referrals-admin', locations: 'all', addresses: ['anna@contoso.example'] };
const ofLocations: Membership = { ...admin, locations: ['1000001', '1000002', '1000003'] };
const many: Membership = { role: 'referrals-user', locations: 'all', addresses: [MANY] };

/** Counting more from the beginning takes most of an hour and tells nothing new. */
const MOST_COUNTED = 30_000;

/**
 * The pipeline and the insights on the embedded store (a file), in organizations of growing size;
 * and how long it takes to count all deals from before.
 */
export async function benchFigures(record: Recorder, largest: number): Promise<void> {
  for (const size of sizesUpTo(Math.min(largest, MOST_COUNTED))) await inOrganizationOf(record, size);
}

async function inOrganizationOf(record: Recorder, size: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cosell-figures-'));
  const file = join(folder, 'deals.db');
  try {
    const filling = openSqliteStore({ file, throwaway: true });
    await fill(filling, size);
    await filling.close();
    const store = openSqliteStore({ file, orderings: dealOrderings });
    record.figure('deals counted from the beginning', size / (await counted(store)), '/s', size);
    for (const [what, milliseconds] of await measured(store)) record.figure(what, milliseconds, 'ms', size);
    await store.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Seconds. */
async function counted(store: DocumentStore): Promise<number> {
  const clock = fakeClock(`${TODAY}T09:00:00.000Z`);
  const deps = { store, clock, dayOf: (at: string) => at.slice(0, 10), wake: () => undefined };
  await startReindex(deps, { id: ORGANIZATION } as Organization);
  const reindexed = await store.read<'reindex'>(ORGANIZATION, 'reindex');
  if (!reindexed) throw new Error('nothing to index');
  // They were written as this version does.
  const body = { schema: INDEX_SCHEMA, done: true };
  await store.replace({ ...reindexed, kind: 'reindex', dueAt: undefined, body }, reindexed.etag);
  await startFigures(deps, ORGANIZATION);
  const start = performance.now();
  while (!(await isCounted(deps, ORGANIZATION))) {
    const document = await store.read<'figures'>(ORGANIZATION, FIGURES_ID);
    if (document) await keepFigures(deps, document);
  }
  return (performance.now() - start) / 1000;
}

async function measured(store: DocumentStore): Promise<Map<string, number>> {
  const organization = { id: ORGANIZATION, locations: [] } as unknown as Organization;
  const found = new Map<string, number>();
  const pipeline = (member: Membership, whose: 'mine' | 'all') =>
    median(() => showPipeline({ store }, { organization: ORGANIZATION, member, whose, today: TODAY }));
  const insights = (member: Membership, location?: string) =>
    median(() => showInsights({ store }, { organization, member, by: 'quarter', today: TODAY, location }));
  found.set('pipeline, company admin', await pipeline(admin, 'all'));
  found.set('pipeline, admin of three locations', await pipeline(ofLocations, 'all'));
  found.set('pipeline, own deals of a user in many teams', await pipeline(many, 'mine'));
  found.set('insights, company admin', await insights(admin));
  found.set('insights, admin of three locations', await insights(ofLocations));
  found.set('insights of one location', await insights(admin, '1000001'));
  return found;
}
