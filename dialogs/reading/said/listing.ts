import { readStageWords } from '#cards/referral/progress/stageWords.ts';
import { plusDays } from '#dialogs/reading/date/calendar.ts';
import type { DealFilters, DealList } from '#domain/list/dealList.ts';
import { readPlace } from './country.ts';
import type { ListWords } from './listWords.ts';
import { readPeriod } from './period.ts';
import { type Piece, piecesOf } from './pieces.ts';
import type { Said, SaidContext } from './said.ts';
import { type Sentence, typedBetween } from './sentence.ts';
import { stageInPercent } from './stageNear.ts';
import { readDayAlone, readWorth } from './worth.ts';

type Listed = { list?: DealList; filters?: DealFilters };
/** What a place of a filter says; undefined where it is none. */
type Reader = (text: string, context: SaidContext) => Listed | undefined;

const narrowed = (filters: DealFilters): Listed => ({ filters });
const fixed = (listed: Listed) => (): Listed => listed;
const MOST_NAME = 5;
const isName = (text: string) => text.split(/\s+/).length <= MOST_NAME;
const microsoft = /^(?:microsoft|微软|майкрософт(?:ом)?|ms|msft)$/iu;
const between = /^(.+?) ?(?:and|und|och|и|e|bis|to|till|до|a|-|–|到|至|和) ?(.+)$/iu;

/** How each kind of words narrows a list. */
const readers: Readonly<Record<keyof Omit<ListWords, 'opening'>, Reader>> = {
  nouns: fixed({}),
  filler: fixed({}),
  mine: fixed({ list: 'mine' }),
  all: fixed({ list: 'all' }),
  inbound: fixed({ list: 'inbound' }),
  outbound: fixed({ list: 'outbound' }),
  favorites: fixed({ list: 'favorites' }),
  expiring: fixed({ list: 'expiring' }),
  action: fixed({ list: 'action' }),
  closed: fixed({ list: 'closed' }),
  open: fixed(narrowed({ status: 'open' })),
  won: fixed(narrowed({ status: 'won' })),
  lost: fixed(narrowed({ status: 'lost' })),
  declined: fixed(narrowed({ status: 'declined' })),
  accepted: fixed(narrowed({ status: 'accepted' })),
  received: fixed(narrowed({ status: 'received' })),
  expired: fixed(narrowed({ status: 'expired' })),
  unanswered: fixed({ list: 'inbound', filters: { status: 'received' } }),
  overdue: fixed(narrowed({ overdue: true })),
  quiet: fixed(narrowed({ quiet: true })),
  over: (text, context) => worth(text, context, (over) => ({ over })),
  under: (text, context) => worth(text, context, (under) => ({ under })),
  between: (text, context) => {
    const [, least = '', most = ''] = between.exec(text) ?? [];
    const [over, under] = [readWorth(least, context), readWorth(most, context)];
    if (!over || !under) return undefined;
    const currency = over.currency ?? under.currency;
    return narrowed({ over: bound({ ...over, currency }), under: bound({ ...under, currency }) });
  },
  closing: (text, context) => {
    const period = readPeriod(text, context);
    return period && narrowed({ closingFrom: period.from, closingTo: period.to });
  },
  by: (text, context) => {
    const day = lastDay(text, context);
    return day === undefined ? undefined : narrowed({ closingTo: day });
  },
  before: (text, context) => {
    const day = readPeriod(text, context)?.from ?? readDayAlone(text, context);
    return day === undefined ? undefined : narrowed({ closingTo: plusDays(day, -1) });
  },
  after: (text, context) => {
    const day = lastDay(text, context);
    return day === undefined ? undefined : narrowed({ closingFrom: plusDays(day, 1) });
  },
  country: (text) => {
    const country = readPlace(text);
    return country === undefined ? undefined : narrowed({ country });
  },
  stage: (text) => {
    const stage = stageOf(text);
    return stage === undefined ? undefined : narrowed({ stage });
  },
  partner: (text) =>
    isName(text) ? narrowed({ partner: microsoft.test(text) ? 'Microsoft' : text }) : undefined,
  customer: (text) => (isName(text) ? narrowed({ customer: text }) : undefined),
  words: (text) => (isName(text) && text.split(/\s+/).length <= 2 ? narrowed({ words: text }) : undefined),
};

/** Kinds that make a list of a sentence by themselves; the others need a word for deals beside them. */
const telling: ReadonlySet<keyof ListWords> = new Set<keyof ListWords>([
  ...(['inbound', 'outbound', 'favorites', 'expiring', 'action', 'unanswered', 'overdue', 'quiet'] as const),
  ...(['over', 'under', 'between', 'closing', 'country', 'partner'] as const),
]);

/** The list that a sentence asks for, where every word of it narrows one. */
export function readList(sentence: Sentence, words: ListWords, context: SaidContext): Said | undefined {
  const { opening, ...kinds } = piecesOf(words);
  // Where nothing came of it, apart by whether something told that it is a list.
  const dead = new Set<string>();
  const from = Math.max(0, ...opening.map((piece) => piece.fixedAt(sentence, 0) ?? 0));

  const parse = (at: number, so: Listed, told: boolean): Listed | undefined => {
    if (at === sentence.words.length) return told ? so : undefined;
    const place = `${at} ${told}`;
    if (dead.has(place)) return undefined;
    for (const [kind, pieces] of Object.entries(kinds) as [keyof typeof kinds, readonly Piece[]][]) {
      for (const { start, stop, end } of pieces.flatMap((piece) => piece.placesAt(sentence, at))) {
        const listed = readers[kind](nameIn(sentence, start, stop), context);
        const both = listed && together(so, listed);
        const found = both && parse(end, both, told || telling.has(kind) || kind === 'nouns');
        if (found) return found;
      }
    }
    dead.add(place);
    return undefined;
  };
  const found = parse(from, {}, false) ?? (from > 0 ? parse(0, {}, false) : undefined);
  if (!found || (from === 0 && !found.list && Object.keys(found.filters ?? {}).length === 0))
    return undefined;
  const { filters = {} } = found;
  return { verb: 'deals.list', list: listFor(found, filters), filters: filters };
}

function listFor({ list }: Listed, { status }: DealFilters): DealList {
  const over = status !== undefined && ['won', 'lost', 'declined', 'expired'].includes(status);
  return over && (list === undefined || list === 'all') ? 'closed' : (list ?? 'all');
}

/** Both, unless they say the same thing twice and differently. */
function together(one: Listed, other: Listed): Listed | undefined {
  const [a, b] = [one.filters ?? {}, other.filters ?? {}];
  if (Object.keys(b).some((key) => key in a)) return undefined;
  const list =
    one.list && other.list && one.list !== other.list
      ? narrower(one.list, other.list)
      : (one.list ?? other.list);
  return { ...(list && { list }), filters: { ...a, ...b } };
}

/** My inbound deals are inbound ones: those lists are a person's own anyway. */
function narrower(one: DealList, other: DealList): DealList {
  return one === 'mine' || one === 'all' ? other : one;
}

function nameIn(sentence: Sentence, start: number, stop: number): string {
  return typedBetween(sentence, start, stop).replace(/^["'„“”«»「『《]|["'“”«»」』》]$/gu, '');
}

function worth(
  text: string,
  context: SaidContext,
  filters: (worth: NonNullable<DealFilters['over']>) => DealFilters,
): Listed | undefined {
  const read = readWorth(text, context);
  return read && narrowed(filters(bound(read)));
}

function bound({ amount, currency }: { amount: number; currency: string | undefined }) {
  return currency === undefined ? { amount } : { amount, currency };
}

function lastDay(text: string, context: SaidContext) {
  return readPeriod(text, context)?.to ?? readDayAlone(text, context);
}

function stageOf(text: string) {
  // In Italian a deal and a negotiation are one word: la trattativa con Contoso.
  if (/^(?:la )?trattativa$/iu.test(text)) return undefined;
  const stage = stageInPercent(text) ?? readStageWords(text);
  return stage === 100 ? undefined : stage;
}
