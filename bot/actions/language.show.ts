import type { Action } from '#bot/teams/actions.ts';
import { languageCard } from '#cards/language/language.card.ts';

/** Asks for the language. */
export const languageShow: Action = async (_deps, { turn }) => ({
  card: languageCard({ language: turn.reader.language }),
});
