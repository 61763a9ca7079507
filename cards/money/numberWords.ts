/** Numbers in words, by what they are worth; as they are glued together in German, Swedish and Italian. */
const words: readonly (readonly [value: number, spelled: string])[] = [
  [1, 'one ein eine en ett один одна un uno una'],
  [2, 'two zwei zwo två два две due'],
  [3, 'three drei tre tré три'],
  [4, 'four vier fyra четыре quattro'],
  [5, 'five fünf fem пять cinque'],
  [6, 'six sechs sex шесть sei'],
  [7, 'seven sieben sju семь sette'],
  [8, 'eight acht åtta восемь otto'],
  [9, 'nine neun nio девять nove'],
  [10, 'ten zehn tio десять dieci'],
  [11, 'eleven elf elva одиннадцать undici'],
  [12, 'twelve zwölf tolv двенадцать dodici'],
  [13, 'thirteen dreizehn tretton тринадцать tredici'],
  [14, 'fourteen vierzehn fjorton четырнадцать quattordici'],
  [15, 'fifteen fünfzehn femton пятнадцать quindici'],
  [16, 'sixteen sechzehn sexton шестнадцать sedici'],
  [17, 'seventeen siebzehn sjutton семнадцать diciassette'],
  [18, 'eighteen achtzehn arton восемнадцать diciotto'],
  [19, 'nineteen neunzehn nitton девятнадцать diciannove'],
  [20, 'twenty zwanzig tjugo двадцать venti vent'],
  [30, 'thirty dreißig dreissig trettio тридцать trenta trent'],
  [40, 'forty vierzig fyrtio сорок quaranta quarant'],
  [50, 'fifty fünfzig femtio пятьдесят cinquanta cinquant'],
  [60, 'sixty sechzig sextio шестьдесят sessanta sessant'],
  [70, 'seventy siebzig sjuttio семьдесят settanta settant'],
  [80, 'eighty achtzig åttio восемьдесят ottanta ottant'],
  [90, 'ninety neunzig nittio девяносто novanta novant'],
  [200, 'двести'],
  [300, 'триста'],
  [400, 'четыреста'],
  [500, 'пятьсот'],
  [600, 'шестьсот'],
  [700, 'семьсот'],
  [800, 'восемьсот'],
  [900, 'девятьсот'],
];
/** What the number before is multiplied by. */
const hundred = new Set('hundred hundert hundra сто cento cent'.split(' '));
const thousand = new Set('thousand tausend tusen тысяча тысячи тысяч тысячу mille mila'.split(' '));
const many = /^(?:тысяч|тысячи|mila)$/;
const ties = new Set(['and', 'und', 'och', 'a']);

/** What single words are worth, from one to nine hundred. */
export const valueOfWord: ReadonlyMap<string, number> = new Map(
  words.flatMap(([value, spelled]) => spelled.split(' ').map((word) => [word, value])),
);
const all = [...valueOfWord.keys(), ...hundred, ...thousand].sort((one, other) => other.length - one.length);
// Fünfundzwanzig has no Italian one in it.
const one = `(?:${all.map((word) => (word === 'un' ? 'un(?!d)' : word)).join('|')})`;
const glued = `(?:(?:${one})(?:(?:und|och)(?=\\p{L}))?)*${one}`;
const token = new RegExp(`${one}|und|och|and|a(?= )`, 'giu');

/** The pattern of a number in words, in one word or in several. */
export const numberWords = `(?<![\\p{L}\\p{N}])(?<!\\d ?)(?:a (?=hundred|thousand))?${glued}(?:(?: and | und | och |[ -])${glued})*(?!\\p{L})`;

/** What a number in words says; nothing where it is none: two three. */
export function valueOfWords(text: string): number | undefined {
  let [sum, part, tied] = [0, 0, false];
  for (const [raw] of text.matchAll(token)) {
    const word = raw.toLowerCase();
    const value = valueOfWord.get(word);
    if (ties.has(word)) tied = true;
    else if (thousand.has(word)) {
      // Тысяч пятьдесят: some fifty of them.
      if (sum > 0 || (part === 0 && many.test(word))) return undefined;
      [sum, part, tied] = [(part || 1) * 1000, 0, false];
    } else if (hundred.has(word)) {
      if (part > 9) return undefined;
      [part, tied] = [(part || 1) * 100, false];
    } else if (value !== undefined) {
      if (!follows(part, value, tied)) return undefined;
      part += value;
      tied = false;
    }
  }
  return tied ? undefined : sum + part;
}

/** Whether a smaller number may be added: five hundred fifty, fifty-five, fünfundfünfzig. */
function follows(part: number, value: number, tied: boolean): boolean {
  if (part % 100 === 0) return value < 100 || part === 0;
  if (value > 9) return tied && part % 100 < 10 && value >= 20 && value < 100;
  return part % 10 === 0 && part % 100 >= 20;
}
