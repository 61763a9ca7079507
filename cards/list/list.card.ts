import type { CardJson } from '#cards/expand.ts';
import { formatList } from '#cards/format.ts';
import { foldButton, foldPart, formButton } from '#cards/frame/fold.ts';
import { frameCard } from '#cards/frame/frame.ts';
import { rowPart } from '#cards/frame/row.ts';
import { textPart } from '#cards/frame/text.ts';
import { formatTotals } from '#cards/money/formatTotals.ts';
import { clip } from '#cards/outside.ts';
import type { Pressable } from '#cards/pressAction.ts';
import { say, type TextKey } from '#cards/say.ts';
import { chooserOf } from './chooser.ts';
import { filtersInWords } from './filterWords.ts';
import { filterItems, searchItems } from './forms.ts';
import { listTexts } from './listNames.ts';
import { listOrderText } from './orderText.ts';
import { dealRows, listPositionOf } from './rows.ts';
import type { ListCardView } from './view.ts';

const emptyTexts = {
  mine: 'find.empty.mine',
  all: 'find.empty.all',
  action: 'find.empty.action',
  expiring: 'find.empty.expiring',
  inbound: 'find.empty.inbound',
  outbound: 'find.empty.outbound',
  favorites: 'find.empty.favorites',
  unsynced: 'find.empty.unsynced',
  closed: 'find.empty.closed',
  reviews: 'find.empty.reviews',
} satisfies Record<keyof typeof listTexts, TextKey>;

/** So much a card may take; somewhat more is not delivered. */
const MOST_BYTES = 27_500;

/** A page of deals with what leads to the others (CR-13 to CR-17). */
export function listCard(view: ListCardView): CardJson {
  const without = cardAround(view, []);
  if (view.form) return without;
  return cardAround(view, dealRows(view, MOST_BYTES - Buffer.byteLength(JSON.stringify(without))));
}

function cardAround(view: ListCardView, rows: readonly CardJson[]): CardJson {
  const { language, list, member } = view;
  const chooser = chooserOf(view);
  return frameCard({
    language,
    title:
      list === 'search'
        ? say(language, 'find.title.search', { text: clip(view.text ?? '', 80) })
        : say(language, listTexts[list]),
    figure: countText(view),
    hints: [headText(view)],
    body: [...bodyOf(view, rows), ...(member ? [foldPart(chooser)] : [])],
    buttons: [...buttonsOf(view), ...(member ? [foldButton(chooser)] : [])],
  });
}

/** The form of filters stands in the place of the rows: both together are more than a card may take. */
function bodyOf(view: ListCardView, rows: readonly CardJson[]): CardJson[] {
  if (view.form && view.list !== 'search') return filterItems(view, view.list);
  const only = filtersInWords(view.choice.filters, view).map((words) => clip(words, 80));
  const narrowed = only.length > 0;
  return [...(narrowed ? [onlyPart(view, only)] : []), ...rows, ...besideRows(view, narrowed)];
}

function buttonsOf(view: ListCardView): (Pressable | CardJson)[] {
  const { language, list, member, text = '' } = view;
  const search = formButton(say(language, 'find.search.button'), searchItems(view, text, view.formVersion));
  if (list === 'search' || !member) return [...pagingOf(view), search];
  const here = listPositionOf(view);
  if (view.form) {
    const title = say(language, 'deal.around.back');
    return [{ verb: 'deals.list', title, data: here, inputs: false }, search];
  }
  const title = say(language, 'find.filter');
  return [
    ...pagingOf(view),
    { verb: 'deals.list', title, data: { ...here, show: 'filters' }, inputs: false },
    search,
  ];
}

/** In which order they stand, and what all of them are worth; a line that begins with a figure is a list to some clients. */
function headText(view: ListCardView): string {
  if (view.deals.length === 0 || view.form) return '';
  const { totals = [] } = view;
  return [listOrderText(view), formatTotals(totals, view)].filter(Boolean).join(' · ');
}

function besideRows(view: ListCardView, narrowed: boolean): CardJson[] {
  const { language, deals } = view;
  const empty = deals.length > 0 ? '' : emptyText(view, narrowed);
  return [
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
