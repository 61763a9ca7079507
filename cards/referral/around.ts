import type { CardJson } from '../expand.ts';
import { say } from '../say.ts';
import type { ReferralCardView } from './view.ts';

const OPEN = 'deal.open';
const LIST = 'deals.list';

/** The way to the deals before and after this one in the list it was opened from, and back to the list. */
export function aroundActions({ around, language }: ReferralCardView): CardJson[] {
  const button = (title: string, verb: string, data: Readonly<Record<string, unknown>> | undefined) => {
    if (!data) return [];
    const own = { title, associatedInputs: 'none' };
    const fallback = { type: 'Action.Submit', ...own, data: { verb, ...data } };
    return [{ type: 'Action.Execute', verb, ...own, data, fallback }];
  };
  return [
    ...button(say(language, 'deal.around.previous'), OPEN, around?.previous),
    ...button(say(language, 'deal.around.next'), OPEN, around?.next),
    ...button(say(language, 'deal.around.back'), LIST, around?.back),
  ];
}
