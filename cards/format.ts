import type { Instant, LocalDate } from '#domain/values/instant.ts';
import { kept } from '#domain/values/kept.ts';
import { dateTimeFormat, displayNames, numberFormat } from './intl.ts';
import { type Language, languageOf, say } from './say.ts';

/** For whom something is written: words in `language`, figures and dates by `locale`. */
export interface Reader {
  language: Language;
  /** Full tag, such as `de-AT`. */
  locale: string;
  /** IANA name, such as `Europe/Vienna`. */
  timeZone?: string | undefined;
}

/**
 * The tag to give to Intl: the reader's own where it speaks the reader's language, so that nobody reads German words
 * with English figures; else the language alone.
 */
export function intlLocale(reader: Pick<Reader, 'language' | 'locale'>): string {
  // A tag that no client has, however long, is not kept.
  return reader.locale.length > LONGEST_TAG
    ? reader.language
    : fittingLocale(`${reader.language} ${reader.locale}`);
}

const LONGEST_TAG = 40;

const fittingLocale = kept(500, (key) => {
  const at = key.indexOf(' ');
  const [language, tag] = [key.slice(0, at), key.slice(at + 1)];
  try {
    const locale = new Intl.Locale(tag);
    const fits = languageOf(locale.language) === language && tag.length >= 2;
    // Traditional script would mix with our simplified texts.
    if (!fits || locale.maximize().script === 'Hant') return language;
    if (locale.language !== language.split('-')[0]) return language;
    return new Intl.Locale(locale.baseName, { numberingSystem: 'latn' }).toString();
  } catch {
    return language;
  }
});

/** A whole number, with the marks of its thousands. */
export function formatNumber(count: number, reader: Reader): string {
  return numberFormat(intlLocale(reader), {}).format(count);
}

/** A share of a hundred, such as `20%`. */
export function formatPercent(percent: number, reader: Reader): string {
  return numberFormat(intlLocale(reader), { style: 'percent' }).format(percent / 100);
}

/** A calendar day, such as `4 Dec 2026`; what is no date stays as it is. */
export function formatDay(day: LocalDate, reader: Reader): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) return day;
  return dateTimeFormat(intlLocale(reader), { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
}

/** Day and time in the reader's zone, for texts outside of cards; UTC, and saying so, where the zone is not known. */
export function formatInstant(instant: Instant, reader: Reader): string {
  return dateTime(instant, reader, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
}

/** The day of a moment in the reader's zone; `short`: without its year, of what is a few weeks away at most. */
export function formatInstantDay(
  instant: Instant,
  reader: Reader,
  length: 'whole' | 'short' = 'whole',
): string {
  const year = length === 'whole' ? { year: 'numeric' as const } : {};
  return dateTime(instant, reader, { day: 'numeric', month: 'short', ...year }, 'day');
}

/** The calendar day of a moment in the reader's zone; in UTC where the zone is not known. */
export function localDay(instant: Instant, { timeZone }: Pick<Reader, 'timeZone'>): LocalDate {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return instant;
  try {
    // Swedes write days like ISO 8601.
    return dateTimeFormat('sv-SE', { ...parts, timeZone: timeZone ?? 'UTC' }).format(at);
  } catch {
    return new Date(at).toISOString().slice(0, 10);
  }
}

/** The time of day in the reader's zone. */
export function formatTime(instant: Instant, reader: Reader): string {
  return dateTime(instant, reader, { hour: 'numeric', minute: '2-digit' });
}

/** The same to the second, for what is over in a moment. */
export function formatSeconds(instant: Instant, reader: Reader): string {
  return dateTime(instant, reader, { hour: 'numeric', minute: '2-digit', second: '2-digit' });
}

function dateTime(
  instant: Instant,
  reader: Reader,
  parts: Intl.DateTimeFormatOptions,
  of: 'day' | 'moment' = 'moment',
): string {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return instant;
  try {
    if (reader.timeZone) {
      return dateTimeFormat(intlLocale(reader), { ...parts, timeZone: reader.timeZone }).format(at);
    }
  } catch {
    // An unknown zone name must not cost the message; fall through to UTC.
  }
  return dateTimeFormat(intlLocale(reader), {
    ...parts,
    timeZone: 'UTC',
    ...(of === 'moment' && { timeZoneName: 'short' }),
  }).format(at);
}

/** Date and time that the client shows in each reader's own zone and language; only for text elements of a card. */
export function cardDateTime(instant: Instant): { date: string; time: string } {
  // The clients know no fractions of a second in these functions.
  const seconds = `${new Date(Date.parse(instant)).toISOString().slice(0, 19)}Z`;
  return { date: `{{DATE(${seconds}, SHORT)}}`, time: `{{TIME(${seconds})}}` };
}

/** The country's name for an ISO code; the code itself where there is no name. */
export function formatCountry(code: string, reader: Reader): string {
  try {
    return displayNames(intlLocale(reader), { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Things one after the other, without an `and`, which Intl does not offer in every language. */
export function formatList(items: readonly string[], reader: Pick<Reader, 'language'>): string {
  return items.join(say(reader.language, 'list.separator'));
}
