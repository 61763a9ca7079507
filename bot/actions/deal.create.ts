import type { Action } from '#bot/teams/actions.ts';
import { draftOfPress } from '#bot/teams/drafting/answering.ts';
import { createFromDraft } from '#bot/teams/drafting/creating.ts';
import { shownHere } from '#bot/teams/drafting/showing.ts';
import { roundOf } from '#cards/referral/inputs.ts';
import { say } from '#cards/say.ts';

/** *Create deal* in the review (CR-28); the review becomes the deal's card. */
export const dealCreate: Action = async (deps, press) => {
  const found = await draftOfPress(deps, press);
  if ('answer' in found) return found.answer;
  const { setting, open } = found;
  // A review that was shown before something was changed says what is no longer so.
  if (open.draft.step !== 'review' || roundOf(press.data) < open.draft.round) {
    return shownHere(deps, setting, open, say(press.turn.reader.language, 'create.changed'));
  }
  return createFromDraft(deps, setting, open, press.commandId);
};
