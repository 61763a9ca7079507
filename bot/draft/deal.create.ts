import { formVersionOf } from '#cards/form/inputs.ts';
import { say } from '#cards/say.ts';
import { draftOfPress } from '#dialogs/draft/answering.ts';
import { createFromDraft } from '#dialogs/draft/creating.ts';
import type { DraftingDeps } from '#dialogs/draft/draftContext.ts';
import { formHere } from '#dialogs/draft/sendForm.ts';
import type { Action } from '#dialogs/turn/action.ts';

/** *Create deal* in the review (CR-28); the review becomes the deal's card. */
export const dealCreate: Action<DraftingDeps> = async (deps, press) => {
  const found = await draftOfPress(deps, press);
  if ('answer' in found) return found.answer;
  const { context, open } = found;
  // A review that was shown before something was changed says what is no longer so.
  if (open.draft.step !== 'review' || formVersionOf(press.data) < open.draft.formVersion) {
    return formHere(deps, context, open, say(press.turn.reader.language, 'create.changed'));
  }
  return createFromDraft(deps, context, open, press.commandId);
};
