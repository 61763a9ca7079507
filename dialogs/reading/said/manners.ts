import type { Grammar } from './grammar.ts';
import type { Said } from './said.ts';
import { QUOTED, type Sentence } from './sentence.ts';
import { line, type Places, sourceOf } from './template.ts';

/** A sentence without what is only polite. */
export interface Mannered {
  sentence: Sentence;
  /** Whether something is told or asked for, and not wondered about, denied or made to depend on something. */
  isSaid(places: Places, grammar: Grammar): boolean;
  /** Whether words in these places deny it, wonder or make it depend on something. */
  isDenied(places: Places): boolean;
  /** The same with the words at its end that change nothing, where there are any. */
  ended?: Mannered;
}

interface Manners {
  before: RegExp;
  asks: RegExp;
  behind: RegExp;
  /** The same without words that change nothing. */
  polite: RegExp;
  anywhere: RegExp;
  endings: RegExp;
  not: RegExp;
}
const ready = new WeakMap<Grammar, Manners>();

function mannersOf(grammar: Grammar): Manners {
  const { polite, ending, not } = grammar;
  const any = (words: readonly string[]) => sourceOf(`(${words.join('|')})`);
  const made = ready.get(grammar) ?? {
    before: new RegExp(`^(?:${any([...polite.before, ...polite.anywhere, ','])})(?= )`, 'u'),
    asks: new RegExp(`^(?:${any(polite.asks)})(?= )`, 'u'),
    behind: new RegExp(`(?<= .*)(?:${any([...polite.behind, ...polite.anywhere, ...ending, ','])})$`, 'u'),
    polite: new RegExp(`(?<= .*)(?:${any([...polite.behind, ...polite.anywhere, ','])})$`, 'u'),
    anywhere: new RegExp(`^(?:${any(polite.anywhere)})$`, 'u'),
    endings: new RegExp(`^(?:${any(ending)})$`, 'u'),
    not: new RegExp(`(?<=^| )(?:${any([not]).replaceAll('(?: ', '(?:').replaceAll('| ', '|')})(?= |$)`, 'u'),
  };
  ready.set(grammar, made);
  return made;
}

/** Without the words that change nothing, wherever they stand; undefined where there are none. */
export function withoutEndings(sentence: Sentence, grammar: Grammar): Sentence | undefined {
  const { endings } = mannersOf(grammar);
  const words = sentence.words.filter(({ plain }) => !endings.test(` ${plain}`));
  return words.length < sentence.words.length && words.length > 0 ? { ...sentence, words } : undefined;
}

/** Accettala is accetta and la; mostrami is mostra. */
function apart(sentence: Sentence, { clitic, formal }: Grammar, verbs: ReadonlySet<string>): Sentence {
  if (!clitic) return sentence;
  const words = sentence.words.flatMap((word) => {
    const [, verb = '', hanging = ''] = clitic.exec(word.plain) ?? [];
    if (verbs.has(word.plain) && hanging !== formal?.ending) return [word];
    const base = [verb, `${verb}e`].find((one) => verbs.has(one));
    if (!base) return [word];
    return /l[ao]$/.test(hanging)
      ? [
          { ...word, plain: base },
          { ...word, plain: hanging.slice(-2) },
        ]
      : [{ ...word, plain: base }];
  });
  return { ...sentence, words };
}

export function withoutManners(spoken: Sentence, grammar: Grammar, verbs: ReadonlySet<string>): Mannered {
  const typed = apart(spoken, grammar, verbs);
  const manners = mannersOf(grammar);
  const plain = cutManners(typed, manners, manners.behind);
  const ended = cutManners(typed, manners, manners.polite);
  return plain.sentence.words.length < ended.sentence.words.length ? { ...plain, ended } : plain;
}

function cutManners(typed: Sentence, { before, asks, anywhere, not }: Manners, behind: RegExp): Mannered {
  let sentence = typed;
  let requested = false;
  const cut = (pattern: RegExp): number => (pattern.exec(line(sentence))?.[0].split(' ').length ?? 1) - 1;
  for (let more = true; more; ) {
    const polite = cut(before);
    const asked = polite === 0 ? cut(asks) : 0;
    const last = cut(behind);
    requested ||= asked > 0;
    more = polite + asked + last > 0;
    sentence = { ...sentence, words: sentence.words.slice(polite + asked, sentence.words.length - last) };
  }
  const isManner = (index: number) => anywhere.test(` ${sentence.words[index]?.plain}`);
  const words = sentence.words.filter(
    ({ plain }, index) =>
      !isManner(index) && !(plain === ',' && (isManner(index - 1) || isManner(index + 1))),
  );
  sentence = { ...sentence, words };
  const isSure = requested || !sentence.asked;
  return {
    sentence,
    isSaid: (places) => isSure && !isDenied(sentence, places, not),
    isDenied: (places) => isDenied(sentence, places, not),
  };
}

function isDenied(sentence: Sentence, places: Places, not: RegExp): boolean {
  // What stands around the places is what the templates say: no more news of X.
  const { text: _text, reason: _reason, until: _until, ...named } = places;
  const words = sentence.words.filter(
    ({ plain }, index) =>
      plain !== QUOTED && Object.values(named).some(({ from, to }) => from <= index && index < to),
  );
  return not.test(line({ words }));
}

/** Whether words of a language in it deny something or wonder about it, wherever they stand. */
export function denies({ words }: Sentence, grammar: Grammar): boolean {
  return mannersOf(grammar).not.test(line({ words }));
}

const looks: ReadonlySet<Said['verb']> = new Set<Said['verb']>([
  ...([
    'deals.list',
    'deals.search',
    'day.show',
    'pipeline.show',
    'insights.show',
    'help.show',
    'explain',
  ] as const),
  ...([
    'referral.view',
    'deal.summary',
    'timeline.show',
    'deal.edit',
    'deal.team',
    'deal.solutions',
    'deal.start',
  ] as const),
]);

/** Whether what is said changes something. */
export function changes({ verb }: Said): boolean {
  return !looks.has(verb);
}
