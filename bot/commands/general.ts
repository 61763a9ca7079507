import type { CommandTable } from './command.ts';
import { readLanguage } from './readLanguage.ts';

/** Finding one's way about. */
export const general = {
  help: {
    words: ['help', '?', 'hilfe', 'hjälp', '帮助', 'помощь', 'справка', 'aiuto', 'guida', 'start'],
    press: { verb: 'help.show' },
  },
  hello: {
    words: [
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
  },
  language: {
    words: ['language', 'lang', 'sprache', 'språk', '语言', 'язык', 'lingua'],
    follows: (rest: string) => rest === '' || readLanguage(rest) !== undefined,
  },
  cancel: { words: ['cancel', 'abbrechen', 'avbryt', '取消', 'отмена', 'annulla'] },
} satisfies CommandTable;
