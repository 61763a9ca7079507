import { kept } from '#domain/values/kept.ts';

/** Some languages with their regions, in a dozen zones each: with that many none is made twice. */
const MOST = 500;

/** One formatter for a locale and these options. Making one costs a thousand times what using it does, and 50 KB. */
function keptFormat<O extends object, F>(make: (locale: string, options: O) => F) {
  const ready = kept(MOST, (key) => {
    const [locale, options] = JSON.parse(key) as [string, O];
    return make(locale, options);
  });
  return (locale: string, options: O): F => ready(JSON.stringify([locale, options]));
}

export const numberFormat = keptFormat<Intl.NumberFormatOptions, Intl.NumberFormat>(
  (locale, options) => new Intl.NumberFormat(locale, options),
);

/** Throws a RangeError for a time zone that is none, like the one it stands for. */
export const dateTimeFormat = keptFormat<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>(
  (locale, options) => new Intl.DateTimeFormat(locale, options),
);

export const displayNames = keptFormat<Intl.DisplayNamesOptions, Intl.DisplayNames>(
  (locale, options) => new Intl.DisplayNames(locale, options),
);

export const pluralRules = keptFormat<Intl.PluralRulesOptions, Intl.PluralRules>(
  (locale, options) => new Intl.PluralRules(locale, options),
);
