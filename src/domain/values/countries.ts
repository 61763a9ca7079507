import { alsoCalled, countryCodes } from './countryNames.ts';
import { once } from './once.ts';
import { wordsOf } from './searchTerms.ts';

/** The languages in which people write the name of a country; some write it otherwise across a border. */
const languages = ['en', 'de', 'de-AT', 'de-CH', 'sv', 'zh-Hans', 'zh-Hant', 'ru', 'it'];
const styles = ['long', 'short', 'narrow'] as const;

/** The names of a country in every language the bot speaks, with its codes. Built once. */
const namesOf = once(() => {
  const speakers = languages.flatMap((language) =>
    styles.map((style) => new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' })),
  );
  const written = (code: string, long: string) => [
    code,
    long,
    ...speakers.flatMap((names) => names.of(code) ?? []),
    ...(alsoCalled[code]?.split('|') ?? []),
  ];
  return new Map(countryCodes.map(([code, long]) => [code, [...new Set(written(code, long))]]));
});

const codesByName = once(() => {
  const found = new Map<string, string>();
  for (const [code, names] of namesOf()) {
    for (const name of names) for (const form of formsOf(name)) found.set(form, code);
  }
  return found;
});

/** Names have these as well, and so has every second company. */
const everywhere = new Set('a and d di de del der of og och part peoples republic state the und'.split(' '));

// A code in three letters is a word as well, such as AND and CAN, unless people call the country so.
const wordsByCode = once(() => {
  const telling = (code: string, names: readonly string[]) => {
    const long = countryCodes.find(([short]) => short === code)?.[1];
    const called = alsoCalled[code]?.split('|') ?? [];
    return names.filter((name) => name !== long || called.includes(name));
  };
  const words = (code: string, names: readonly string[]) =>
    telling(code, names)
      .flatMap(wordsOf)
      .filter((word) => !everywhere.has(word));
  return new Map(
    [...namesOf()].map(([code, names]) => [code, new Set([code.toLowerCase(), ...words(code, names)])]),
  );
});

const LONGEST = 100;

/**
 * The code of a country (ISO 3166-1 alpha-2) given by its code in two or three letters or by a name, in any case and
 * any of the bot's languages; undefined for everything else. Exact: no name is ever taken for one that resembles it.
 */
export function readCountry(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const form = plain(text);
  return codesByName().get(form) ?? codesByName().get(form.replace(/^the | the$/, ''));
}

/** Whether a word, as `wordsOf` gives it, is the code of a country or begins a word of its name: for searching only. */
export function namesCountry(word: string, code: string): boolean {
  const words = wordsByCode().get(code);
  if (!words || words.has(word)) return Boolean(words);
  return word.length >= 3 && [...words].some((one) => one.startsWith(word));
}

/** A name as it is compared: no case, no accents, no points, other signs a blank, one word for `&` and for `St`. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, '')
    .normalize('NFC')
    .replaceAll('ё', 'е')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replace(/[.'’`´]/g, '')
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^st (?=\p{L})/u, 'saint ')
    .replace(/ (?:und|och) /g, ' and ');
}

/** The forms of one name: umlauts written as two letters, and `Korea, Republic of` turned round. */
function formsOf(name: string): string[] {
  const spelled = name.replace(/[äöü]/giu, (letter) => `${letter.normalize('NFD')[0]}e`);
  const turned = /^(.+?)(?:, | \()([^()]+ of(?: the)?)\)?$/.exec(name);
  return [name, spelled, ...(turned ? [`${turned[2]} ${turned[1]}`] : [])].map(plain);
}
