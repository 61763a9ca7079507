import type { Grammar, Meaning } from '#dialogs/reading/said/grammar.ts';
import { changes, type Mannered } from '#dialogs/reading/said/manners.ts';
import type { Said, SaidContext, SaidDeal } from '#dialogs/reading/said/said.ts';
import { saidOf } from '#dialogs/reading/said/saidOf.ts';
import type { Sentence } from '#dialogs/reading/said/sentence.ts';
import { typedBetween } from '#dialogs/reading/said/sentence.ts';
import type { Places } from '#dialogs/reading/said/template.ts';
import { isMarkedWorth } from '#dialogs/reading/said/worth.ts';
import { type Fit, placesWithin, type TemplatePart } from './bag.ts';
import { type KnownName, NAMED } from './known.ts';
import { freeIn, idleIn, isSign, type Range, runsIn, unexplainedRuns } from './runs.ts';
import type { SmallWords } from './smallWords.ts';

/** A sentence whose words are looked at without their order. */
export interface Loosely {
  asking: Mannered;
  /** It, or what stands before the tail. */
  head: Sentence;
  /** Behind a comma, or from a word such as because: words that are only told. */
  tail: { from: number; start: number; colon: boolean } | undefined;
  known: readonly KnownName[];
  grammar: Grammar;
  small: SmallWords;
  context: SaidContext;
}

/** In which place of a template a reader has to find something; all other meanings have none. */
const slots: Readonly<Partial<Record<Meaning, readonly string[]>>> = {
  value: ['money'],
  closeDate: ['date'],
  goes: ['to'],
  handover: ['to'],
  invite: ['partner'],
  remind: ['partner'],
};
const withTail: readonly Meaning[] = ['decline', 'lose', 'invite', 'note'];
/** What takes a text or a name as it stands is not read out of its order; a stage is one only where it is known as such. */
const never: readonly Meaning[] = ['mark', 'rename', 'start', 'search', 'digest', 'away', 'cover'];
const withoutDeal: readonly Meaning[] = [
  ...([
    'help',
    'day',
    'pipeline.mine',
    'pipeline.all',
    'pipeline',
    'insights',
    'digest.off',
    'back',
  ] as const),
];
/** What ends a deal is said in plain words. */
const final: readonly Meaning[] = ['win', 'lose', 'register'];

/** What a sentence means whose words a template accounts for; none where something is missing or left over. */
export function meantOf(
  found: Fit & { meaning: Meaning; parts: readonly TemplatePart[] },
  loosely: Loosely,
): Said[] {
  const { meaning } = found;
  if (never.includes(meaning) || (loosely.tail !== undefined && !withTail.includes(meaning))) return [];
  if (meaning === 'note' && !loosely.tail?.colon) return [];
  const names = namesIn(loosely.head);
  if (withoutDeal.includes(meaning)) {
    return names.length > 0 ? [] : settled({ ...found, places: {}, deal: undefined }, loosely);
  }
  const places = placesWithin(found.parts);
  const needed = (slots[meaning] ?? []).filter((place) => places.includes(place));
  return needed.includes('partner')
    ? withPartner(found, names, loosely)
    : withDeal(found, names, needed[0], loosely);
}

type Meant = Fit & { meaning: Meaning; places: Places; deal: SaidDeal };

function withDeal(
  found: Fit & { meaning: Meaning },
  names: readonly number[],
  slot: string | undefined,
  loosely: Loosely,
): Said[] {
  const deal = dealOf(names, loosely);
  if (!deal) return [];
  const base = { ...found, used: new Set([...found.used, ...deal.used]), deal: deal.deal };
  if (!slot) return settled({ ...base, places: {} }, loosely);
  const free = freeIn(loosely.head, base.used);
  const runs =
    slot === 'to' && found.meaning === 'handover' ? unexplainedRuns(loosely, base.used) : runsIn(free);
  for (const range of runs) {
    if (!isMarked(found, loosely, range)) continue;
    const [said] = settled({ ...base, places: { [slot]: range } }, loosely);
    if (said) return [said];
  }
  return [];
}

/** Where no verb says what it is, an amount has to look like one. */
function isMarked({ telling }: Fit, { head }: Loosely, { from, to }: Range): boolean {
  const text = typedBetween(head, from, to);
  return telling.size > 0 || /\p{L}{4}|%/u.test(text) || isMarkedWorth(text);
}

/** Whom to invite or remind, and of which deal: the partner stands behind the verb. */
function withPartner(
  found: Fit & { meaning: Meaning; parts: readonly TemplatePart[] },
  names: readonly number[],
  loosely: Loosely,
): Said[] {
  const { used, parts } = found;
  const both = placesWithin(parts).includes('deal');
  if (names.length === 2 && both) {
    const partner = names.find((at) => isLed(at, loosely, used));
    const other = names.find((at) => at !== partner);
    if (partner === undefined || other === undefined) return [];
    const places = { partner: { from: partner, to: partner + 1 } };
    return settled({ ...found, places, deal: dealAt(other, loosely) }, loosely);
  }
  if (names.length !== 1 || !both) return [];
  const runs = unexplainedRuns(loosely, used);
  const [partner] = runs;
  const deal = dealAt(names[0] ?? 0, loosely);
  return runs.length === 1 && partner ? settled({ ...found, places: { partner }, deal }, loosely) : [];
}

const isHan = (text: string) => /\p{Script=Han}/u.test(text);
const leading = /^[把将让给请]$/u;

function isLed(at: number, { head, small }: Loosely, used: ReadonlySet<number>): boolean {
  const before = head.words[at - 1]?.plain ?? '';
  return leading.test(before) || (used.has(at - 1) && (isHan(before) || !small.isSmall(before)));
}

function namesIn({ words }: Sentence): number[] {
  return words.flatMap(({ plain }, index) => (plain === NAMED ? [index] : []));
}

function dealAt(at: number, { head, known }: Loosely): SaidDeal {
  const start = head.words[at]?.start;
  const name = known.find((one) => one.start === start);
  return name && { words: name.words };
}

/** The one deal that is named; without a name the one that was just shown, where a word stands for it. */
function dealOf(
  names: readonly number[],
  loosely: Loosely,
): { deal: SaidDeal; used: readonly number[] } | undefined {
  const { head, grammar } = loosely;
  const [at] = names;
  if (names.length > 1) return undefined;
  if (at !== undefined) return { deal: dealAt(at, loosely), used: [at] };
  const it = new Set(grammar.it.split('|'));
  const place = head.words.findIndex(({ plain }) => it.has(plain));
  return place < 0 ? undefined : { deal: 'it', used: [place] };
}

/** What is said, where nothing of the rest says otherwise. */
function settled({ meaning, used, telling, places, deal }: Meant, loosely: Loosely): Said[] {
  const { asking, head, tail, grammar, small, context } = loosely;
  const { sentence } = asking;
  const told = tail ? { from: tail.start, to: sentence.words.length } : undefined;
  const all: Places = {
    ...places,
    ...(told && (meaning === 'note' || meaning === 'invite' ? { text: told } : { reason: told })),
  };
  const read = saidOf(meaning, { sentence, places: all, grammar, context });
  if (!read) return [];
  const said = 'deal' in read ? ({ ...read, deal } as Said) : read;
  const taken = Object.values(places);
  const rest = head.words.flatMap((word, index) => {
    const isTaken =
      used.has(index) || word.plain === NAMED || taken.some(({ from, to }) => from <= index && index < to);
    return isTaken ? [] : [index];
  });
  const isIdle = idleIn(head, small);
  const left = rest.filter((index) => !isSign(head.words[index]?.plain ?? '') && !isIdle(index));
  // What stands in the places may deny as well: move Contoso to not yet.
  const around = [
    ...rest,
    ...taken.flatMap(({ from, to }) =>
      head.words
        .keys()
        .drop(from)
        .take(to - from)
        .toArray(),
    ),
  ];
  const inPlaces: Places = Object.fromEntries(
    around.map((index) => [`at${index}`, { from: index, to: index + 1 }]),
  );
  if (!isHarmless(left, loosely)) return [];
  if (!changes(said))
    return left.length <= most(Math.min(2, telling.size), head) && !asking.isDenied(inPlaces) ? [said] : [];
  const isSure =
    left.length <= (telling.size === 0 || deal === 'it' || final.includes(meaning) ? 0 : most(1, head));
  return isSure && asking.isSaid(inPlaces, grammar) && isAside(left, loosely) ? [said] : [];
}

/** Two signs of Chinese are one word. */
function most(words: number, { text }: Sentence): number {
  return /\p{Script=Han}/u.test(text) ? words * 2 : words;
}

/** What is left over is no part of a name and no figure. */
function isHarmless(left: readonly number[], { head: { text, words } }: Loosely): boolean {
  return left.every((index) => {
    const word = words[index];
    if (!word || /\d/.test(word.plain)) return false;
    return words[index - 1]?.plain !== NAMED || !/^\p{Lu}/u.test(text.slice(word.start, word.end));
  });
}

/** What is left over asks for nothing, turns no verb into another, and is nothing that is done something to. */
function isAside(left: readonly number[], { head: { text, words }, small }: Loosely): boolean {
  return left.every((index) => {
    const word = words[index];
    if (!word || small.isAsking(word.plain) || small.isTurning(word.plain)) return false;
    const before = words[index - 1]?.plain ?? '';
    const pair = `${words[index - 2]?.plain}${before}`;
    if (before === NAMED || words[index + 1]?.plain === NAMED || small.isAny(before) || small.isAny(pair))
      return false;
    return index === 0 || !/^\p{Lu}/u.test(text.slice(word.start, word.end));
  });
}
