import { displayNames } from '#cards/intl.ts';
import { readCountry } from '#domain/values/countries.ts';
import { countryCodes } from '#domain/values/countryNames.ts';

const article = /^(?:the|der|die|das|den|dem|il|lo|la|gli|i|le|l'|l’) ?/iu;
const endings = /[аяыийеёоуюхьм]+$/u;

/** The country that is named, behind an article and in any case of Russian; undefined for everything else. */
export function readPlace(text: string): string | undefined {
  const typed = text.trim();
  const found = readCountry(typed) ?? readCountry(typed.replace(article, ''));
  // The codes of countries are words as well: in, it, so, me.
  if (found) return /^\p{Ll}{2}$/u.test(typed) ? undefined : found;
  return /\p{Script=Cyrillic}/u.test(typed) ? inRussian(typed) : undefined;
}

let stems: Map<string, string> | undefined;

function inRussian(typed: string): string | undefined {
  const names = displayNames('ru', { type: 'region' });
  stems ??= new Map(countryCodes.map(([code]) => [stemOf(names.of(code) ?? code), code]));
  return stems.get(stemOf(typed));
}

function stemOf(name: string): string {
  return name
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(endings, ''))
    .join(' ');
}
