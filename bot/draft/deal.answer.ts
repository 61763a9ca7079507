import { answerForm } from '#dialogs/draft/answering.ts';
import type { DraftingDeps } from '#dialogs/draft/draftContext.ts';
import type { Action } from '#dialogs/turn/action.ts';

/** *Next* on a form of creating a deal (CR-18 to CR-25). */
export const dealAnswer: Action<DraftingDeps> = answerForm;
