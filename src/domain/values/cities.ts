import { countryCodes } from './countryNames.ts';
import { once } from './once.ts';
import { readState } from './regions.ts';

/** The cities that time zones are called by, each with its country; what two countries have is in neither. */
const countriesByCity = once(() => {
  const found = new Map<string, string | undefined>();
  for (const [code] of countryCodes) {
    for (const zone of zonesOf(code)) {
      const city = plain(zone.split('/').at(-1) ?? '');
      found.set(city, found.has(city) && found.get(city) !== code ? undefined : code);
    }
  }
  return found;
});

// Newer than the types that come with the compiler.
function zonesOf(code: string): readonly string[] {
  const locale: Intl.Locale & { getTimeZones?: () => readonly string[] | undefined } = new Intl.Locale(
    `und-${code}`,
  );
  return locale.getTimeZones?.() ?? [];
}

/**
 * The country (ISO 3166-1 alpha-2) in which a city of that name is, by the time zones of the world, or by the name of a
 * state of the US that stands with it: the code of one is that of many a province elsewhere (`Milano, MI`). Undefined
 * where that is not known.
 */
export function countryOfCity(city: string, state = ''): string | undefined {
  if (city === '') return undefined;
  return countriesByCity().get(plain(city)) ?? (state.length > 2 && readState(state) ? 'US' : undefined);
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
