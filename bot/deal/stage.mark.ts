import { markStage } from '#app/deal/stage.mark.ts';
import { stageTitle } from '#cards/deal/stages.ts';
import { formVersionOf } from '#cards/form/inputs.ts';
import { parseStage } from '#cards/referral/progress/stagesForm.ts';
import { say } from '#cards/say.ts';
import { dealMeant } from '#dialogs/meant/dealMeant.ts';
import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import { cardForPresser } from '#dialogs/turn/dealCardAnswer.ts';
import { openDealOf } from '#dialogs/turn/dealOfPress.ts';
import { answerDecision } from '#dialogs/turn/decisionAnswer.ts';
import { stageOf } from '#domain/deal/decideProgress.ts';

/**
 * The sales stage (CR-40, CR-41): one press marks the next one, which the button carries; without one the press opens
 * the form of all stages and endings, and the press of that form marks what was chosen.
 */
export const stageMark: ActionOnDeal<DealDeps> = async (deps, pressed) => {
  const press = await dealMeant(deps, pressed, { how: 'progress.typed.how' });
  if ('answer' in press) return press.answer;
  const { turn, data } = press;
  const { reader, organization } = turn;
  const found = await openDealOf(deps, press);
  if ('answer' in found) return found.answer;
  const { referral } = found;
  if (referral.stage !== 'accepted') {
    return { card: await cardForPresser(deps, turn, referral, { rejection: 'not-accepted' }) };
  }
  const open = async (form = { typed: {}, problems: {} }) => {
    const formVersion = data.form === undefined ? 0 : formVersionOf(data) + 1;
    const card = await cardForPresser(deps, turn, referral, {
      form: { kind: 'stages', formVersion, ...form },
    });
    return { card, open: true as const };
  };
  if (data.form === undefined && data.stage === undefined) return open();
  const parsed = parseStage(data);
  if (!parsed.ok) return open(parsed);
  const { stage, from } = parsed;
  const outcome = await markStage(deps, { ...found.input, stage, from });
  if (outcome.kind !== 'done') return answerDecision(deps, turn, outcome);
  const { stageNames } = organization;
  const named = stageTitle(stageOf(outcome.referral), { ...reader, referral: outcome.referral, stageNames });
  return answerDecision(deps, turn, outcome, say(reader.language, 'progress.marked', { stage: named }));
};
