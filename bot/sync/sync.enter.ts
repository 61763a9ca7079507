import { enterByHand } from '#app/sync/sync.enter.ts';
import { formVersionOf } from '#cards/form/inputs.ts';
import { say } from '#cards/say.ts';
import { parseEntered } from '#cards/sync/entering/enteredAnswer.ts';
import { syncFieldNames } from '#cards/sync/fieldWords.ts';
import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import { viewableReferralOf } from '#dialogs/turn/dealOfPress.ts';
import { answerSync, enteringAnswer, revisionOf } from './syncCards.ts';

/**
 * *Entered*: what somebody typed into Partner Center is ticked off for everybody. What was changed here while they did
 * is shown once more, because they can't have typed that.
 */
export const syncEnter: ActionOnDeal<DealDeps> = async (deps, press) => {
  const { turn, data } = press;
  const { reader } = turn;
  const found = await viewableReferralOf(deps, press);
  if ('answer' in found) return found.answer;
  const seen = revisionOf.safeParse(data.seen);
  if (!seen.success) return { text: say(reader.language, 'notice.oldButton') };
  const { referral, input } = found;
  const fields = parseEntered(data);
  const formVersion = formVersionOf(data) + 1;
  if (fields.length === 0) {
    return enteringAnswer(deps, turn, referral, { formVersion, nothingChosen: true });
  }
  const outcome = await enterByHand(deps, { ...input, fields, seen: seen.data });
  if (outcome.kind === 'refused' && outcome.rejection === 'changed-meanwhile') {
    const resultLine = say(reader.language, 'referral.rejection.changed-meanwhile');
    return enteringAnswer(deps, turn, outcome.referral, { formVersion, resultLine });
  }
  const entered = fields.map((field) => ({ field, since: '' }));
  const names = syncFieldNames(entered, referral, reader);
  return answerSync(deps, turn, outcome, say(reader.language, 'sync.result.enter', { fields: names }));
};
