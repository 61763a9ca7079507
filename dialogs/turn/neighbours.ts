import { type OpenedDeal, openDeal } from '#app/list/deal.open.ts';
import type { Around } from '#cards/referral/view/view.ts';
import type { Calendar } from '#ports/calendar.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { fromOf, type ListPosition } from './listPosition.ts';
import { type Turn, todayOf } from './turn.ts';

/** A deal with its heart and the way through the list from which it is opened; undefined where it may not be seen. */
export async function openedFrom(
  deps: { store: DocumentStore; clock: Clock; calendar: Calendar },
  turn: Turn,
  referralId: string,
  place: ListPosition,
): Promise<(Pick<OpenedDeal, 'referral' | 'favorite'> & { around?: Around }) | undefined> {
  const from = fromOf(place);
  const { organization, person, member } = turn;
  const policy = organization.options.registrationPolicy;
  const who = { organization: organization.id, personId: person.personId, member, policy };
  const opened = await openDeal(deps, { ...who, referralId, from, today: todayOf(deps, turn) });
  if (!opened) return undefined;
  const { referral, favorite, previous, next } = opened;
  if (!from) return { referral, favorite };
  const back = backTo(place);
  const beside = (id: string | undefined) => (id === undefined ? undefined : { referral: id, ...back });
  return { referral, favorite, around: { previous: beside(previous), next: beside(next), back } };
}

/** The data of a button that leads back to the page. */
function backTo({ list, filters, text, first }: ListPosition): ListPosition {
  const from = list ? { list, ...(filters && { filters }) } : { ...(text && { text }) };
  return { ...from, ...(first && { first }) };
}
