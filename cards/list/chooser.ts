import type { CardJson } from '#cards/expand.ts';
import type { Fold } from '#cards/frame/fold.ts';
import { pressPart } from '#cards/pressAction.ts';
import { say } from '#cards/say.ts';
import { type DealList, dealLists } from '#domain/list/dealList.ts';
import { listTexts } from './listNames.ts';
import type { ListCardView } from './view.ts';

/** The other lists, behind a button: one more tap for the one that is wanted, without asking the bot in between. */
export function chooserOf(view: ListCardView): Fold {
  // What waits for review is for reviewers alone: who wants it asks by name.
  const names = dealLists.filter((name) => name !== 'reviews' || view.list === name);
  const rows = Array.from({ length: Math.ceil(names.length / BESIDE) }, (_, at) =>
    names.slice(at * BESIDE, (at + 1) * BESIDE),
  );
  const items = rows.map((row) => ({
    type: 'ColumnSet',
    columns: row.map((name) => nameColumn(view, name)),
  }));
  return { id: 'lists', title: say(view.language, 'find.lists'), items };
}

const BESIDE = 2;

/** Made here and not bound by a template, which can't leave out what is as usual: a full page has no room for it. */
function nameColumn({ language, list }: ListCardView, name: DealList): CardJson {
  const text = say(language, listTexts[name]);
  const column = { type: 'Column', width: 'stretch' };
  const shown = { type: 'TextBlock', text, wrap: true };
  if (name === list) return { ...column, items: [{ ...shown, weight: 'Bolder' }] };
  const selectAction = pressPart({ verb: 'deals.list', title: text, data: { list: name } });
  return { ...column, selectAction, items: [{ ...shown, color: 'Accent' }] };
}
