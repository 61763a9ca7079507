import { hanCurrencies } from './amountWords.ts';
import { numberWords, valueOfWords } from './numberWords.ts';

/** Halves and quarters as words, as people say them before million and billion. */
const parts: Readonly<Record<string, string>> = {
  '0.25':
    'a quarter of a|quarter of a|a quarter|one quarter of a|quarter|eine viertel|viertel|en kvarts|kvarts|четверть|un quarto di',
  '0.5': 'half of a|one half of a|half a|a half|half|eine halbe|halbe|en halv|halv|пол|mezzo',
  '0.75':
    'three quarters of a|three-quarters of a|three quarters|three-quarters|eine dreiviertel|dreiviertel|tre kvarts|trekvarts|три четверти|tre quarti di',
  '1.5': 'anderthalb|eineinhalb|полтора|полторы',
  '2.5': 'zweieinhalb',
  '3.5': 'dreieinhalb',
};
const byWord = new Map(
  Object.entries(parts).flatMap(([number, words]) => words.split('|').map((word) => [word, number] as const)),
);
const longestFirst = [...byWord.keys()].sort((one, other) => other.length - one.length).join('|');
const units =
  'million|millionen|mil|mio|mn|mln|millions|miljon|miljoner|milione|milioni|миллиона?|миллионов|млн|billion|billions|milliarde|milliarden|mrd|miljard|miljarder|miliardo|miliardi|mld|миллиарда?|миллиардов|млрд|lakh|lakhs|crore|crores';
const money = `euros?|dollars?|dollari|kronor|kr|pounds|pfund|franken|francs|руб(?:лей|ля|ль)?|долларов|евро|юаней|${hanCurrencies}|[A-Z]{3}(?!\\p{L})|\\p{Sc}`;
const countsMillions = `(?= ?(?:${units}|тыс|k|grand|thou)(?!\\p{L}))`;
// Ein Euro Markt is a name, zehntausend Euro is an amount.
const hasThousands = '(?=[\\p{L} -]{0,40}?(?:thousand|tausend|tusen|тысяч|mila|mille))';
const countsMoney = `(?= ?(?:us[ -])?(?:${money}))`;
const half = ' (?:and a half|und ein halb|och en halv|с половиной|e mezzo)';
const single = `(?:\\d+|${numberWords})`;
/** Two and a half million, 2 milioni e mezzo. */
const halves = `(?<![\\p{L}\\p{N}.,'])${single}(?:${half}(?= (?:${units})(?!\\p{L}))| (?:${units})(?: e mezzo| and a half)(?!\\p{L}))`;

/** The pattern of an amount said in words, as far as it can be nothing else: names of companies are full of numbers. */
export const wordFigure = `${halves}|(?<![\\p{L}\\p{N}])(?:${longestFirst})(?= ?(?:${units})(?!\\p{L}))|(?<!\\p{L})a(?= (?:million|billion)(?!\\p{L}))|${numberWords}${countsMillions}|${hasThousands}${numberWords}${countsMoney}`;
const figures = new RegExp(wordFigure, 'giu');
const alone = new RegExp(`^(?:${numberWords})$`, 'iu');

/** The text with such words in figures: half a million is 0.5 million. */
export function withWordFigures(text: string): string {
  if (!/\p{L}{2}/u.test(text)) return text;
  const trimmed = text.trim();
  if (alone.test(trimmed)) return String(valueOfWords(trimmed) ?? text);
  return text.replace(figures, (words) => inFigures(words) ?? words);
}

function inFigures(words: string): string | undefined {
  const plain = words.toLowerCase();
  const part = byWord.get(plain);
  if (part !== undefined) return part;
  if (plain === 'a') return '1';
  const [, number = '', unit = ''] = new RegExp(`^(.+?)${half}$`, 'iu').exec(plain) ?? [];
  const [, whole = number, behindIt = unit] =
    new RegExp(`^(.+?)( (?:${units}))${half}$`, 'iu').exec(plain) ?? [];
  const value = /^\d+$/.test(whole) ? Number(whole) : valueOfWords(whole || plain);
  if (value === undefined) return undefined;
  return `${whole === '' ? value : value + 0.5}${behindIt}`;
}
