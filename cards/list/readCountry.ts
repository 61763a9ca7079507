import { languages } from '#cards/say.ts';
import { foldText } from '#domain/values/searchTerms.ts';

let known: Map<string, string> | undefined;

/** A country by its name in one of the six languages or by its ISO code; undefined for what is none. */
export function readCountry(text: string): string | undefined {
  known ??= new Map(countries().flatMap(({ code, names }) => names.map((name) => [plain(name), code])));
  return known.get(plain(text));
}

function countries(): { code: string; names: string[] }[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const speakers = languages.map(
    (language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }),
  );
  const found = letters.flatMap((one) =>
    letters.flatMap((other) => {
      const code = one + other;
      const names = speakers.flatMap((speaker) => speaker.of(code) ?? []);
      return names.length > 0 ? [{ code, names: [code, ...names] }] : [];
    }),
  );
  const more = [
    {
      code: 'US',
      names: ['USA', 'U.S.', 'United States of America', 'США', '美国', 'Stati Uniti d’America'],
    },
    {
      code: 'GB',
      names: ['UK', 'Great Britain', 'England', 'Großbritannien', 'Storbritannien', 'Великобритания'],
    },
    { code: 'NL', names: ['Holland', 'The Netherlands'] },
    { code: 'CZ', names: ['Czech Republic', 'Tschechische Republik'] },
  ];
  // Later entries win: old codes such as DD or UK also have names.
  return [...found.toReversed(), ...more];
}

function plain(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
