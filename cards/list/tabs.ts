import type { CardJson } from '#cards/expand.ts';
import { pressPart } from '#cards/pressAction.ts';
import { say, type TextKey } from '#cards/say.ts';
import { dealLists } from '#domain/list/dealList.ts';
import type { ListCardView } from './view.ts';

const listTexts = {
  all: 'find.list.all',
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

/** What leads to the other lists, three beside each other (CR-13). */
export function tabsPart(view: ListCardView): CardJson {
  // The one is for reviewers alone, the other nobody needs every day: who wants them asks by name.
  const asked = (name: (typeof dealLists)[number]) =>
    name === 'reviews' || name === 'closed' || name === 'all';
  const all = dealLists.filter((name) => !asked(name) || view.list === name).map((name) => tabOf(view, name));
  const rows = [all.slice(0, 3), all.slice(3)];
  const items = rows.map((columns) => ({ type: 'ColumnSet', spacing: 'Small', columns }));
  return { type: 'Container', items };
}

/** Made here and not bound by a template, which can't leave out what is as usual: a full page has no room for it. */
function tabOf(view: ListCardView, name: (typeof dealLists)[number]): CardJson {
  const text = titleOf(view, name);
  const look = name === view.list ? { weight: 'Bolder' } : { color: 'Accent' };
  return {
    ...{ type: 'Column', width: 'stretch' },
    selectAction: pressPart({ verb: 'deals.list', title: text, data: { list: name } }),
    items: [{ type: 'TextBlock', text, wrap: true, size: 'Small', horizontalAlignment: 'Center', ...look }],
  };
}

function titleOf({ language }: ListCardView, name: (typeof dealLists)[number]): string {
  return say(language, listTexts[name]);
}
