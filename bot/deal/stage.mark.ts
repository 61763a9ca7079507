import { markStage } from '#app/deal/stage.mark.ts';
import { strong } from '#cards/deal/answer/sentence.ts';
import { stageName, stageTitle } from '#cards/deal/stages.ts';
import { formVersionOf } from '#cards/form/inputs.ts';
import { parseStage } from '#cards/referral/progress/stagesForm.ts';
import { readTypedStage } from '#cards/referral/progress/typedStage.ts';
import { say } from '#cards/say.ts';
import { dealMeant } from '#dialogs/meant/dealMeant.ts';
import { questionOf } from '#dialogs/talk/asking.ts';
import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import { cardOrLine, customerInLine } from '#dialogs/turn/cardOrLine.ts';
import { openDealOf } from '#dialogs/turn/dealOfPress.ts';
import { answerDecision } from '#dialogs/turn/decisionAnswer.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import { markedStages, mayMark, stageOf } from '#domain/deal/decideProgress.ts';
import type { Referral } from '#domain/referral/referral.ts';

/**
 * The sales stage (CR-40, CR-41): one press marks the next one, which the button carries; without one the press opens
 * the form of all stages and endings, and the press of that form marks what was chosen. Typed with a stage it is marked at once.
 */
export const stageMark: ActionOnDeal<DealDeps> = async (deps, pressed) => {
  const { reader, organization } = pressed.turn;
  const { stageNames } = organization;
  const read = readTypedStage(pressed.data.text, { ...reader, stageNames });
  const press = await dealMeant(deps, pressed, { text: read?.rest, how: 'progress.typed.how' });
  if ('answer' in press) return press.answer;
  const { turn, data } = press;
  const found = await openDealOf(deps, press);
  if ('answer' in found) return found.answer;
  const { referral } = found;
  if (referral.stage !== 'accepted') return cardOrLine(deps, turn, referral, { rejection: 'not-accepted' });
  const open = async (form = { typed: {}, problems: {} }) => {
    const formVersion = data.form === undefined ? 0 : formVersionOf(data) + 1;
    const answer = await cardOrLine(deps, turn, referral, { form: { kind: 'stages', formVersion, ...form } });
    return { ...answer, open: true as const, asks: questionOf(stageAsking(turn, referral)) };
  };
  if (data.form === undefined && data.stage === undefined && !read) return open();
  const parsed = read ? ({ ok: true, stage: read.stage, from: undefined } as const) : parseStage(data);
  if (!parsed.ok) return open(parsed);
  const { stage, from } = parsed;
  const outcome = await markStage(deps, { ...found.input, stage, from });
  if (outcome.kind !== 'done') return answerDecision(deps, turn, outcome);
  const named = stageTitle(stageOf(outcome.referral), { ...reader, referral: outcome.referral, stageNames });
  return answerDecision(deps, turn, outcome, {
    resultLine: say(reader.language, 'progress.marked', { stage: named }),
    sentence: say(reader.language, 'answer.stage', {
      customer: customerInLine(referral),
      stage: strong(named),
    }),
  });
};

/** What can be said while the form of the stages stands open: one of them, by name, by its figure or its place. */
function stageAsking({ reader, organization }: Turn, referral: Referral) {
  const view = { ...reader, referral, stageNames: organization.stageNames };
  const choices = markedStages
    .filter((stage) => mayMark(referral, stage))
    .map((stage) => ({
      title: stageTitle(stage, view),
      words: [stageName(stage, view), String(stage), `${stage}%`, `${stage} %`],
      data: { stage },
    }));
  return { kind: 'stage', verb: 'stage.mark', data: { referral: referral.id }, choices } as const;
}
