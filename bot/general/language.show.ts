import type { Action } from '#bot/dispatch/verbs.ts';
import { languageCard } from '#cards/general/language/language.card.ts';

/** Asks for the language. */
export const languageShow: Action = async (_deps, { turn }) => ({
  card: languageCard({ language: turn.reader.language }),
});
