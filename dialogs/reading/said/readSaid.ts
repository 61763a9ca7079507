import type { Language } from '#cards/say.ts';
import { readBare } from './bareChange.ts';
import { type Grammar, type Meaning, meanings } from './grammar.ts';
import { readList } from './listing.ts';
import { changes, denies, type Mannered, withoutEndings, withoutManners } from './manners.ts';
import { readExplained } from './questions/explained.ts';
import type { Said, SaidContext } from './said.ts';
import { saidOf } from './saidOf.ts';
import { LONGEST, type Sentence, sentenceOf } from './sentence.ts';
import { line, placesIn, type Template, templateOf, wordsOfTemplate } from './template.ts';
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
  const { sentences, lists, polite, ending, not } = grammar;
  const written = [sentences, lists, polite]
    .flatMap((table) => Object.values(table).flat())
    .concat(ending, not);
  return {
    grammar,
    templates: meanings.map((meaning) => ({
      meaning,
      templates: templatesOf(sentences[meaning] ?? [], grammar.particle),
    })),
    vocabulary: vocabularyOf(
      written.flatMap(wordsOfTemplate).flatMap((word) => formsOf(word, grammar)),
      wordsOfTemplate(grammar.not),
    ),
  };
}

function formsOf(word: string, { formal }: Grammar): string[] {
  return formal?.after.test(word) ? [word, word + formal.ending] : [word];
}

/** The words of a language that typed ones are compared with. */
export function vocabularyIn(language: Language): Vocabulary {
  return grammarOf(language).vocabulary;
}

/** Those with the most words first: they say more. */
function templatesOf(written: readonly string[], particle = ''): Template[] {
  return written
    .map((one) => templateOf(/\{(?:text|reason)\}$/.test(one) ? one : one + particle))
    .sort((one, other) => other.fixed - one.fixed);
}

/**
 * What a sentence says of deals: in the reader's language first, then in English, then in the others. Typos of one
 * letter in the words of commands are put right where nothing else can be meant. What is left open is undefined:
 * nothing changes something that it should not.
 */
export function readSaid(text: string, context: SaidContext): Said | undefined {
  if (text.trim() === '' || text.length > LONGEST) return undefined;
  const sentence = sentenceOf(text);
  if (sentence.words.length === 0 || sentence.words.length > mostWords(text)) return undefined;
  return readSentence(sentence, context);
}

/** The same of a sentence that is taken apart already: with the names of deals as one word each, or without some of its words. */
export function readSentence(sentence: Sentence, context: SaidContext): Said | undefined {
  const term = readExplained(sentence);
  if (term) return { verb: 'explain', term };
  const [own, ...others] = languagesFor(sentence.text, context.language);
  const near = own === 'en' || own === 'ru' || own === 'zh-Hans' ? [own] : [own, 'en' as const];
  // What the own language denies is no change in another one either: non spostare Contoso.
  const denied = denies(sentence, grammars[own]);
  const allowed = (language: Language, said: Said | undefined) =>
    said && denied && language !== own && changes(said) ? undefined : said;
  return (
    first(near, (language) =>
      allowed(language, readNear(grammarOf(language), sentence, contextIn(language, context))),
    ) ??
    first(near, (language) =>
      allowed(language, readPutRight(grammarOf(language), sentence, contextIn(language, context))),
    ) ??
    bareIn(grammarOf(own), sentence, context) ??
    first(others, (language) =>
      allowed(language, readIn(grammarOf(language), sentence, contextIn(language, context), true)),
    )
  );
}

/** More words are no sentence; in Chinese each sign is one here. */
function mostWords(text: string): number {
  return /\p{Script=Han}/u.test(text) ? LONGEST : 120;
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

/** Any word can be a name: show me the pipline means the pipeline all the same. */
function readNear(made: Made, sentence: Sentence, context: SaidContext): Said | undefined {
  const said = readIn(made, sentence, context, false);
  if (
    said?.verb !== 'referral.view' ||
    typeof said.deal !== 'object' ||
    !/^\p{Ll}{6,}$/u.test(said.deal.words)
  )
    return said;
  const meant = readPutRight(made, sentence, context);
  return meant && !changes(meant) && meant.verb !== 'deal.summary' ? meant : said;
}

function readPutRight(made: Made, sentence: Sentence, context: SaidContext): Said | undefined {
  const read = putRight(sentence, made.vocabulary).map((variant) => readIn(made, variant, context, false));
  const [said, ...others] = read.filter((one) => one !== undefined);
  return others.every(({ verb }) => verb === said?.verb) ? said : undefined;
}

function bareIn({ grammar, vocabulary }: Made, typed: Sentence, context: SaidContext): Said | undefined {
  const asking = withoutManners(typed, grammar, vocabulary.words);
  const said = readBare(asking.sentence, grammar, context);
  return said && isMeant(said, asking, { all: { from: 0, to: asking.sentence.words.length } }, grammar)
    ? said
    : undefined;
}

/** Who types in another language than their own writes its words, and English in the figures of their own. */
export function contextIn(language: Language, context: SaidContext): SaidContext {
  return language === 'en' ? context : { ...context, language };
}

/** In which languages a text is read: by its letters, then the reader's own and English, then what it may be. */
export function languagesFor(text: string, own: Language): [Language, ...Language[]] {
  if (/\p{Script=Han}/u.test(text)) return ['zh-Hans'];
  if (/\p{Script=Cyrillic}/u.test(text)) return ['ru'];
  const mine = latin.includes(own) ? own : 'en';
  return [mine, ...latin.filter((language) => language !== mine)];
}

const latin: readonly Language[] = ['en', 'de', 'sv', 'it'];

/** `foreign`: another language than the reader's, of which one word alone may be the name of a company: visa, tack. */
function readIn(
  { grammar, templates, vocabulary }: Made,
  typed: Sentence,
  context: SaidContext,
  foreign: boolean,
): Said | undefined {
  const plain = withoutManners(typed, grammar, vocabulary.words);
  const said = readPlain({ grammar, templates }, plain, context, foreign);
  if (said || !plain.ended) return said;
  // Today and now may be what it is about: what is on today.
  return readPlain({ grammar, templates }, plain.ended, context, foreign);
}

function readPlain(
  { grammar, templates }: Pick<Made, 'grammar' | 'templates'>,
  asking: Mannered,
  context: SaidContext,
  foreign: boolean,
): Said | undefined {
  const { sentence } = asking;
  if (sentence.words.length === 0) return undefined;
  for (const { meaning, templates: all } of templates) {
    const listed = meaning === 'search' ? listIn(sentence, grammar, context) : undefined;
    if (listed) return listed;
    for (const template of all) {
      if (foreign && template.fixed < 2 && grammar !== grammars.en) continue;
      for (const pattern of patternsOf(
        template,
        sentence,
        longFirst.has(meaning) && grammar !== grammars['zh-Hans'],
      )) {
        const places = placesIn(pattern, sentence);
        const said = places && saidOf(meaning, { sentence, places, grammar, context });
        if (said && isMeant(said, asking, places, grammar)) return said;
      }
    }
  }
  return undefined;
}

/** As many words as the name of a deal has that is looked for word by word. */
const MOST_NAME = 8;

/** The ways in which a template may fit, the likeliest first; none where it does not. */
function* patternsOf(template: Template, sentence: Sentence, long: boolean): Generator<RegExp> {
  if (!template.pattern.test(line(sentence))) return;
  if (long) yield template.long;
  yield template.pattern;
  for (let words = 2; words <= MOST_NAME; words += 1) yield template.sized(words);
  if (!long) yield template.long;
}

/** A list as it is asked for, or without words such as still and now. */
function listIn(sentence: Sentence, grammar: Grammar, context: SaidContext): Said | undefined {
  const listed = readList(sentence, grammar.lists, context);
  const plainer = listed ? undefined : withoutEndings(sentence, grammar);
  return plainer ? readList(plainer, grammar.lists, context) : listed;
}

function isMeant(
  said: Said,
  asking: Mannered,
  places: Readonly<Record<string, { from: number; to: number }>>,
  grammar: Grammar,
): boolean {
  return !changes(said) || asking.isSaid(places, grammar);
}
