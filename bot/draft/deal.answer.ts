import type { Action } from '#bot/turn/action.ts';
import { answerForm } from './answering.ts';
import type { DraftingDeps } from './setting.ts';

/** *Next* on a form of creating a deal (CR-18 to CR-25). */
export const dealAnswer: Action<DraftingDeps> = answerForm;
