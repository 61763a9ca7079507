import type { Grammar } from './grammar.ts';
import type { SaidDeal } from './said.ts';
import { QUOTED, type Sentence, typedBetween } from './sentence.ts';
import { sourceOf } from './template.ts';

const MOST_SIGNS = 80;
const MOST_WORDS = 10;
/** Two sentences are no name; Inc. and Ltd. end none. */
const broken = /[;!?\n]|\p{L}{5,}\. /u;

/** Contoso-Deal, Contoso-affären. */
const glued = /-(?:deal|geschäft|geschäfts|affär|affären|dealen)$/iu;

interface Around {
  ahead: RegExp;
  behind: RegExp;
  it: RegExp;
  everything: RegExp;
  noName: RegExp;
  inNoName: RegExp | undefined;
  noEnd: RegExp | undefined;
}
const ready = new WeakMap<Grammar, Around>();

function aroundIn(grammar: Grammar): Around {
  const { around, it, everything, noName, inNoName, noEnd, ending } = grammar;
  const made = ready.get(grammar) ?? {
    ahead: new RegExp(`^(?:${sourceOf(`(,|:|${around.articles}|${around.nouns})`)})(?= |$)`, 'u'),
    behind: new RegExp(`(?:${sourceOf(`(,|:|-|'s|${around.nouns}|${ending.join('|')})`)})$`, 'u'),
    it: new RegExp(`^${sourceOf(`(${it})`)}$`, 'u'),
    everything: new RegExp(`^${sourceOf(`(${everything})`)}$`, 'u'),
    noName: new RegExp(`^${sourceOf(`(${noName})`)}(?= |$)`, 'u'),
    inNoName: inNoName ? new RegExp(`${sourceOf(`(${inNoName})`)}(?= |$)`, 'u') : undefined,
    noEnd: noEnd === undefined ? undefined : new RegExp(`${sourceOf(`(${noEnd})`)}$`, 'u'),
  };
  ready.set(grammar, made);
  return made;
}

/**
 * The deal that words name, without articles, quotes and words such as deal around it; a problem where they name none:
 * everything at once, a question, two sentences.
 */
export function dealIn(
  sentence: Sentence,
  { from, to }: { from: number; to: number },
  grammar: Grammar,
): { deal: SaidDeal } | undefined {
  const { ahead, behind, it, everything, noName, inNoName, noEnd } = aroundIn(grammar);
  const plain = (first: number, last: number) =>
    sentence.words
      .slice(first, last)
      .map((word) => ` ${word.plain}`)
      .join('');
  const isIt = (first: number, last: number) => it.test(plain(first, last));
  if (isIt(from, to)) return { deal: 'it' };
  if (everything.test(plain(from, to))) return undefined;
  let [first, last] = [from, to];
  const count = (pattern: RegExp) => (pattern.exec(plain(first, last))?.[0].split(' ').length ?? 1) - 1;
  for (let cut = count(ahead); cut > 0; cut = count(ahead)) first += cut;
  for (let cut = count(behind); cut > 0 && last > first; cut = count(behind)) last -= cut;
  if (first >= last) return { deal: 'it' };
  if (isIt(first, last)) return { deal: 'it' };
  const named = plain(first, last);
  if ([noName, inNoName, noEnd].some((pattern) => pattern?.test(named))) return undefined;
  const words = nameIn(sentence, first, last).replace(glued, '');
  return isName(words) ? { deal: { words } } : undefined;
}

/** Whether words can be a person's name: what begins like a sentence, and goes on, is none. */
export function isSomebody(
  sentence: Sentence,
  { from, to }: { from: number; to: number },
  grammar: Grammar,
): boolean {
  const said = sentence.words
    .slice(from, to)
    .map(({ plain }) => ` ${plain}`)
    .join('')
    .replace(/^(?: [,:;])+/, '');
  const begun = aroundIn(grammar).noName.exec(said)?.[0];
  return begun === undefined || begun === said;
}

/** Whether words can be a name: not too many, and one sentence. */
export function isName(words: string): boolean {
  const many = words.split(/\s+/).length > MOST_WORDS;
  return words !== '' && words.length <= MOST_SIGNS && !many && !broken.test(words) && /\p{L}/u.test(words);
}

/** What was typed between two words, without quotes around it. */
export function nameIn(sentence: Sentence, from: number, to: number): string {
  const typed = typedBetween(sentence, from, to);
  const quoted = to - from === 1 && sentence.words[from]?.plain === QUOTED;
  return (quoted ? typed.slice(1, -1) : typed).trim();
}
