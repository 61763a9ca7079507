import type { Language } from '#cards/say.ts';
import { readBare } from './bareChange.ts';
import { type Grammar, type Meaning, meanings } from './grammar.ts';
import { readList } from './listing.ts';
import { changes, type Mannered, withoutManners } from './manners.ts';
import type { Said, SaidContext } from './said.ts';
import { saidOf } from './saidOf.ts';
import { LONGEST, type Sentence, sentenceOf } from './sentence.ts';
import { placesIn, type Template, templateOf, wordsOfTemplate } from './template.ts';
import { putRight, type Vocabulary, vocabularyOf } from './typos.ts';
import { grammars } from './words/grammars.ts';

/** A person's name rarely has a word such as to in it, a deal's may: Back to School to Ada. */
const longFirst: ReadonlySet<Meaning> = new Set<Meaning>(['handover']);

interface Made {
  grammar: Grammar;
  templates: readonly { meaning: Meaning; templates: readonly Template[] }[];
  vocabulary: Vocabulary;
}
const made = new Map<Language, Made>();

function grammarOf(language: Language): Made {
  const ready = made.get(language) ?? make(grammars[language]);
  made.set(language, ready);
  return ready;
}

function make(grammar: Grammar): Made {
  const { sentences, lists } = grammar;
  const written = [...Object.values(sentences), ...Object.values(lists)].flat();
  return {
    grammar,
    templates: meanings.map((meaning) => ({ meaning, templates: templatesOf(sentences[meaning] ?? []) })),
    vocabulary: vocabularyOf(written.flatMap(wordsOfTemplate)),
  };
}

/** Those with the most words first: they say more. */
function templatesOf(written: readonly string[]): Template[] {
  return written.map(templateOf).sort((one, other) => other.fixed - one.fixed);
}

/**
 * What a sentence says of deals: in the reader's language first, then in English, then in the others. Typos of one
 * letter in the words of commands are put right where nothing else can be meant. What is left open is undefined:
 * nothing changes something that it should not.
 */
export function readSaid(text: string, context: SaidContext): Said | undefined {
  if (text.trim() === '' || text.length > LONGEST) return undefined;
  const sentence = sentenceOf(text);
  if (sentence.words.length === 0) return undefined;
  const [own, ...others] = languagesFor(text, context.language);
  const near = own === 'en' || own === 'ru' || own === 'zh-Hans' ? [own] : [own, 'en' as const];
  return (
    first(near, (language) => readIn(grammarOf(language), sentence, contextIn(language, context), false)) ??
    first(near, (language) => readPutRight(grammarOf(language), sentence, contextIn(language, context))) ??
    first(near, (language) => bareIn(grammarOf(language).grammar, sentence, context)) ??
    first(others, (language) => readIn(grammarOf(language), sentence, contextIn(language, context), true))
  );
}

function first(
  languages: readonly Language[],
  read: (language: Language) => Said | undefined,
): Said | undefined {
  for (const language of languages) {
    const said = read(language);
    if (said) return said;
  }
  return undefined;
}

function readPutRight(made: Made, sentence: Sentence, context: SaidContext): Said | undefined {
  const read = putRight(sentence, made.vocabulary).map((variant) => readIn(made, variant, context, false));
  const [said, ...others] = read.filter((one) => one !== undefined);
  return others.every(({ verb }) => verb === said?.verb) ? said : undefined;
}

function bareIn(grammar: Grammar, typed: Sentence, context: SaidContext): Said | undefined {
  const asking = withoutManners(typed, grammar);
  const said = readBare(asking.sentence, grammar, context);
  return said && isMeant(said, asking, {}, grammar) ? said : undefined;
}

/** Who types in another language than their own writes its words, and English in the figures of their own. */
function contextIn(language: Language, context: SaidContext): SaidContext {
  return language === 'en' ? context : { ...context, language };
}

/** In which languages a text is read: by its letters, then the reader's own and English, then what it may be. */
function languagesFor(text: string, own: Language): [Language, ...Language[]] {
  if (/\p{Script=Han}/u.test(text)) return ['zh-Hans'];
  if (/\p{Script=Cyrillic}/u.test(text)) return ['ru'];
  const mine = latin.includes(own) ? own : 'en';
  return [mine, ...latin.filter((language) => language !== mine)];
}

const latin: readonly Language[] = ['en', 'de', 'sv', 'it'];

/** `foreign`: another language than the reader's, of which one word alone may be the name of a company: visa, tack. */
function readIn(
  { grammar, templates }: Made,
  typed: Sentence,
  context: SaidContext,
  foreign: boolean,
): Said | undefined {
  const asking = withoutManners(typed, grammar);
  const { sentence } = asking;
  if (sentence.words.length === 0) return undefined;
  for (const { meaning, templates: all } of templates) {
    const listed = meaning === 'search' ? readList(sentence, grammar.lists, context) : undefined;
    if (listed) return listed;
    for (const { pattern, long, fixed } of all) {
      if (foreign && fixed < 2 && grammar !== grammars.en) continue;
      const patterns =
        longFirst.has(meaning) && grammar !== grammars['zh-Hans'] ? [long, pattern] : [pattern, long];
      for (const one of patterns) {
        const places = placesIn(one, sentence);
        const said = places && saidOf(meaning, { sentence, places, grammar, context });
        if (said && isMeant(said, asking, places, grammar)) return said;
      }
    }
  }
  return undefined;
}

function isMeant(
  said: Said,
  asking: Mannered,
  places: Readonly<Record<string, { from: number; to: number }>>,
  grammar: Grammar,
): boolean {
  return !changes(said) || asking.isSaid(places, grammar);
}
