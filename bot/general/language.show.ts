import type { Action, DealDeps } from '#bot/turn/action.ts';
import { languageCard } from '#cards/general/language/language.card.ts';

/** Asks for the language. */
export const languageShow: Action<DealDeps> = async (_deps, { turn }) => ({
  card: languageCard({ language: turn.reader.language }),
});
