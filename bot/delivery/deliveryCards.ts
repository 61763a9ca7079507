import { candidatesFor } from '#app/delivery/delivery.forward.ts';
import { pageOfTroubles, type Trouble, troubleOf } from '#app/delivery/delivery.show.ts';
import { deliveryCard } from '#cards/administration/delivery/delivery.card.ts';
import type { DeliveryResult, StuckWork, TroubleRow } from '#cards/administration/delivery/view.ts';
import type { CardJson } from '#cards/expand.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import type { DocumentStore } from '#ports/documents.ts';

type StoreDeps = { store: DocumentStore };

const MOST_PAGES = 100;

/** The list of what did not arrive and what is stuck, a page of it. */
export async function troublesList(
  deps: StoreDeps,
  { organization, reader }: Turn,
  { pages = [] }: { pages?: readonly string[] },
  resultLine?: DeliveryResult,
): Promise<CardJson> {
  const { troubles, cursor } = await pageOfTroubles(deps, organization.id, pages.at(-1));
  return deliveryCard({
    ...reader,
    kind: 'list',
    rows: troubles.map(troubleRow),
    previous: pages.length > 0 ? { pages: pages.slice(0, -1) } : undefined,
    next: cursor !== undefined && pages.length < MOST_PAGES ? { pages: [...pages, cursor] } : undefined,
    resultLine,
  });
}

/** One of it; the list where it has turned out well meanwhile. */
export async function troubleCard(
  deps: StoreDeps,
  turn: Turn,
  id: string,
  resultLine?: DeliveryResult,
): Promise<CardJson> {
  const { organization, reader } = turn;
  const trouble = await troubleOf(deps, organization.id, id);
  if (!trouble) return troublesList(deps, turn, {}, { code: 'over' });
  const candidates = await candidatesFor(deps, organization, trouble);
  return deliveryCard({ ...reader, kind: 'one', trouble: troubleRow(trouble), candidates, resultLine });
}

function troubleRow({ id, record, deal, name }: Trouble): TroubleRow {
  const { at, reason } = record;
  const shown = {
    id,
    at,
    reason,
    name,
    deal: deal && { id: deal.id, customer: deal.customer.name, name: deal.name },
  };
  switch (record.what) {
    case 'message':
      return { ...shown, what: 'message', kind: record.type, why: record.why };
    case 'nobody':
      return { ...shown, what: 'nobody' };
    case 'work':
      return { ...shown, what: 'work', work: workOf[record.kind] ?? 'other' };
    default:
      return record satisfies never;
  }
}

/** What a document of this kind has to do with, for people. */
const workOf: Readonly<Record<string, StuckWork>> = {
  referral: 'deal',
  notice: 'deal',
  ask: 'deal',
  sending: 'deal',
  person: 'person',
  channel: 'person',
  member: 'member',
  connection: 'partnerCenter',
  token: 'partnerCenter',
  figures: 'lists',
  reindex: 'lists',
};
