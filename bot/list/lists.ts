import { visibleDeal } from '#app/list/deal.favorite.ts';
import type { PagePosition } from '#app/list/dealPage.ts';
import { listDeals } from '#app/list/deals.list.ts';
import { searchDeals } from '#app/list/deals.search.ts';
import { listCard } from '#cards/list/list.card.ts';
import { searchCard } from '#cards/list/search/search.card.ts';
import type { ListCardView } from '#cards/list/view.ts';
import type { DealDeps } from '#dialogs/turn/action.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import { cardOrLine } from '#dialogs/turn/cardOrLine.ts';
import { cardForPresser } from '#dialogs/turn/dealCardAnswer.ts';
import { fromOf, type ListPosition } from '#dialogs/turn/listPosition.ts';
import { openedFrom } from '#dialogs/turn/neighbours.ts';
import { type Turn, todayOf } from '#dialogs/turn/turn.ts';
import { unknownDeal } from '#dialogs/turn/unknownDeal.ts';
import { type DealFilters, type DealList, usualChoice } from '#domain/list/dealList.ts';

/** What an answered form leaves for the next one. */
interface Shown {
  formVersion: number;
  form?: ListCardView['form'];
}

/** Which list, and what it is narrowed to where that is for this once. */
interface WantedList {
  list: DealList;
  filters?: DealFilters | undefined;
}

/** A page of a list as it is now. */
export async function answerList(
  deps: DealDeps,
  turn: Turn,
  { list, filters }: WantedList,
  position: PagePosition,
  shown: Shown = { formVersion: 0 },
): Promise<Answer> {
  const { formVersion, form } = shown;
  const today = todayOf(deps, turn);
  const found = await listDeals(deps, { ...whoOf(turn), list, filters, today }, position);
  const member = turn.member !== undefined;
  const { options, stageNames } = turn.organization;
  const { partnerLed, registrationPolicy: policy } = options;
  const view = {
    ...turn.reader,
    ...found,
    list,
    once: filters,
    member,
    today,
    formVersion,
    form,
    partnerLed,
    policy,
    stageNames,
  };
  return { card: listCard(view), rows: found.deals.map(({ id }) => id) };
}

/** What a search finds now: the one deal that was named by its id, or a page of those with the words. */
export async function answerSearch(
  deps: DealDeps,
  turn: Turn,
  text: string,
  position: PagePosition = {},
  formVersion = 0,
): Promise<Answer> {
  const { reader } = turn;
  const outcome = await searchDeals(deps, { ...whoOf(turn), text }, position);
  switch (outcome.kind) {
    case 'too-short':
      return { card: searchCard({ ...reader, kind: 'short', text, formVersion }) };
    case 'deal':
      return cardOrLine(deps, turn, outcome.referral, { favorite: outcome.favorite });
    case 'found': {
      const member = turn.member !== undefined;
      const today = todayOf(deps, turn);
      const { options, stageNames } = turn.organization;
      const view = {
        ...reader,
        ...outcome,
        list: 'search' as const,
        text,
        member,
        today,
        formVersion,
        policy: options.registrationPolicy,
        stageNames,
      };
      return { card: listCard({ ...view, choice: usualChoice }), rows: outcome.deals.map(({ id }) => id) };
    }
    default:
      return outcome satisfies never;
  }
}

/** The list that a button stood in, as it is now; undefined for one that stood in none. */
export async function answerPlace(
  deps: DealDeps,
  turn: Turn,
  place: ListPosition,
): Promise<Answer | undefined> {
  const from = fromOf(place);
  if (!from) return undefined;
  const { organization, member } = whoOf(turn);
  const { first: referralId } = place;
  const first = referralId && (await visibleDeal(deps, { organization, member, referralId }));
  const position = first ? { first } : {};
  return 'list' in from
    ? answerList(deps, turn, from, position)
    : answerSearch(deps, turn, from.text, position);
}

/** A deal in place of the list that it is opened from, with the way back and to the deals beside it. */
export async function answerDeal(
  deps: DealDeps,
  turn: Turn,
  referralId: string,
  place: ListPosition,
): Promise<Answer> {
  const opened = await openedFrom(deps, turn, referralId, place);
  // A deal that is not there and one that this person may not see are told alike.
  if (!opened) return { text: await unknownDeal(deps, turn, referralId) };
  const { referral, ...around } = opened;
  return { card: await cardForPresser(deps, turn, referral, around), about: referral.id };
}

function whoOf({ organization, person, member }: Turn) {
  const policy = organization.options.registrationPolicy;
  return { organization: organization.id, personId: person.personId, member, policy };
}
