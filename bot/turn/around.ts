import { z } from 'zod';
import { type OpenedDeal, type OpenedFrom, openDeal } from '#app/list/deal.open.ts';
import type { Around } from '#cards/referral/card/view.ts';
import { dealLists } from '#domain/list/dealList.ts';
import type { Calendar } from '#ports/calendar.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { type Turn, todayOf } from './turn.ts';

/** Where a button stands: in a list or among the finds of a search, on the page that begins with a deal. */
export const placeData = z.looseObject({
  list: z.enum(dealLists).optional(),
  text: z.string().max(200).optional(),
  first: z.string().max(200).optional(),
});
export type PlaceData = Pick<z.infer<typeof placeData>, 'list' | 'text' | 'first'>;

/** The list that a deal is opened from. */
export function fromOf({ list, text }: PlaceData): OpenedFrom | undefined {
  if (list) return { list };
  return text ? { text } : undefined;
}

/** What a press says of the list from which its card was opened; undefined where it was opened from none. */
export function placeIn(data: Readonly<Record<string, unknown>>): PlaceData | undefined {
  const parsed = placeData.safeParse(data.place);
  return parsed.success && fromOf(parsed.data) ? parsed.data : undefined;
}

/** A deal with its heart and the way through the list from which it is opened; undefined where it may not be seen. */
export async function openedFrom(
  deps: { store: DocumentStore; clock: Clock; calendar: Calendar },
  turn: Turn,
  referralId: string,
  place: PlaceData,
): Promise<(Pick<OpenedDeal, 'referral' | 'favorite'> & { around?: Around }) | undefined> {
  const from = fromOf(place);
  const { organization, person, member } = turn;
  const who = { organization: organization.id, personId: person.personId, member };
  const opened = await openDeal(deps, { ...who, referralId, from, today: todayOf(deps, turn) });
  if (!opened) return undefined;
  const { referral, favorite, previous, next } = opened;
  if (!from) return { referral, favorite };
  const back = backTo(place);
  const beside = (id: string | undefined) => (id === undefined ? undefined : { referral: id, ...back });
  return { referral, favorite, around: { previous: beside(previous), next: beside(next), back } };
}

/** The data of a button that leads back to the page. */
function backTo({ list, text, first }: PlaceData): Record<string, string> {
  return { ...(list ? { list } : { ...(text && { text }) }), ...(first && { first }) };
}
