import { distance } from 'fastest-levenshtein';
import type { Language, TextKey } from '#cards/say.ts';
import type { Verb } from '#cards/verb.ts';
import type { Meaning } from './grammar.ts';
import type { ListWords } from './listWords.ts';
import type { SaidContext } from './said.ts';
import { LONGEST, sentenceOf } from './sentence.ts';
import { wordsOfTemplate } from './template.ts';
import { grammars } from './words/grammars.ts';

/** Something that was perhaps meant, as a button. */
export interface LikelyCommand {
  verb: Verb;
  data: Readonly<Record<string, string>>;
  title: TextKey;
}

interface Candidate extends LikelyCommand {
  meanings: readonly Meaning[];
  lists: readonly (keyof ListWords)[];
}

const listed = (list: string, title: TextKey, lists: readonly (keyof ListWords)[]): Candidate => ({
  verb: 'deals.list',
  data: { list },
  title,
  meanings: [],
  lists,
});

const candidates: readonly Candidate[] = [
  { verb: 'deal.start', data: {}, title: 'help.newButton', meanings: ['start'], lists: [] },
  { verb: 'help.show', data: {}, title: 'welcome.helpButton', meanings: ['help'], lists: [] },
  listed('mine', 'find.list.mine', ['mine', 'open', 'over', 'under']),
  { ...listed('action', 'find.list.action', ['action', 'overdue']), meanings: ['day'] },
  listed('expiring', 'find.list.expiring', ['expiring', 'unanswered']),
  listed('closed', 'find.list.closed', ['closed', 'won', 'lost']),
];
const MOST = 3;
const SHORTEST = 4;
const MOST_WORDS = 40;

const known = new Map<Language, readonly { candidate: Candidate; words: ReadonlySet<string> }[]>();

function wordsFor(language: Language) {
  const { sentences, lists } = grammars[language];
  const made =
    known.get(language) ??
    candidates.map((candidate) => {
      const written = [
        ...candidate.meanings.flatMap((meaning) => sentences[meaning] ?? []),
        ...candidate.lists.flatMap((kind) => lists[kind]),
      ];
      const words = written.flatMap(wordsOfTemplate).map((word) => word.replace('*', ''));
      return { candidate, words: new Set(words.filter(isTelling)) };
    });
  known.set(language, made);
  return made;
}

/**
 * For what is not understood, the two or three things that its words are most like; the usual ones where they are like
 * none.
 */
export function likelyCommands(
  text: string,
  { language }: Pick<SaidContext, 'language'>,
): readonly LikelyCommand[] {
  const typed = sentenceOf(text.slice(0, LONGEST))
    .words.map(({ plain }) => plain)
    .filter(isTelling)
    .slice(0, MOST_WORDS);
  const all = [...new Set<Language>([language, 'en'])].flatMap(wordsFor);
  const weights = new Map<Candidate, number>();
  for (const word of typed) {
    const hit = all.filter(({ words }) => [...words].some((one) => isLike(word, one)));
    // What many of them have says little.
    for (const { candidate } of hit) weights.set(candidate, (weights.get(candidate) ?? 0) + 1 / hit.length);
  }
  const usual = candidates.filter(({ verb, data }) => verb !== 'deals.list' || data.list === 'mine');
  const likely = [...weights.keys()].sort(
    (one, other) => (weights.get(other) ?? 0) - (weights.get(one) ?? 0),
  );
  return [...new Set([...likely, ...usual])]
    .slice(0, MOST)
    .map(({ verb, data, title }) => ({ verb, data, title }));
}

function isTelling(word: string): boolean {
  return word.length >= SHORTEST || /\p{Script=Han}/u.test(word);
}

function isLike(typed: string, word: string): boolean {
  if (typed === word) return true;
  const near = typed.length > SHORTEST && word.length > SHORTEST && Math.abs(typed.length - word.length) <= 1;
  return near && distance(typed, word) === 1;
}
