import { hanCurrencies } from './amountWords.ts';

const signs = '〇一二三四五六七八九';

const han = '〇零一二两三四五六七八九';
const numeral = `\\d+(?:\\.\\d+)?|[${han}]+(?:点[${han}]+)?`;
// Every part ends where no digit follows, so that there is one way only to take a run apart.
const said = `(?:(?:${numeral})(?![\\d${han}]) ?个?[十百千万亿]+|十[十百千万亿]*)`;
const further = `(?:(?:${numeral})(?![\\d.,${han}])(?:[十百千万亿]+)?)`;
const unsaid = `[\\d.${han}十百千]*[多余来几数][十百千]*[万亿]`;
const run = new RegExp(`(?<![\\d.,${han}十百千])(?:${unsaid}|${said}${further}*)`, 'gu');
/** What the plain way of figures and one word reads as well, whatever separators stand in it. */
const plain = /^\d+(?:\.\d+)?[千万亿]$/;
const currencyBehind = new RegExp(`^ ?(?:${hanCurrencies}|元|块|\\p{Sc}|[A-Za-z]{3}(?!\\p{L}))`, 'u');
const currencyAhead = new RegExp(`(?:${hanCurrencies}|\\p{Sc}|[A-Z]{3}) ?$`, 'u');

/** A number in Chinese signs: where it stands, and what it is; no value where it is half said, as 两三百万. */
export interface ChineseFigure {
  start: number;
  end: number;
  value: number | undefined;
}

/** Numbers in Chinese signs, as far as they count money: names of companies are full of numbers too. */
export function chineseFigures(text: string): ChineseFigure[] {
  return [...text.matchAll(run)].flatMap((match) => {
    const [number] = match;
    const [start, end] = [match.index, match.index + number.length];
    const counts = /[万亿]/u.test(number) || (/\d/.test(number) && number.includes('千'));
    const money =
      currencyBehind.test(text.slice(end, end + 8)) || currencyAhead.test(text.slice(0, start).slice(-8));
    return plain.test(number) || !(counts || money) ? [] : [{ start, end, value: chineseValue(number) }];
  });
}

/** The text with its Chinese numbers in figures: 三百万元 is 3000000元, 25万6千 is 256000. */
export function withFigures(text: string): string {
  return chineseFigures(text).reduceRight(
    (all, { start, end, value }) =>
      value === undefined ? all : `${all.slice(0, start)}${value}${all.slice(end)}`,
    text,
  );
}

const myriads = /^(?:(.+)亿)?(?:([^亿]+)万)?([^万亿]*)$/u;
const below = new RegExp(
  `^(?:(?<n3>${numeral})千)?(?:[零〇]?(?<n2>${numeral})百)?(?:[零〇]?(?<n1>${numeral})?(?<ten>十))?(?<n0>${numeral})?$`,
  'u',
);

/** What a number says; nothing where two digits stand together (两三百) or its last unit is left out (一百二). */
function chineseValue(text: string): number | undefined {
  // 50多万: nobody says how many.
  if (/[多余来几数]/u.test(text)) return undefined;
  const [, high, middle, low = ''] = myriads.exec(text.replace(/[ 个]/g, '')) ?? [];
  const above = high ?? middle;
  // 25万6: thousands that are not said.
  if (above !== undefined && low !== '' && !/[十百千]|^[零〇]|^\d{4}$/u.test(low)) return undefined;
  if (high !== undefined && middle === undefined && low !== '') return undefined;
  const parts = [
    high === undefined ? 0 : times(/[万亿]/u.test(high) ? chineseValue(high) : belowMyriad(high), 8),
    middle === undefined ? 0 : times(belowMyriad(middle), 4),
    low === '' ? 0 : belowMyriad(low),
  ];
  const sum = parts.reduce<number>((all, part) => all + (part ?? Number.NaN), 0);
  return Number.isNaN(sum) || text === '' ? undefined : sum;
}

function belowMyriad(text: string): number | undefined {
  const found = below.exec(text)?.groups;
  if (!found || text === '') return undefined;
  const { n3, n2, n1, ten, n0 } = found;
  const missing = ten === undefined ? (n2 !== undefined ? 2 : n3 !== undefined ? 3 : 0) : 1;
  const whole = /^[零〇]/.test(n0 ?? '') || (/^\d+$/.test(n0 ?? '') && n0?.length === missing);
  if (n0 !== undefined && missing > 1 && !whole) return undefined;
  const digits = [n0 ?? '0', ten === undefined ? '0' : (n1 ?? '1'), n2 ?? '0', n3 ?? '0'];
  const sum = digits.reduce((all, one, power) => all + (times(figureOf(one), power) ?? Number.NaN), 0);
  return Number.isNaN(sum) ? undefined : sum;
}

function times(value: number | undefined, power: number): number | undefined {
  return value === undefined ? undefined : Number(`${value}e${power}`);
}

function figureOf(text: string): number | undefined {
  if (/^\d/.test(text)) return Number(text);
  const [whole = '', fraction] = text.replaceAll('两', '二').replaceAll('零', '〇').split('点');
  const inFigures = (part: string) => [...part].map((sign) => signs.indexOf(sign)).join('');
  // 两三: two or three, and not twenty-three.
  if (whole.replace(/^〇/, '').length > 1) return undefined;
  return Number(fraction === undefined ? inFigures(whole) : `${inFigures(whole)}.${inFigures(fraction)}`);
}
