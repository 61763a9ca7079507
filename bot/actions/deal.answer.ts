import type { Action } from '../teams/actions.ts';
import { answerForm } from '../teams/drafting/answering.ts';

/** *Next* on a form of creating a deal (CR-18 to CR-25). */
export const dealAnswer: Action = answerForm;
