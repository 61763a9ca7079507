import { languageCard } from '#cards/general/language/language.card.ts';
import type { Action, DealDeps } from '#dialogs/turn/action.ts';

/** Asks for the language. */
export const languageShow: Action<DealDeps> = async (_deps, { turn }) => ({
  card: languageCard({ language: turn.reader.language }),
});
