import assert from 'node:assert/strict';
import fc from 'fast-check';
import { languages } from '#cards/say.ts';
import { namesCountry, readCountry } from '#domain/values/countries.ts';
import { alsoCalled, countryCodes } from '#domain/values/countryNames.ts';

/** What people and the lists of others write, and the country that it is. */
const written: Readonly<Record<string, readonly string[]>> = {
  AE: ['UAE', 'U.A.E.', 'uae', 'United Arab Emirates', 'ОАЭ', 'VAE'],
  AT: ['Österreich', 'Oesterreich', 'Osterreich', 'AUSTRIA', 'AUT'],
  BA: ['Bosnia', 'Bosnia and Herzegovina', 'Bosnia & Herzegovina', 'Bosnien und Herzegowina'],
  BO: [
    'Bolivia, Plurinational State of',
    'Bolivia (Plurinational State of)',
    'Plurinational State of Bolivia',
  ],
  BR: ['Brasil', 'Brazil', 'Brasilien'],
  BS: ['The Bahamas', 'Bahamas', 'Bahamas, The'],
  CD: ['Congo, The Democratic Republic of the', 'DRC', 'Democratic Republic of the Congo'],
  CG: ['Republic of the Congo', 'Congo-Brazzaville'],
  CI: ["Côte d'Ivoire", 'Cote d’Ivoire', 'Ivory Coast'],
  CN: ['P.R. China', 'PR China', '中国大陆', 'CHN', 'Volksrepublik China', 'Kina', '中國'],
  CW: ['Curaçao', 'Curacao'],
  DE: ['Germany', 'Deutschland', 'Tyskland', '德国', 'Германия', 'Germania', 'DEU', 'de', '  germany '],
  CZ: ['Česká republika', 'Czechia'],
  DK: ['Dänemark', 'Daenemark', 'Danmark'],
  GB: [
    'U.K.',
    'UK',
    'United Kingdom',
    'Great Britain',
    'GBR',
    'England',
    'Großbritannien',
    'Grossbritannien',
  ],
  HK: ['Hong Kong', 'Hong Kong SAR', 'Hongkong', '香港', 'Гонконг'],
  IE: ['Republic of Ireland', 'Ireland'],
  IR: ['Iran, Islamic Republic of', 'Iran (Islamic Republic of)', 'Iran'],
  KP: ["Korea, Democratic People's Republic of", 'North Korea'],
  KR: ['Korea, Republic of', 'Korea (Republic of)', 'Korea', 'South Korea', 'KOR', 'Republic of Korea'],
  LC: ['St. Lucia', 'Saint Lucia'],
  MD: ['Republic of Moldova', 'Moldova, Republic of'],
  MM: ['Myanmar (Burma)', 'Myanmar', 'Burma'],
  MO: ['Macau', 'Macao', 'Macao SAR'],
  NL: ['The Netherlands', 'Netherlands', 'Holland', 'the netherlands'],
  RS: ['Serbia', 'Serbien'],
  RU: ['Российская Федерация', 'Russian Federation', 'РФ'],
  SK: ['Slovak Republic', 'Slovakia'],
  TT: ['Trinidad and Tobago', 'Trinidad & Tobago'],
  TW: ['Taiwan, Province of China', 'Taiwan (Province of China)', 'Taiwan', 'Republic of China'],
  TZ: ['Tanzania, United Republic of'],
  US: ['U.S.', 'U.S.A.', 'USA', 'us', 'United States of America', 'США'],
  VN: ['Viet Nam', 'Vietnam'],
  VU: ['Vanuatu'],
  YE: ['Yemen', 'Jemen'],
  ZW: ['Zimbabwe'],
};

const none = [
  '',
  ' ',
  'A',
  'X',
  'XX',
  'ZZ',
  'DD',
  'SU',
  'YU',
  'EU',
  'AA',
  'ABC',
  'Europe',
  'Atlantis',
  'toString',
];
const near = [
  'Ukrain',
  'Ua E',
  'Austri',
  'Niger ia',
  'Indi',
  'Omanien',
  'Guine',
  'Dominic',
  'Republic',
  'of',
];

describe('readCountry (CR-15, CR-18)', () => {
  it('leads every name that Intl has for a country in the six languages back to it, and no two to one', () => {
    for (const language of languages) {
      for (const style of ['long', 'short', 'narrow'] as const) {
        const names = new Intl.DisplayNames(language, { type: 'region', style });
        const wrong = countryCodes.filter(([code]) => readCountry(names.of(code) ?? '') !== code);
        assert.deepEqual(wrong, [], `${language}, ${style}`);
      }
    }
  });
  it('reads every code in two and in three letters, in small ones too', () => {
    for (const [code, long] of countryCodes) {
      const read = [code, long, code.toLowerCase(), long.toLowerCase()].map(readCountry);
      assert.deepEqual(read, [code, code, code, code], code);
    }
    assert.equal(countryCodes.length, 250);
    assert.equal(new Set(countryCodes.flat()).size, 500);
  });
  for (const [code, names] of Object.entries(written)) {
    it(`given ${names.join('; ')}, then ${code}`, () => {
      assert.deepEqual(
        names.filter((name) => readCountry(name) !== code),
        [],
      );
    });
  }
  it('has no name that stands for two countries', () => {
    for (const [code, names] of Object.entries(alsoCalled)) {
      for (const name of names.split('|')) assert.equal(readCountry(name), code, name);
    }
  });
  it('takes nothing for a country that only resembles one', () => {
    assert.deepEqual([...none, ...near].filter(readCountry), []);
  });
  it('given words of a search, then USA names a country, and words that every name has do not', () => {
    assert.ok(namesCountry('usa', 'US') && namesCountry('сша', 'US'));
    const words = ['of', 'the', 'und', 'republic', 'cod'];
    const named = words.filter((word) => countryCodes.some(([code]) => namesCountry(word, code)));
    assert.deepEqual(named, []);
  });
  it('never throws, and never makes a country of a name with a letter more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const code = readCountry(text);
        assert.ok(code === undefined || /^[A-Z]{2}$/.test(code));
      }),
    );
    for (const [code, long] of countryCodes) assert.equal(readCountry(`${code}${long}`), undefined);
  });
});
