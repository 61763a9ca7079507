import { referralDocumentId } from '#app/referral/referralRecord.ts';
import { keepAct } from '#app/store/audit.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { leaseAfter } from '#app/store/outbox.ts';
import { same } from '#domain/values/canonical.ts';
import { type Instant, monthsEarlier, plusHours } from '#domain/values/instant.ts';
import { cursorAt } from '#ports/documentKeys.ts';
import type { DocumentOf } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';
import { forgetDeals } from './forgettingDeals.ts';
import { type MayDeps, mayBeRemoved } from './mayBeRemoved.ts';
import { removeDeal } from './removingDeal.ts';
import {
  RETENTION_ID,
  type RetentionBatch,
  type RetentionRecord,
  retentionDraft,
} from './retentionRecord.ts';

type Deps = MayDeps & { wake: () => void };
type Claimed = DocumentOf<'retention'>;

/** Deals that are looked at in one step; they may be large. */
const DEALS = 20;
/** People who forget a batch in one step. */
const PEOPLE = 50;
const HOURS_BETWEEN = 24;
/** Where closed deals begin in the order of their index `due`. */
const FIRST_CLOSED = cursorAt('closed', '');

/**
 * Removes deals that were closed longer ago than the organization keeps them, once a day and in small steps: which deals is
 * written down first, then all people forget them, then they are removed one by one, then one act says how many. Each step
 * may be cut off anywhere and be repeated by anybody (ADR 35). Where the option was taken away nothing more is removed.
 * Throws UnavailableError when the store is away.
 */
export async function removeDeals(deps: Deps, claimed: Claimed): Promise<void> {
  const { partition, body } = claimed;
  const organization = deps.organizations.byId(partition);
  // Nobody knows how long one that left the configuration keeps what.
  if (!organization) return write(deps, claimed, body, undefined);
  const before = removedBefore(organization, deps.clock.now());
  const { batch, number } = body;
  if (batch && (batch.forgotten || !before))
    await removeBatch(deps, claimed, { organization, before, batch });
  else if (batch) await forgetBatch(deps, claimed, batch);
  else if (before) await lookFurther(deps, claimed, organization, before);
  else return write(deps, claimed, { number }, undefined);
  deps.wake();
}

/** What was closed before that moment is removed: the beginning of a day, so that the act says exactly what was done. */
function removedBefore({ options }: Organization, now: Date): Instant | undefined {
  const { keepClosedMonths } = options;
  if (keepClosedMonths === undefined) return undefined;
  return `${monthsEarlier(now.toISOString(), keepClosedMonths).slice(0, 10)}T00:00:00.000Z`;
}

/** Writes down which of the next closed deals are to be removed. */
async function lookFurther(
  deps: Deps,
  claimed: Claimed,
  organization: Organization,
  before: Instant,
): Promise<void> {
  const { partition, body } = claimed;
  const page = await deps.store.list<'referral'>({
    partition,
    kind: 'referral',
    orderBy: { field: 'due', direction: 'ascending' },
    cursor: body.cursor ?? FIRST_CLOSED,
    limit: DEALS,
  });
  const old = page.documents.filter(({ body: { referral } }) => {
    return referral.stage === 'closed' && referral.closedAt < before;
  });
  const deals: string[] = [];
  for (const document of old) {
    if (await mayBeRemoved(deps, organization, document, before)) deals.push(document.body.referral.id);
  }
  const isEnd = page.cursor === undefined || old.length < page.documents.length;
  const { number } = body;
  const cursor = isEnd ? undefined : page.cursor;
  const batch: RetentionBatch | undefined =
    deals.length > 0 ? { deals, before: before.slice(0, 10) } : undefined;
  await write(
    deps,
    claimed,
    { number: batch ? number + 1 : number, cursor, batch },
    nextLook(deps, cursor, batch),
  );
}

/** The next people forget the deals of the batch, while these are still there to say what that is. */
async function forgetBatch(deps: Deps, claimed: Claimed, batch: RetentionBatch): Promise<void> {
  const { partition: organization, body } = claimed;
  const found = await Promise.all(
    batch.deals.map((id) => deps.store.read<'referral'>(organization, referralDocumentId(id))),
  );
  const deals = found.flatMap((document) => (document ? [document.body.referral] : []));
  const page = await deps.store.list<'person'>({
    ...{ partition: organization, kind: 'person', limit: PEOPLE },
    ...(batch.people !== undefined && { cursor: batch.people }),
  });
  for (const { body: person } of page.documents) {
    await forgetDeals(deps, { organization, personId: person.personId, deals });
  }
  const { people: _, ...rest } = batch;
  const further = page.cursor === undefined ? { forgotten: true as const } : { people: page.cursor };
  await write(deps, claimed, { ...body, batch: { ...rest, ...further } }, deps.clock.now().toISOString());
}

/** Removes the deals of the batch as far as they may still be, and keeps how many that were. */
async function removeBatch(
  deps: Deps,
  claimed: Claimed,
  {
    organization,
    before,
    batch,
  }: { organization: Organization; before: Instant | undefined; batch: RetentionBatch },
): Promise<void> {
  const { partition, body } = claimed;
  let removed = 0;
  for (const id of batch.deals) {
    const read = () => deps.store.read<'referral'>(partition, referralDocumentId(id));
    const document = await read();
    const may = document && before && (await mayBeRemoved(deps, organization, document, before));
    if (may) await removeDeal(deps, document);
    // Also what was removed before somebody was stopped: it is told once, with the batch.
    if (!(await read())) removed++;
  }
  if (removed > 0) {
    const at = deps.clock.now().toISOString();
    const told = { about: String(removed), to: batch.before };
    const id = `retention:${body.number}`;
    await keepAct(deps, partition, { id, at, by: 'file', what: 'deals.remove', ...told });
  }
  const { batch: _, ...rest } = body;
  await write(deps, claimed, rest, nextLook(deps, body.cursor, undefined));
}

function nextLook({ clock }: Deps, cursor: string | undefined, batch: RetentionBatch | undefined): Instant {
  const now = clock.now().toISOString();
  return batch || cursor !== undefined ? now : plusHours(now, HOURS_BETWEEN);
}

/** Writes how far it is, unless somebody else went on meanwhile. */
async function write(
  deps: Deps,
  claimed: Claimed,
  next: RetentionRecord,
  at: Instant | undefined,
): Promise<void> {
  await changeDocument<'retention', void>(deps, claimed.partition, RETENTION_ID, (document) => {
    if (!document || !same(document.body, claimed.body)) return { result: undefined };
    const lease = leaseAfter(document.lease, claimed.lease);
    return { draft: retentionDraft(claimed.partition, next, { at, lease }), result: undefined };
  });
}
