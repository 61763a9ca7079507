import { z } from 'zod';
import { type CardJson, expand } from '#cards/expand.ts';
import { formatList } from '#cards/format.ts';
import { optional, optionalText } from '#cards/optional.ts';
import { clip, escaped } from '#cards/outside.ts';
import { pressAction, pressPart } from '#cards/pressAction.ts';
import { say, type TextKey } from '#cards/say.ts';
import { dealLists } from '#domain/list/dealList.ts';
import { fieldsOf, filtersInWords } from './filterForm.ts';
import { filterItems, searchItems } from './forms.ts';
import template from './list.template.json' with { type: 'json' };
import { dealRow, listPositionOf } from './rows.ts';
import type { Counted, ListCardView } from './view.ts';

const emptyTexts = {
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

const listTexts = {
  inbound: 'find.list.inbound',
  outbound: 'find.list.outbound',
  favorites: 'find.list.favorites',
  mine: 'find.list.mine',
  expiring: 'find.list.expiring',
  action: 'find.list.action',
  unsynced: 'find.list.unsynced',
  closed: 'find.list.closed',
  reviews: 'find.list.reviews',
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

const press = z.record(z.string(), z.unknown());
const tab = z.object({
  title: z.string(),
  weight: z.enum(['Bolder', 'Default']),
  colour: z.enum(['Default', 'Accent']),
  press,
});
const listCardData = z.object({
  lang: z.string().length(2),
  summary: z.string(),
  title: z.string(),
  count: z.string(),
  about: optionalText,
  tabs: z.object({ shown: z.boolean(), first: z.array(tab), second: z.array(tab) }),
  only: optionalText.extend({ title: z.string(), press }),
  rows: z.array(
    z.object({
      name: z.string(),
      customer: z.string(),
      status: z.string(),
      colour: z.enum(['Accent', 'Good', 'Attention', 'Warning', 'Default']),
      rest: z.string(),
      urgent: optionalText.extend({ colour: z.enum(['Default', 'Attention']) }),
      open: press,
      heart: z.string(),
      toggle: press,
    }),
  ),
  empty: optionalText,
  further: optionalText,
  form: z.object({ shown: z.boolean(), items: z.array(z.record(z.string(), z.unknown())) }),
  paging: z.object({ shown: z.boolean(), actions: z.array(press) }),
  filter: z.object({
    shown: z.boolean(),
    title: z.string(),
    items: z.array(z.record(z.string(), z.unknown())),
  }),
  search: z.object({ title: z.string(), items: z.array(z.record(z.string(), z.unknown())) }),
});

/** A page of deals with what leads to the others (CR-13 to CR-17). */
export function listCard(view: ListCardView): CardJson {
  const { language, list } = view;
  const title =
    list === 'search'
      ? say(language, 'find.title.search', { text: clip(escaped(view.text ?? ''), 80) })
      : say(language, titleTexts[list]);
  const only = filtersInWords(view.choice.filters, view).map((words) => clip(escaped(words), 80));
  const { refused } = view;
  const clear = list === 'search' ? {} : { list, clear: 'yes' };
  const data: z.infer<typeof listCardData> = {
    lang: language.slice(0, 2),
    summary: `${title}: ${countText(view)}`,
    title,
    count: countText(view),
    about: optional(
      list === 'search' || list === 'inbound' || list === 'outbound' || list === 'favorites'
        ? ''
        : say(language, aboutTexts[list]),
    ),
    tabs: tabsOf(view),
    only: {
      ...optional(
        only.length > 0 ? say(language, 'find.only', { filters: formatList(only, view) }) : undefined,
      ),
      title: say(language, 'find.clear'),
      press: pressPart({ verb: 'deals.list', title: say(language, 'find.clear'), data: clear }),
    },
    rows: refused ? [] : view.deals.map((referral) => dealRow(view, referral)),
    empty: optional(view.deals.length > 0 || refused ? '' : emptyText(view, only.length > 0)),
    further: optional(view.further && !refused ? say(language, 'find.furtherText') : ''),
    form: {
      shown: refused !== undefined,
      items: refused && list !== 'search' ? filterItems(view, list) : [],
    },
    paging: pagingOf(view),
    filter: {
      shown: list !== 'search' && !refused && view.member,
      title: say(
        language,
        fieldsOf(list === 'search' ? 'mine' : list).includes('sort') ? 'find.sortAndFilter' : 'find.filter',
      ),
      items: list === 'search' || refused ? [] : filterItems(view, list),
    },
    search: {
      title: say(language, 'find.search.button'),
      items: searchItems(view, view.text ?? '', view.formVersion),
    },
  };
  return expand(template, listCardData.parse(data));
}

function countText({ language, count: { count, more }, list, member }: ListCardView): string {
  if (!member) return '';
  if (more && count === 0 && list === 'search') return '';
  return say(language, more ? 'find.countMore' : 'find.count', { count });
}

function tabsOf(view: ListCardView) {
  const { language, tabs } = view;
  const titled = (name: (typeof dealLists)[number]) => {
    const label = say(language, listTexts[name]);
    const counted: Counted | undefined =
      name === 'inbound' || name === 'outbound' || name === 'favorites' ? tabs?.[name] : undefined;
    if (!counted) return label;
    const count = `${counted.count}${counted.more ? '+' : ''}`;
    return say(language, 'find.tab', { name: label, count });
  };
  // The one is for reviewers alone, the other nobody needs every day: who wants them asks by name.
  const asked = (name: (typeof dealLists)[number]) => name === 'reviews' || name === 'closed';
  const offered = dealLists.filter((name) => !asked(name) || view.list === name);
  const all = offered.map((name) => ({
    title: titled(name),
    weight: name === view.list ? ('Bolder' as const) : ('Default' as const),
    colour: name === view.list ? ('Default' as const) : ('Accent' as const),
    press: pressPart({ verb: 'deals.list', title: titled(name), data: { list: name } }),
  }));
  return { shown: view.member, first: all.slice(0, 3), second: all.slice(3) };
}

function pagingOf(view: ListCardView) {
  const { language, previous, next, refused } = view;
  const { first: _first, ...place } = listPositionOf(view);
  const to = (title: string, position: Record<string, string>) => {
    const data = { ...place, ...position };
    return view.list === 'search'
      ? pressAction({ verb: 'deals.search', title, data })
      : pressAction({ verb: 'deals.list', title, data });
  };
  const actions = [
    ...(previous === undefined ? [] : [to(say(language, 'find.previous'), { before: previous })]),
    ...(next === undefined
      ? []
      : [to(say(language, view.further ? 'find.further' : 'find.next'), { after: next })]),
  ];
  return { shown: actions.length > 0 && !refused, actions };
}

function emptyText(view: ListCardView, narrowed: boolean): string {
  const { language, list } = view;
  if (!view.member) return say(language, 'find.empty.noMember');
  if (view.further) return '';
  if (view.previous !== undefined) return say(language, 'find.empty.page');
  if (list === 'search') {
    return say(language, 'find.empty.search', { text: clip(escaped(view.text ?? ''), 80) });
  }
  return say(language, narrowed ? 'find.empty.filtered' : emptyTexts[list]);
}
