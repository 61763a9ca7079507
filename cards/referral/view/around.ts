import type { CardJson } from '#cards/expand.ts';
import { say } from '#cards/say.ts';
import type { ReferralCardView } from './view.ts';

const OPEN = 'deal.open';
const LIST = 'deals.list';

/** What a button of a card that was opened from a list takes along, so that the answer still leads back there. */
export function positionOf({ around }: Pick<ReferralCardView, 'around'>): object {
  return around?.back && Object.keys(around.back).length > 0 ? { place: around.back } : {};
}

/**
 * Columns of the row that leads back to the list a deal was opened from, and to the deals before and after it there.
 * They are no buttons: a card has six of those at most, and they are for the deal.
 */
export function aroundColumns({ around, language }: ReferralCardView): CardJson[] {
  const way = (
    title: string,
    text: string,
    verb: string,
    data: Readonly<Record<string, unknown>> | undefined,
    width = 'auto',
  ) => {
    if (!data) return [];
    const fallback = { type: 'Action.Submit', data: { verb, ...data } };
    const selectAction = { type: 'Action.Execute', verb, title, data, fallback };
    const items = [{ type: 'TextBlock', text, wrap: true, color: 'Accent' }];
    return [{ type: 'Column', width, selectAction, items }];
  };
  const words = (key: 'back' | 'previous' | 'next') => say(language, `deal.around.${key}`);
  return [
    ...way(words('back'), words('back'), LIST, around?.back, 'stretch'),
    ...way(words('previous'), `‹ ${words('previous')}`, OPEN, around?.previous),
    ...way(words('next'), `${words('next')} ›`, OPEN, around?.next),
  ];
}
