import type { Grammar } from './grammar.ts';
import type { Said } from './said.ts';
import { QUOTED, type Sentence } from './sentence.ts';
import { line, type Places, sourceOf } from './template.ts';

/** A sentence without what is only polite. */
export interface Mannered {
  sentence: Sentence;
  /** Whether something is told or asked for, and not wondered about, denied or made to depend on something. */
  isSaid(places: Places, grammar: Grammar): boolean;
}

interface Manners {
  before: RegExp;
  asks: RegExp;
  behind: RegExp;
  anywhere: RegExp;
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
    anywhere: new RegExp(`^(?:${any(polite.anywhere)})$`, 'u'),
    not: new RegExp(`(?<=^| )(?:${any([not]).replaceAll('(?: ', '(?:').replaceAll('| ', '|')})(?= |$)`, 'u'),
  };
  ready.set(grammar, made);
  return made;
}

export function withoutManners(typed: Sentence, grammar: Grammar): Mannered {
  const { before, asks, behind, anywhere } = mannersOf(grammar);
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
  const words = sentence.words.filter(({ plain }) => !anywhere.test(` ${plain}`));
  sentence = { ...sentence, words };
  return { sentence, isSaid: (places) => isSaid(sentence, places, requested, mannersOf(grammar).not) };
}

function isSaid(sentence: Sentence, places: Places, requested: boolean, not: RegExp): boolean {
  if (sentence.asked && !requested) return false;
  const free = [places.text, places.reason].filter((place) => place !== undefined);
  const words = sentence.words.filter(
    ({ plain }, index) => plain !== QUOTED && !free.some(({ from, to }) => from <= index && index < to),
  );
  return !not.test(line({ words }));
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
