import { languages } from '../say.ts';

/** What people write besides the names that Intl knows. */
const others: Readonly<Record<string, string>> = {
  'united states of america': 'US',
  america: 'US',
  'u.s.': 'US',
  'u.s.a.': 'US',
  usa: 'US',
  сша: 'US',
  uk: 'GB',
  'u.k.': 'GB',
  'great britain': 'GB',
  britain: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  holland: 'NL',
  'czech republic': 'CZ',
  turkey: 'TR',
  korea: 'KR',
  uae: 'AE',
  russland: 'RU',
  рф: 'RU',
  prc: 'CN',
  中华人民共和国: 'CN',
};

/** Codes that Intl names although they are no country. */
const noCountry = /^(EU|EZ|UN|QO|ZZ|XA|XB|AC|CP|CQ|DG|EA|IC|TA|[XQ][M-Z])$/;

let codes: ReadonlyMap<string, string> | undefined;

/** The country that is meant: its ISO code, or its name in any of our languages. */
export function readCountry(text: string): string | undefined {
  codes ??= everyName();
  const known = codes;
  return known.get(bare(text)) ?? known.get(bare(text).replace(/^the /, ''));
}

function everyName(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const all = letters.flatMap((one) => letters.map((other) => one + other));
  for (const language of languages) {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of all) {
      const name = display.of(code);
      // An outdated code has the name of the one that replaced it.
      if (!name || noCountry.test(code) || new Intl.Locale(`und-${code}`).region !== code) continue;
      if (!names.has(bare(name))) names.set(bare(name), code);
      names.set(code.toLowerCase(), code);
    }
  }
  for (const [name, code] of Object.entries(others)) names.set(bare(name), code);
  return names;
}

function bare(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’']/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
