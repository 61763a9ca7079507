import type { VerbRow } from '#bot/dispatch/verbs.ts';
import { samples } from '#cards/samples.ts';
import { pressableOf } from './buttons.ts';

/** Cards that are about one deal each. */
const aboutDeals = [
  'referral',
  'answer',
  'timeline',
  'entering',
  'ask',
  'missed',
  'news',
  'digest',
  'silence',
  'glance',
  'question',
];

let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** The cards on whose samples each verb stands. */
function cardsOfVerbs(): ReadonlyMap<string, ReadonlySet<string>> {
  if (!known) {
    const found = new Map<string, Set<string>>();
    for (const { name, render } of samples()) {
      const [card = ''] = name.split('/');
      for (const { verb } of pressableOf(render('en')).buttons) {
        found.set(verb, (found.get(verb) ?? new Set()).add(card));
      }
    }
    known = found;
  }
  return known;
}

/**
 * What a row says of a button and its cards do not: a verb of the deal's card, its timeline or what has to be entered of it that stands on no card
 * without a deal shows that deal; a verb of a list, and of both news and what is muted, changes what its message shows.
 */
export function rowProblems(rows: Readonly<Record<string, Pick<VerbRow, 'card' | 'inList'>>>): string[] {
  return Object.entries(rows).flatMap(([verb, row]) => {
    const on = cardsOfVerbs().get(verb) ?? new Set<string>();
    const deal =
      ['referral', 'timeline', 'entering'].some((card) => on.has(card)) &&
      [...on].every((card) => aboutDeals.includes(card));
    const list = on.has('list') || (on.has('news') && on.has('silence'));
    return [
      ...(deal === (row.card === 'deal')
        ? []
        : [`${verb}: it ${deal ? 'stands' : 'stands not'} on the deal's card`]),
      ...(list === (row.inList === true) ? [] : [`${verb}: it ${list ? 'stands' : 'stands not'} in lists`]),
    ];
  });
}
