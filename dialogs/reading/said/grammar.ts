import type { ListWords } from './listWords.ts';

/** What a sentence can mean; each has templates in each language, and one way to become what is said. */
export const meanings = [
  'note',
  'help',
  'undo',
  'day',
  'pipeline.mine',
  'pipeline.all',
  'pipeline',
  'insights',
  'digest.off',
  'digest',
  'back',
  'cover',
  'away',
  'start',
  'search',
  'unfavorite',
  'favorite',
  'unmute',
  'mute',
  'remind',
  'win',
  'lose',
  'decline',
  'rename',
  'value',
  'closeDate',
  'goes',
  'mark',
  'solutions',
  'invite',
  'handover',
  'accept',
  'register',
  'team',
  'timeline',
  'edit',
  'summary',
  'view',
] as const;
export type Meaning = (typeof meanings)[number];

/** The words of one language. */
export interface Grammar {
  /** As they are explained at `templateOf`. */
  sentences: Readonly<Partial<Record<Meaning, readonly string[]>>>;
  /** Ways of asking politely, which stand before what is asked; `asks` make a question of it that is none. */
  polite: {
    before: readonly string[];
    asks: readonly string[];
    behind: readonly string[];
    anywhere: readonly string[];
  };
  /** Words that stand at the end and change nothing: now, already. */
  ending: readonly string[];
  /** Around the name of a deal: articles, and words for what it is. */
  around: { articles: string; nouns: string };
  /** What stands for the deal that was just shown. */
  it: string;
  /** Where it hangs on the verb, accettala, and what is only polite there, mostrami: the verb, and it. */
  clitic?: RegExp;
  /** What else commands end in, to more than one person or politely: открой, откройте. The clitic takes it off again. */
  formal?: { after: RegExp; ending: string };
  /** What may end any sentence: 了. */
  particle?: string;
  /** Everything at once: no deal. */
  everything: string;
  /** What no name begins with. */
  noName: string;
  /** What no name has anywhere: verbs, and words for persons. A name in quotes may have all of them. */
  inNoName?: string;
  /** What no name ends with: 还, 快. */
  noEnd?: string;
  /** With one of them in it, a sentence changes nothing. */
  not: string;
  lists: ListWords;
}
