import type { Action } from '../teams/actions.ts';
import { draftOfPress } from '../teams/drafting/answering.ts';
import { createFromDraft } from '../teams/drafting/creating.ts';

/** *Create deal* in the review (CR-28); the review becomes the deal's card. */
export const dealCreate: Action = async (deps, press) => {
  const found = await draftOfPress(deps, press);
  if ('answer' in found) return found.answer;
  return createFromDraft(deps, found.setting, found.open, press.commandId);
};
