import { languageCard } from '../../cards/language/language.card.ts';
import type { Action } from '../teams/actions.ts';

/** Asks for the language. */
export const languageShow: Action = async (_deps, { turn }) => ({
  card: languageCard({ language: turn.reader.language }),
});
