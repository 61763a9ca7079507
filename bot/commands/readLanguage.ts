import { type Language, languageOf, languages } from '#cards/say.ts';
import { plainText } from './plainText.ts';

/** A language by its name in any of the six languages, its own name or its code. */
export function readLanguage(text: string): Language | undefined {
  const plain = plainText(text);
  if (!plain) return undefined;
  for (const language of languages) {
    const names = languages.map(
      (reader) => new Intl.DisplayNames(reader, { type: 'language' }).of(language) ?? '',
    );
    const base = language.split('-')[0] ?? '';
    const bases = languages.map(
      (reader) => new Intl.DisplayNames(reader, { type: 'language' }).of(base) ?? '',
    );
    if ([...names, ...bases, language, base].map(plainText).includes(plain)) return language;
  }
  return /^[a-z]{2}-[a-z]{2,4}$/.test(plain) && languages.includes(languageOf(plain))
    ? knownTag(plain)
    : undefined;
}

function knownTag(tag: string): Language | undefined {
  const language = languageOf(tag);
  return tag.startsWith(language.slice(0, 2)) ? language : undefined;
}
