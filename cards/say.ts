import { type Formatters, IntlMessageFormat } from 'intl-messageformat';
import { dateTimeFormat, numberFormat, pluralRules } from './intl.ts';
import { de } from './texts/de/catalog.ts';
import { en } from './texts/en/catalog.ts';
import { it } from './texts/it/catalog.ts';
import { ru } from './texts/ru/catalog.ts';
import { sv } from './texts/sv/catalog.ts';
import { zhHans } from './texts/zh-Hans/catalog.ts';

/** The languages the bot speaks, in the order in which they are offered. */
export const languages = ['en', 'de', 'sv', 'zh-Hans', 'ru', 'it'] as const;
export type Language = (typeof languages)[number];

/** Every text there is; the English catalog is the one that decides. */
export type TextKey = keyof typeof en;
export type TextValues = Readonly<Record<string, string | number>>;

// A catalog that lacks a key does not compile here; placeholders are compared by a test.
const catalogs: Record<Language, Record<TextKey, string>> = { en, de, sv, 'zh-Hans': zhHans, ru, it };

// Each text would make its own otherwise.
const formatters: Formatters = {
  getNumberFormat: (locale, options) => numberFormat(String(locale), options ?? {}),
  getDateTimeFormat: (locale, options) => dateTimeFormat(String(locale), options ?? {}),
  getPluralRules: (locale, options) => pluralRules(String(locale), options ?? {}),
};

/** By language and key; a text without placeholders is that text. */
const compiled = new Map<Language, Map<TextKey, string | IntlMessageFormat>>();

/**
 * The text in that language. Values are put in as they are: where the result goes to a place that knows markdown,
 * the caller escapes outside text first. Throws when a placeholder has no value, which is a bug and not an input.
 */
export function say(language: Language, key: TextKey, values: TextValues = {}): string {
  const message = compiled.get(language)?.get(key) ?? compile(language, key);
  return typeof message === 'string' ? message : String(message.format(values));
}

function compile(language: Language, key: TextKey): string | IntlMessageFormat {
  const text = catalogs[language][key];
  // A `<` in a text is a character: no catalog carries markup.
  const options = { ignoreTag: true, formatters };
  const ready = hasSyntax.test(text) ? new IntlMessageFormat(text, language, undefined, options) : text;
  const known = compiled.get(language) ?? new Map<TextKey, string | IntlMessageFormat>();
  compiled.set(language, known.set(key, ready));
  return ready;
}

/** What a message format reads as more than it is. */
const hasSyntax = /[{}']/;

/** The language for a locale tag as Teams sends it; `otherwise` for what is missing, malformed or not spoken, else English. */
export function languageOf(tag: string | undefined, otherwise?: string | undefined): Language {
  return spokenIn(tag) ?? spokenIn(otherwise) ?? 'en';
}

function spokenIn(tag: string | undefined): Language | undefined {
  const base = tag?.trim().slice(0, 20).toLowerCase().split(/[-_]/)[0];
  return base === 'zh' ? 'zh-Hans' : languages.find((language) => language === base);
}
