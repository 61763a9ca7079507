import type { Action } from '#bot/dispatch/verbs.ts';
import { answerForm } from './answering.ts';

/** *Next* on a form of creating a deal (CR-18 to CR-25). */
export const dealAnswer: Action = answerForm;
