import { z } from 'zod';
import { type CardJson, expand } from '#cards/expand.ts';
import type { Reader } from '#cards/format.ts';
import { searchItems } from '#cards/list/forms.ts';
import { optional, optionalText } from '#cards/optional.ts';
import { clip, escaped, literal } from '#cards/outside.ts';
import { pressAction } from '#cards/pressAction.ts';
import { say } from '#cards/say.ts';
import template from './search.template.json' with { type: 'json' };

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

const searchCardData = z.object({
  lang: z.string().length(2),
  title: z.string(),
  how: optionalText,
  items: z.array(z.record(z.string(), z.unknown())),
  offered: z.boolean(),
  actions: z.array(z.record(z.string(), z.unknown())),
});

/** A field to search in, or one button that does it. */
export function searchCard(view: SearchCardView): CardJson {
  const { language, kind } = view;
  const text = clip(literal(view.text).replace(/\s+/g, ' ').trim(), MOST_SEARCHED);
  const line: Record<string, string> = view.line ? { text: view.line.slice(0, MOST_LINE) } : {};
  const titles = {
    ask: say(language, 'find.search.ask'),
    short: say(language, 'find.search.short', { text: clip(escaped(text), 80) }),
    offer: say(language, 'find.search.offer'),
  };
  const data: z.infer<typeof searchCardData> = {
    lang: language.slice(0, 2),
    title: titles[kind],
    how: optional(kind === 'offer' ? '' : say(language, 'find.search.how')),
    items: kind === 'offer' ? [] : searchItems(view, text, view.formVersion),
    offered: kind === 'offer',
    actions: [
      pressAction({
        verb: 'deals.search',
        title: say(language, 'find.search.for', { text: clip(text, 30) }),
        data: { text },
      }),
      pressAction({ verb: 'deal.start', title: say(language, 'help.newButton'), data: line }),
      pressAction({ verb: 'help.show', title: say(language, 'welcome.helpButton') }),
    ],
  };
  return expand(template, searchCardData.parse(data));
}
