import { addressTerm } from '#app/contact/contactRecord.ts';
import { followReferrals } from '#app/list/referrals.follow.ts';
import { referralDocumentId } from '#app/referral/referralRecord.ts';
import { differenceOf, type SumsName } from '#domain/figures/cellsOf.ts';
import { type CountedDeal, countedOf } from '#domain/figures/counted.ts';
import { isNothing, noSums, plus, type Sums } from '#domain/figures/sums.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { same } from '#domain/values/canonical.ts';
import type { Instant, LocalDate } from '#domain/values/instant.ts';
import type { Clock } from '#ports/clock.ts';
import { cursorAt } from '#ports/documentKeys.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { countedId, type FiguresRecord, figuresPartition, type Plan } from './figuresRecord.ts';

/** What counting works with. */
export interface CountingDeps {
  store: DocumentStore;
  clock: Clock;
}

/** Deals of one plan: they stand in one document with all that they change. */
const BATCH = 200;
/** A deal that was to be taken away and is still there after so many milliseconds stays. */
const STAYS = 10 * 60_000;

/** The next deals that changed, as a plan, and what is known when it is carried out. */
export interface Planned {
  plan: Plan;
  position: FiguresRecord['position'];
  gone: NonNullable<FiguresRecord['gone']>;
  /** There are more, or there may be. */
  more: 'now' | 'soon' | 'no';
}

/**
 * Finds what the next deals that changed add to the sums. Undefined while deals from before are still being brought into
 * the order of their changes. `dayOf`: the day of a moment where the organization is.
 */
export async function planNext(
  deps: CountingDeps,
  organization: string,
  record: FiguresRecord,
  dayOf: (at: Instant) => LocalDate,
): Promise<Planned | undefined> {
  const changes = await followReferrals(deps, organization, record.position);
  if (!changes) return undefined;
  const deals = new Map<string, Referral | undefined>();
  let { position } = record;
  for await (const { record: deal, position: reached } of changes) {
    deals.set(deal.referral.id, deal.referral);
    position = reached;
    if (deals.size >= BATCH) break;
  }
  const full = deals.size >= BATCH;
  const gone = await goneOf(deps, organization, record.gone ?? [], deals);
  const plan = await planOf(deps, organization, record.number + 1, deals, dayOf);
  const more = full ? 'now' : deals.size > 0 || gone.length > 0 ? 'soon' : undefined;
  return {
    plan,
    position,
    gone,
    more: more ?? ((await isAhead(deps, organization, position)) ? 'soon' : 'no'),
  };
}

/** Puts those that were taken away among the deals; gives back those that may still be. */
async function goneOf(
  { store, clock }: CountingDeps,
  organization: string,
  gone: NonNullable<FiguresRecord['gone']>,
  deals: Map<string, Referral | undefined>,
): Promise<NonNullable<FiguresRecord['gone']>> {
  const long = new Date(clock.now().getTime() - STAYS).toISOString();
  const left: (typeof gone)[number][] = [];
  for (const one of gone) {
    const present = await store.read<'referral'>(organization, referralDocumentId(one.referralId));
    if (!present) deals.set(one.referralId, undefined);
    else if (one.at > long) left.push(one);
  }
  return left;
}

async function planOf(
  deps: CountingDeps,
  organization: string,
  number: number,
  deals: ReadonlyMap<string, Referral | undefined>,
  dayOf: (at: Instant) => LocalDate,
): Promise<Plan> {
  const changes: Partial<Record<SumsName, Sums>> = {};
  const counted: Record<string, CountedDeal | null> = {};
  const inHand = whoIsInHand(deps, organization);
  const partition = figuresPartition(organization);
  const known = await Promise.all(
    [...deals.keys()].map((id) => deps.store.read<'counted'>(partition, countedId(id))),
  );
  for (const [at, [id, referral]] of [...deals].entries()) {
    const before = known[at]?.body.counted;
    // As JSON keeps it, so that two that are the same read the same.
    const now = referral && countedOf(referral, { dayOf, inHand: await inHand(referral) });
    if (same(before, now)) continue;
    counted[id] = now ?? null;
    for (const [name, sums] of differenceOf(before, now)) {
      changes[name] = plus(changes[name] ?? noSums, sums);
    }
  }
  const changed = Object.entries(changes).filter(([, sums]) => sums && !isNothing(sums));
  return { number, changes: Object.fromEntries(changed), counted };
}

/** The id of the person who has a deal in hand that is over, where the bot knows somebody under their address. */
function whoIsInHand({ store }: CountingDeps, organization: string) {
  const known = new Map<string, string | undefined>();
  return async ({ stage, holder }: Referral): Promise<string | undefined> => {
    if (stage !== 'closed' || !holder) return undefined;
    if (!known.has(holder)) {
      const { documents } = await store.list<'person'>({
        partition: organization,
        kind: 'person',
        terms: [addressTerm(holder)],
        limit: 1,
      });
      known.set(holder, documents[0]?.body.personId);
    }
    return known.get(holder);
  };
}

/** Whether a deal changed behind this position, and be it just now. */
async function isAhead(
  { store }: CountingDeps,
  organization: string,
  position: FiguresRecord['position'],
): Promise<boolean> {
  const { documents } = await store.list<'referral'>({
    partition: organization,
    kind: 'referral',
    orderBy: { field: 'changed', direction: 'ascending' },
    limit: 1,
    ...(position && { cursor: cursorAt(position.changed, position.documentId) }),
  });
  return documents.length > 0;
}
