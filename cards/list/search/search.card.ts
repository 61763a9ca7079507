import type { CardJson } from '#cards/expand.ts';
import type { Reader } from '#cards/format.ts';
import { frameCard } from '#cards/frame/frame.ts';
import { searchItems } from '#cards/list/forms.ts';
import { clip, oneLine } from '#cards/outside.ts';
import type { Pressable } from '#cards/pressAction.ts';
import { say } from '#cards/say.ts';

/** Asks what to search for, or offers to search for what was not understood. */
export interface SearchCardView extends Reader {
  /** `offer`: something typed that is no command; `short`: too short to search for; `ask`: nothing yet. */
  kind: 'ask' | 'short' | 'offer';
  text: string;
  formVersion: number;
  /** With an offer: the line that a new deal begins with, where the text reads like one. */
  line?: string | undefined;
}

/** As much of a text as goes into a search. */
export const MOST_SEARCHED = 60;

/** As much of a line as begins a deal. */
const MOST_LINE = 500;

/** A field to search in, or one button that does it. */
export function searchCard(view: SearchCardView): CardJson {
  const { language, kind } = view;
  const text = clip(oneLine(view.text), MOST_SEARCHED);
  const line: Record<string, string> = view.line ? { text: view.line.slice(0, MOST_LINE) } : {};
  const titles = {
    ask: say(language, 'find.search.ask'),
    short: say(language, 'find.search.short', { text }),
    offer: say(language, 'find.search.offer'),
  };
  const offers: Pressable[] = [
    {
      verb: 'deals.search',
      title: say(language, 'find.search.for', { text: clip(text, 30) }),
      style: 'positive',
      data: { text },
    },
    { verb: 'deal.start', title: say(language, 'help.newButton'), data: line },
    { verb: 'help.show', title: say(language, 'welcome.helpButton') },
  ];
  return frameCard({
    language,
    title: titles[kind],
    hints: kind === 'offer' ? [] : [say(language, 'find.search.how')],
    body: kind === 'offer' ? [] : searchItems(view, text, view.formVersion),
    buttons: kind === 'offer' ? offers : [],
  });
}
