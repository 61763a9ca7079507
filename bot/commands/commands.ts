import { type Language, languageOf, languages } from '../../cards/say.ts';

/** What a typed message asks for. */
export type Command =
  | { name: 'help' }
  | { name: 'hello' }
  | { name: 'language'; language?: Language | undefined }
  | { name: 'cancel' };

// People type their own word although the command list shows the English one.
const words: Readonly<Record<Command['name'], readonly string[]>> = {
  help: ['help', '?', 'hilfe', 'hjälp', '帮助', 'помощь', 'справка', 'aiuto', 'guida', 'start'],
  hello: [
    'hi',
    'hello',
    'hey',
    'hallo',
    'guten tag',
    'hej',
    'hejsan',
    '你好',
    '您好',
    'привет',
    'здравствуйте',
    'ciao',
    'salve',
  ],
  language: ['language', 'lang', 'sprache', 'språk', '语言', 'язык', 'lingua'],
  cancel: ['cancel', 'abbrechen', 'avbryt', '取消', 'отмена', 'annulla'],
};

/** Reads a typed message as a command, in any of the six languages; undefined for everything else. */
export function readCommand(text: string): Command | undefined {
  const plain = normal(text);
  for (const name of ['help', 'hello', 'language', 'cancel'] as const) {
    if (words[name].includes(plain)) return { name };
  }
  const [first = '', ...rest] = plain.split(' ');
  if (!words.language.includes(first)) return undefined;
  const language = readLanguage(rest.join(' '));
  return language && { name: 'language', language };
}

/** A language by its name in any of the six languages, its own name or its code. */
export function readLanguage(text: string): Language | undefined {
  const plain = normal(text);
  if (!plain) return undefined;
  for (const language of languages) {
    const names = languages.map(
      (reader) => new Intl.DisplayNames(reader, { type: 'language' }).of(language) ?? '',
    );
    const base = language.split('-')[0] ?? '';
    const bases = languages.map(
      (reader) => new Intl.DisplayNames(reader, { type: 'language' }).of(base) ?? '',
    );
    if ([...names, ...bases, language, base].map(normal).includes(plain)) return language;
  }
  return /^[a-z]{2}-[a-z]{2,4}$/.test(plain) && languages.includes(languageOf(plain))
    ? knownTag(plain)
    : undefined;
}

function knownTag(tag: string): Language | undefined {
  const language = languageOf(tag);
  return tag.startsWith(language.slice(0, 2)) ? language : undefined;
}

function normal(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.!,:;]+$/u, '');
}
