import type { Language } from '#cards/say.ts';
import type { Grammar } from '#dialogs/reading/said/grammar.ts';
import { de } from './de/sentences.ts';
import { en } from './en/sentences.ts';
import { it } from './it/sentences.ts';
import { ru } from './ru/sentences.ts';
import { sv } from './sv/sentences.ts';
import { zhHans } from './zh-Hans/sentences.ts';

/** How deals are spoken of in each language. */
export const grammars: Readonly<Record<Language, Grammar>> = { en, de, sv, 'zh-Hans': zhHans, ru, it };
