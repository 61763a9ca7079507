import type { CardJson } from '#cards/expand.ts';
import { type Pressable, pressPart } from '#cards/pressAction.ts';
import { say } from '#cards/say.ts';
import type { ReferralCardView } from './view.ts';

/** What a button of a card that was opened from a list takes along, so that the answer still leads back there. */
export function positionOf({ around }: Pick<ReferralCardView, 'around'>): object {
  return around?.back && Object.keys(around.back).length > 0 ? { place: around.back } : {};
}

/**
 * Columns of the row that leads back to the list a deal was opened from, and to the deals before and after it there.
 * They are no buttons: a card has six of those at most, and they are for the deal.
 */
export function aroundColumns({ around, language }: ReferralCardView): CardJson[] {
  const way = (text: string, press: Pressable, width = 'auto') => {
    if (!press.data) return [];
    const selectAction = pressPart(press);
    const items = [{ type: 'TextBlock', text, wrap: true, color: 'Accent' }];
    return [{ type: 'Column', width, selectAction, items }];
  };
  const back = say(language, 'deal.around.back');
  const previous = say(language, 'deal.around.previous');
  const next = say(language, 'deal.around.next');
  return [
    ...way(back, { verb: 'deals.list', title: back, data: around?.back }, 'stretch'),
    ...way(`‹ ${previous}`, { verb: 'deal.open', title: previous, data: around?.previous }),
    ...way(`${next} ›`, { verb: 'deal.open', title: next, data: around?.next }),
  ];
}
