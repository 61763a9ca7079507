import { helpCard } from '../../cards/help/help.card.ts';
import type { Action } from '../teams/actions.ts';

/** Shows what the bot can do. */
export const helpShow: Action = async (_deps, { turn }) => ({
  card: helpCard({ language: turn.reader.language }),
});
