import { languages } from '#cards/say.ts';

const codes = [
  ...new Set(
    Array.from({ length: 26 * 26 }, (_, at) => String.fromCharCode(65 + Math.floor(at / 26), 65 + (at % 26))),
  ),
];

/** Codes by every name that the six languages have for a country. */
const byName = new Map<string, string>();

/** The code of a country (ISO 3166-1 alpha-2) by its name in any of the six languages, or by the code itself. */
export function readCountry(text: string): string | undefined {
  if (byName.size === 0) fill();
  return byName.get(plain(text));
}

function fill(): void {
  for (const language of languages) {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of codes) {
      const name = names.of(code);
      // Unknown and private codes have names too.
      if (!name || /^(?:ZZ|X[A-JL-Z]|Q[M-Z]|EU|EZ|UN|QO|A[AC]|CP|DG|EA|IC|TA)$/.test(code)) continue;
      byName.set(plain(name), code);
      byName.set(plain(code), code);
    }
  }
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}
