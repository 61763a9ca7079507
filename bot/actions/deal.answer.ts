import type { Action } from '#bot/teams/actions.ts';
import { answerForm } from '#bot/teams/drafting/answering.ts';

/** *Next* on a form of creating a deal (CR-18 to CR-25). */
export const dealAnswer: Action = answerForm;
