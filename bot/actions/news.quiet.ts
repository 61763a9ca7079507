import type { Action } from '#bot/teams/actions.ts';
import { answerSilences } from '#bot/teams/quieting.ts';

/** What the asker muted and snoozed, with the way to end it. */
export const newsQuiet: Action = (deps, { turn }) => answerSilences(deps, turn);
