import { displayNames } from '#cards/intl.ts';
import { type Language, languageOf, languages } from '#cards/say.ts';
import { plainText } from './plainText.ts';

/** A language by its name in any of the six languages, its own name or its code. */
export function readLanguage(text: string): Language | undefined {
  // No name of a language is longer, and every typed message is looked at.
  const plain = text.length > 100 ? '' : plainText(text);
  if (!plain) return undefined;
  named ??= namesOfLanguages();
  const language = named.get(plain);
  if (language) return language;
  return /^[a-z]{2}-[a-z]{2,4}$/.test(plain) && languages.includes(languageOf(plain))
    ? knownTag(plain)
    : undefined;
}

let named: Map<string, Language> | undefined;

function namesOfLanguages(): Map<string, Language> {
  const found = new Map<string, Language>();
  for (const language of languages) {
    const base = language.split('-')[0] ?? '';
    const names = languages.flatMap((reader) => {
      const speaker = displayNames(reader, { type: 'language' });
      return [speaker.of(language) ?? '', speaker.of(base) ?? ''];
    });
    for (const name of [...names, language, base].map(plainText)) {
      if (!found.has(name)) found.set(name, language);
    }
  }
  return found;
}

function knownTag(tag: string): Language | undefined {
  const language = languageOf(tag);
  return tag.startsWith(language.slice(0, 2)) ? language : undefined;
}
