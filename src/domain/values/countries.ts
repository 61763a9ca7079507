import { wordsOf } from './searchTerms.ts';

/** ISO 3166-1 alpha-2, and XK, which is in use for Kosovo. */
const codes =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW';

/** Every country code there is, capitals. */
const countryCodes: readonly string[] = codes.split(' ');

/** What people write and no list of names has. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  AE: ['UAE'],
  BA: ['Bosnia'],
  CD: ['Democratic Republic of the Congo', 'DRC'],
  CI: ['Ivory Coast'],
  CN: ['PRC', '中华人民共和国', 'КНР'],
  CZ: ['Czech Republic', 'Tschechische Republik'],
  GB: [
    ...['UK', 'Great Britain', 'England', 'Scotland', 'Wales', 'Northern Ireland'],
    ...['Großbritannien', 'Gran Bretagna', 'Англия'],
  ],
  KR: ['Republic of Korea', 'Korea'],
  MK: ['Macedonia'],
  MM: ['Burma'],
  NL: ['Holland', 'The Netherlands', 'Olanda', 'Голландия'],
  RU: ['Russian Federation', 'РФ'],
  SZ: ['Swaziland'],
  TR: ['Turkey', 'Turkiye'],
  US: ['USA', 'США', 'U.S.', 'U.S.A.', 'United States of America', 'America'],
  VA: ['Holy See'],
  VN: ['Viet Nam'],
};

/** The languages in which people write the name of a country. */
const languages = ['en', 'de', 'sv', 'zh-Hans', 'ru', 'it'];

/** The names of a country in every language the bot speaks, and its code. Built once. */
const namesOf = once(() => {
  const named = languages.map((language) => new Intl.DisplayNames(language, { type: 'region' }));
  return new Map(
    countryCodes.map((code) => [
      code,
      [...new Set([code, ...named.map((names) => names.of(code) ?? code), ...(alsoCalled[code] ?? [])])],
    ]),
  );
});

const codesByName = once(() => {
  const found = new Map<string, string>();
  for (const [code, names] of namesOf()) for (const name of names) found.set(wordsOf(name).join(' '), code);
  return found;
});

const wordsByCode = once(() => {
  const words = [...namesOf()].map(([code, names]) => [code, new Set(names.flatMap(wordsOf))] as const);
  return new Map(words);
});

/** The code of a country given by code or name, in any case and any of the bot's languages; undefined for none. */
export function readCountry(text: string): string | undefined {
  return codesByName().get(wordsOf(text).join(' '));
}

/** Whether a word, as `wordsOf` gives it, is the code of a country or begins a word of its name. */
export function namesCountry(word: string, code: string): boolean {
  const words = wordsByCode().get(code);
  if (!words || words.has(word)) return Boolean(words);
  return word.length >= 3 && [...words].some((one) => one.startsWith(word));
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
