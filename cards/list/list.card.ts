import type { CardJson } from '#cards/expand.ts';
import { formatList } from '#cards/format.ts';
import { formButton } from '#cards/frame/fold.ts';
import { frameCard } from '#cards/frame/frame.ts';
import { rowPart } from '#cards/frame/row.ts';
import { textPart } from '#cards/frame/text.ts';
import { clip } from '#cards/outside.ts';
import type { Pressable } from '#cards/pressAction.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { DealList } from '#domain/list/dealList.ts';
import { fieldsOf } from './filterForm.ts';
import { filtersInWords } from './filterWords.ts';
import { filterItems, searchItems } from './forms.ts';
import { dealRows, listPositionOf } from './rows.ts';
import { tabsPart } from './tabs.ts';
import type { ListCardView } from './view.ts';

const emptyTexts = {
  all: 'find.empty.all',
  inbound: 'find.empty.inbound',
  outbound: 'find.empty.outbound',
  favorites: 'find.empty.favorites',
  mine: 'find.empty.mine',
  expiring: 'find.empty.expiring',
  action: 'find.empty.action',
  unsynced: 'find.empty.unsynced',
  closed: 'find.empty.closed',
  reviews: 'find.empty.reviews',
} satisfies Record<string, TextKey>;

const aboutTexts = {
  mine: 'find.about.mine',
  expiring: 'find.about.expiring',
  action: 'find.about.action',
  unsynced: 'find.about.unsynced',
  closed: 'find.about.closed',
  reviews: 'find.about.reviews',
} satisfies Record<string, TextKey>;

const titleTexts = {
  all: 'find.list.all',
  inbound: 'find.title.inbound',
  outbound: 'find.title.outbound',
  favorites: 'find.title.favorites',
  mine: 'find.title.mine',
  expiring: 'find.title.expiring',
  action: 'find.title.action',
  unsynced: 'find.title.unsynced',
  closed: 'find.title.closed',
  reviews: 'find.title.reviews',
} satisfies Record<string, TextKey>;

/** A page of deals with what leads to the others (CR-13 to CR-17). */
export function listCard(view: ListCardView): CardJson {
  const { language, list } = view;
  const { refused, text = '' } = view;
  const only = filtersInWords(view.choice.filters, view).map((words) => clip(words, 80));
  return frameCard({
    language,
    title:
      list === 'search'
        ? say(language, 'find.title.search', { text: clip(text, 80) })
        : say(language, titleTexts[list]),
    figure: countText(view),
    hints: [isAsked(list) ? say(language, aboutTexts[list]) : ''],
    body: [
      ...(view.member ? [tabsPart(view)] : []),
      ...(only.length > 0 ? [onlyPart(view, only)] : []),
      ...(refused ? [] : dealsOf(view, only.length > 0)),
      ...(refused && list !== 'search' ? filterItems(view, list) : []),
    ],
    buttons: [
      ...(refused ? [] : pagingOf(view)),
      ...(list !== 'search' && !refused && view.member
        ? [formButton(filterTitle(view, list), filterItems(view, list))]
        : []),
      formButton(say(language, 'find.search.button'), searchItems(view, text, view.formVersion)),
    ],
  });
}

/** Lists with a line of what stands on them; the tabs speak for themselves. */
function isAsked(list: ListCardView['list']): list is keyof typeof aboutTexts {
  return Object.hasOwn(aboutTexts, list);
}

function dealsOf(view: ListCardView, narrowed: boolean): CardJson[] {
  const { language, deals } = view;
  const empty = deals.length > 0 ? '' : emptyText(view, narrowed);
  return [
    ...dealRows(view),
    ...(empty ? [textPart(empty)] : []),
    ...(view.further ? [textPart(say(language, 'find.furtherText'), { small: true, subtle: true })] : []),
  ];
}

function onlyPart(view: ListCardView, only: readonly string[]): CardJson {
  const { language, list } = view;
  const data = list === 'search' ? {} : { list, clear: 'yes' };
  const title = say(language, 'find.clear');
  return rowPart({
    title: say(language, 'find.only', { filters: formatList(only, view) }),
    side: { verb: 'deals.list', title, data },
  });
}

function filterTitle({ language }: ListCardView, list: DealList): string {
  return say(language, fieldsOf(list).includes('sort') ? 'find.sortAndFilter' : 'find.filter');
}

function countText({ language, count: { count, more }, list, member }: ListCardView): string {
  if (!member) return '';
  if (more && count === 0 && list === 'search') return '';
  return say(language, more ? 'find.countMore' : 'find.count', { count });
}

function pagingOf(view: ListCardView): Pressable[] {
  const { language, previous, next } = view;
  const { first: _first, ...place } = listPositionOf(view);
  const verb = view.list === 'search' ? 'deals.search' : 'deals.list';
  const to = (title: string, position: Record<string, string>): Pressable => {
    return { verb, title, data: { ...place, ...position } };
  };
  return [
    ...(previous === undefined ? [] : [to(say(language, 'find.previous'), { before: previous })]),
    ...(next === undefined
      ? []
      : [to(say(language, view.further ? 'find.further' : 'find.next'), { after: next })]),
  ];
}

function emptyText(view: ListCardView, narrowed: boolean): string {
  const { language, list } = view;
  if (!view.member) return say(language, 'find.empty.noMember');
  if (view.further) return '';
  if (view.previous !== undefined) return say(language, 'find.empty.page');
  if (list === 'search') {
    return say(language, 'find.empty.search', { text: clip(view.text ?? '', 80) });
  }
  return say(language, narrowed ? 'find.empty.filtered' : emptyTexts[list]);
}
