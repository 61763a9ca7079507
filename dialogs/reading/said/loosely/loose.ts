import type { Language } from '#cards/say.ts';
import { type Grammar, type Meaning, meanings } from '#dialogs/reading/said/grammar.ts';
import { changes, withoutManners } from '#dialogs/reading/said/manners.ts';
import { contextIn, languagesFor, readSentence, vocabularyIn } from '#dialogs/reading/said/readSaid.ts';
import type { Said, SaidContext } from '#dialogs/reading/said/said.ts';
import { LONGEST, type Sentence } from '#dialogs/reading/said/sentence.ts';
import { putRight, type Vocabulary } from '#dialogs/reading/said/typos.ts';
import { grammars } from '#dialogs/reading/said/words/grammars.ts';
import { type Fit, fitOf, placesWithin, type TemplatePart, templateParts } from './bag.ts';
import { type KnownName, NAMED, withNames } from './known.ts';
import { type Loosely, meantOf } from './meantOf.ts';
import { type SmallWords, smallWordsOf } from './smallWords.ts';

interface Loose {
  grammar: Grammar;
  small: SmallWords;
  templates: readonly { meaning: Meaning; parts: readonly TemplatePart[] }[];
  vocabulary: Vocabulary;
}

const ready = new Map<Language, Loose>();

function looseOf(language: Language): Loose {
  const made = ready.get(language) ?? make(language);
  ready.set(language, made);
  return made;
}

function make(language: Language): Loose {
  const grammar = grammars[language];
  const { sentences } = grammar;
  return {
    grammar,
    small: smallWordsOf(language),
    templates: meanings.flatMap((meaning) =>
      (sentences[meaning] ?? []).map((one) => ({ meaning, parts: templateParts(one) })),
    ),
    vocabulary: vocabularyIn(language),
  };
}

/** With more words in it, somebody tells something. */
const MOST_WORDS = 30;
const MOST_SIGNS = 60;

/**
 * What a sentence says that no template foresaw, where it is known which of its words are names of deals: first with
 * each name as one word, then without small words, then by the words that a template is made of in whatever order. It
 * stays undefined where it denies, wonders or asks, says two things, or where too much of it is not accounted for.
 */
export function readLoosely(
  text: string,
  known: readonly KnownName[],
  context: SaidContext,
): Said | undefined {
  if (text.trim() === '' || text.length > LONGEST) return undefined;
  const sentence = withNames(text, known);
  if (sentence.words.length > (/\p{Script=Han}/u.test(text) ? MOST_SIGNS : MOST_WORDS)) return undefined;
  if (isOfAny(sentence, context)) return undefined;
  const strict = known.length > 0 ? named(readSentence(sentence, context), text, known) : undefined;
  if (strict) return strict;
  for (const language of near(text, context.language)) {
    const said = inLanguage(looseOf(language), sentence, known, contextIn(language, context));
    if (said) return said;
  }
  return undefined;
}

/** What is read loosely is read in the language of its letters, or in one's own and English. */
function near(text: string, own: Language): readonly Language[] {
  const [first] = languagesFor(text, own);
  return first === 'en' || first === 'ru' || first === 'zh-Hans' ? [first] : [first, 'en'];
}

/** A Contoso deal is any one. */
function isOfAny({ text, words }: Sentence, { language }: SaidContext): boolean {
  return near(text, language).some((one) =>
    words.some(
      ({ plain }, index) => plain === NAMED && smallWordsOf(one).isAny(words[index - 1]?.plain ?? ''),
    ),
  );
}

/** The same with the words that find the deal; undefined where it is about something else than a name. */
function named(said: Said | undefined, text: string, known: readonly KnownName[]): Said | undefined {
  if (!said || !('deal' in said) || typeof said.deal !== 'object') return undefined;
  const { words } = said.deal;
  const name = known.find(({ start, end }) => text.slice(start, end) === words);
  return name && ({ ...said, deal: { words: name.words } } as Said);
}

function inLanguage(
  loose: Loose,
  sentence: Sentence,
  known: readonly KnownName[],
  context: SaidContext,
): Said | undefined {
  const shorter = withoutSmall(sentence, loose.small);
  const read = shorter && readSentence(shorter, context);
  const strict =
    read && 'deal' in read && typeof read.deal === 'object'
      ? named(read, sentence.text, known)
      : read && known.length === 0 && !changes(read)
        ? read
        : undefined;
  if (strict) return strict;
  return unordered(loose, sentence, known, context) ?? putRightIn(loose, sentence, known, context);
}

/** Without the words that say nothing, but for those that may be the deal: it, that one. */
function withoutSmall(sentence: Sentence, small: SmallWords): Sentence | undefined {
  const words = sentence.words.filter(({ plain }) => !small.isSmall(plain) || small.isAsking(plain));
  return words.length < sentence.words.length && words.length > 0 ? { ...sentence, words } : undefined;
}

function putRightIn(
  loose: Loose,
  sentence: Sentence,
  known: readonly KnownName[],
  context: SaidContext,
): Said | undefined {
  const read = putRight(sentence, loose.vocabulary)
    .map((variant) => unordered(loose, variant, known, context))
    .filter((one) => one !== undefined);
  const [said, ...others] = read;
  return others.every(({ verb }) => verb === said?.verb) ? said : undefined;
}

const FAR_MORE = 2;

type Found = Fit & { meaning: Meaning; parts: readonly TemplatePart[] };

/** The one thing that the words of a sentence say, in whatever order they stand. */
function unordered(
  { grammar, small, templates, vocabulary }: Loose,
  typed: Sentence,
  known: readonly KnownName[],
  context: SaidContext,
): Said | undefined {
  const asking = withoutManners(typed, grammar, vocabulary.words);
  for (const tail of tailsOf(asking.sentence, small)) {
    const head = { ...asking.sentence, words: asking.sentence.words.slice(0, tail?.from) };
    const found = templates.flatMap(({ meaning, parts }): Found[] => {
      const fit = fitOf(parts, head, small);
      return fit ? [{ ...fit, meaning, parts }] : [];
    });
    const loosely: Loosely = { asking, head, tail, known, grammar, small, context };
    const said = agreed(most(found), loosely);
    if (said) return said;
  }
  return undefined;
}

/** Those that account for words that no other does. */
function most(found: readonly Found[]): readonly Found[] {
  const said = found.filter(({ telling }) => telling.size > 0);
  const all =
    said.length > 0 ? said : found.filter(({ meaning }) => meaning === 'goes' || meaning === 'value');
  // Of two that share no word the one that says far more is meant: the other is a noun in it, such as invitation.
  const least = Math.max(0, ...all.map(({ telling }) => telling.size)) / FAR_MORE;
  return all.filter(
    ({ telling }) =>
      telling.size >= least &&
      !all.some((other) => other.telling.size > telling.size && telling.isSubsetOf(other.telling)),
  );
}

/** What all of them say, where it is one thing. */
function agreed(found: readonly Found[], loosely: Loosely): Said | undefined {
  const groups = Map.groupBy(withoutShow(found), ({ telling }) => [...telling].sort().join());
  const meant = [...groups.values()].map((group) => different(group).flatMap((one) => meantOf(one, loosely)));
  const [said] = meant.flat();
  // Of words that say something else as well nobody knows what they mean.
  if (!said || meant.some((group) => group.length === 0)) return undefined;
  return meant.flat().every(({ verb }) => verb === said.verb) ? said : undefined;
}

const looking: readonly Meaning[] = [
  ...(['pipeline', 'pipeline.mine', 'pipeline.all', 'insights', 'help', 'day'] as const),
  ...(['team', 'solutions', 'timeline', 'summary', 'view'] as const),
];

/** To show the history is to show, and more. */
function withoutShow(found: readonly Found[]): readonly Found[] {
  if (!found.every(({ meaning }) => looking.includes(meaning))) return found;
  const others = found.filter(({ meaning }) => meaning !== 'view');
  return others.length > 0 ? others : found;
}

/** Templates of one meaning with the same places mean the same. */
function different(group: readonly Found[]): readonly Found[] {
  const kinds = Map.groupBy(
    group.toSorted((one, other) => other.used.size - one.used.size),
    ({ meaning, parts }) => `${meaning} ${[...new Set(placesWithin(parts))].sort().join()}`,
  );
  return [...kinds.values()].flatMap(([one]) => (one ? [one] : []));
}

/** Where a reason or more of an invitation may begin, and none. */
function tailsOf({ words }: Sentence, small: SmallWords): readonly Loosely['tail'][] {
  const at = words.findIndex(
    ({ plain }, index) => index > 0 && (/^[,:-]$/.test(plain) || small.isBecause(plain)),
  );
  if (at < 0) return [undefined];
  return [
    undefined,
    {
      from: at,
      start: /^[,:-]$/.test(words[at]?.plain ?? '') ? at + 1 : at,
      colon: words[at]?.plain === ':',
    },
  ];
}
