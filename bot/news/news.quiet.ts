import type { Action, DealDeps } from '#dialogs/turn/action.ts';
import { answerMutes } from './muting.ts';

/** What the asker muted and snoozed, with the way to end it. */
export const newsQuiet: Action<DealDeps> = (deps, { turn }) => answerMutes(deps, turn);
