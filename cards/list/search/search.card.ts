import type { CardJson } from '#cards/expand.ts';
import type { Reader } from '#cards/format.ts';
import { frameCard } from '#cards/frame/frame.ts';
import { searchItems } from '#cards/list/forms.ts';
import { clip, oneLine } from '#cards/outside.ts';
import { say } from '#cards/say.ts';

/** Asks what to search for. */
export interface SearchCardView extends Reader {
  /** `short`: too short to search for; `ask`: nothing yet. */
  kind: 'ask' | 'short';
  text: string;
  formVersion: number;
}

/** As much of a text as goes into a search. */
export const MOST_SEARCHED = 60;

/** A field to search in. */
export function searchCard(view: SearchCardView): CardJson {
  const { language, kind } = view;
  const text = clip(oneLine(view.text), MOST_SEARCHED);
  const titles = {
    ask: say(language, 'find.search.ask'),
    short: say(language, 'find.search.short', { text }),
  };
  return frameCard({
    language,
    title: titles[kind],
    hints: [say(language, 'find.search.how')],
    body: searchItems(view, text, view.formVersion),
  });
}
