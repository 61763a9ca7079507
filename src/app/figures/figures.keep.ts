import { changeDocument } from '#app/store/changeDocument.ts';
import { leaseAfter } from '#app/store/outbox.ts';
import type { SumsName } from '#domain/figures/cellsOf.ts';
import type { CountedDeal } from '#domain/figures/counted.ts';
import { noSums, plus, type Sums } from '#domain/figures/sums.ts';
import type { Instant, LocalDate } from '#domain/values/instant.ts';
import type { DocumentOf } from '#ports/documents.ts';
import { settledBy } from './asking.ts';
import {
  countedId,
  FIGURES_ID,
  type FiguresRecord,
  figuresDraft,
  figuresPartition,
  type Plan,
  sumsId,
} from './figuresRecord.ts';
import { type CountingDeps, type Planned, planNext } from './planning.ts';

/** However sure it is that somebody asks, it is looked once more after so many milliseconds. */
const BACKSTOP = 10 * 60_000;
const NOT_INDEXED = 30_000;
const TOGETHER = 40;

type Claimed = DocumentOf<'figures'>;

/**
 * Brings the next deals that changed into the sums, each change exactly once, whoever dies or comes twice in between: what
 * is to be added is written down as a plan with a number first, and every document of sums takes in a plan only once. So
 * a plan that was begun is carried out to its end by whoever comes next, and nobody makes the next one before (ADR 26).
 */
export async function keepFigures(
  deps: CountingDeps & { dayOf: (at: Instant) => LocalDate; wake: () => void },
  claimed: Claimed,
): Promise<void> {
  const { partition: organization, body: record } = claimed;
  if (record.plan) {
    await carryOut(deps, organization, record.plan);
    await finish(deps, claimed, record.plan, deps.clock.now().toISOString());
    return deps.wake();
  }
  const planned = await planNext(deps, organization, record, deps.dayOf);
  if (!planned) return lookAgain(deps, claimed, new Date(deps.clock.now().getTime() + NOT_INDEXED));
  const { plan } = planned;
  const empty = Object.keys(plan.counted).length === 0;
  if (!(await begin(deps, claimed, planned, empty ? undefined : plan))) return;
  if (!empty) {
    await carryOut(deps, organization, plan);
    await finish(deps, claimed, plan, nextLook(deps, planned));
  }
  if (planned.more === 'now') deps.wake();
}

function nextLook({ clock }: CountingDeps, { more }: Planned): Instant {
  if (more === 'now') return clock.now().toISOString();
  return more === 'soon' ? settledBy(clock) : new Date(clock.now().getTime() + BACKSTOP).toISOString();
}

/** Writes the plan down with how far it leads, if there is one; false where somebody else went on meanwhile. */
async function begin(
  deps: CountingDeps,
  claimed: Claimed,
  planned: Planned,
  plan: Plan | undefined,
): Promise<boolean> {
  const { partition, body: record } = claimed;
  const { position, gone, more } = planned;
  return changeDocument<'figures', boolean>(deps, partition, FIGURES_ID, (document) => {
    if (!document || document.body.plan || document.body.number !== record.number) return { result: false };
    const { asked, ...body } = document.body;
    const added = (body.gone ?? []).slice(record.gone?.length ?? 0);
    const next: FiguresRecord = {
      ...body,
      ...(plan ? { plan, asked } : {}),
      position,
      gone: [...gone, ...added],
      complete: body.complete || more !== 'now',
    };
    const at = plan
      ? deps.clock.now().toISOString()
      : lookAfter(deps, nextLook(deps, planned), asked, record);
    const lease = plan ? document.lease : leaseAfter(document.lease, claimed.lease);
    return { draft: figuresDraft(partition, next, { at, lease }), result: true };
  });
}

/** Sooner where somebody asked meanwhile: it may have been after the look into the store. */
function lookAfter(
  { clock }: CountingDeps,
  at: Instant,
  asked: Instant | undefined,
  before: FiguresRecord,
): Instant {
  const soon = settledBy(clock);
  return asked === before.asked || at < soon ? at : soon;
}

/** Every step may be repeated by anybody at any time: what took in this plan, or a later one, stays. */
async function carryOut(deps: CountingDeps, organization: string, plan: Plan): Promise<void> {
  const steps = [
    ...(Object.entries(plan.changes) as [SumsName, Sums][]).map(([name, sums]) => {
      return () => takeIn(deps, organization, plan.number, name, sums);
    }),
    ...Object.entries(plan.counted).map(([referralId, counted]) => {
      return () => noteCounted(deps, organization, plan.number, referralId, counted ?? undefined);
    }),
  ];
  // Several at a time, which a store writes together: none of them waits for another.
  for (let from = 0; from < steps.length; from += TOGETHER) {
    await Promise.all(steps.slice(from, from + TOGETHER).map((step) => step()));
  }
}

async function takeIn(
  deps: CountingDeps,
  organization: string,
  plan: number,
  name: SumsName,
  more: Sums,
): Promise<void> {
  const partition = figuresPartition(organization);
  const id = sumsId(name);
  await changeDocument<'sums', void>(deps, partition, id, (document) => {
    if (document && document.body.plan >= plan) return { result: undefined };
    const body = { plan, sums: plus(document?.body.sums ?? noSums, more) };
    return { draft: { partition, id, kind: 'sums', schema: 1, body }, result: undefined };
  });
}

async function noteCounted(
  deps: CountingDeps,
  organization: string,
  plan: number,
  referralId: string,
  counted: CountedDeal | undefined,
): Promise<void> {
  const partition = figuresPartition(organization);
  const id = countedId(referralId);
  await changeDocument<'counted', void>(deps, partition, id, (document) => {
    if (document && document.body.plan >= plan) return { result: undefined };
    const body = { plan, ...(counted && { counted }) };
    return { draft: { partition, id, kind: 'counted', schema: 1, body }, result: undefined };
  });
}

async function finish(deps: CountingDeps, claimed: Claimed, plan: Plan, at: Instant): Promise<void> {
  await changeDocument<'figures', void>(deps, claimed.partition, FIGURES_ID, (document) => {
    // Somebody else carried it out as well, and may be on the way with the next one.
    if (document?.body.plan?.number !== plan.number) return { result: undefined };
    const { plan: _plan, asked, ...rest } = document.body;
    const next = lookAfter(deps, at, asked, claimed.body);
    const lease = leaseAfter(document.lease, claimed.lease);
    const body = { ...rest, number: plan.number };
    return { draft: figuresDraft(claimed.partition, body, { at: next, lease }), result: undefined };
  });
}

async function lookAgain(deps: CountingDeps, claimed: Claimed, at: Date): Promise<void> {
  await changeDocument<'figures', void>(deps, claimed.partition, FIGURES_ID, (document) => {
    if (!document) return { result: undefined };
    const lease = leaseAfter(document.lease, claimed.lease);
    const draft = figuresDraft(claimed.partition, document.body, { at: at.toISOString(), lease });
    return { draft, result: undefined };
  });
}
