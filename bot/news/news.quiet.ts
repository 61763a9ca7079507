import type { Action } from '#bot/dispatch/verbs.ts';
import { answerSilences } from './quieting.ts';

/** What the asker muted and snoozed, with the way to end it. */
export const newsQuiet: Action = (deps, { turn }) => answerSilences(deps, turn);
