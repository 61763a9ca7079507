import { z } from 'zod';
import { namesOf } from '#app/contact/people.ts';
import { undoDeal } from '#app/deal/deal.undo.ts';
import type { DecideOutcome } from '#app/referral/decideRecord.ts';
import { notUndoneLine, undoneLine } from '#cards/deal/timeline/undoLine.ts';
import { rejectionTexts } from '#cards/referral/parts/rejectionTexts.ts';
import { say } from '#cards/say.ts';
import { dealMeant } from '#dialogs/meant/dealMeant.ts';
import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import { cardOrLine } from '#dialogs/turn/cardOrLine.ts';
import { viewableReferralOf } from '#dialogs/turn/dealOfPress.ts';
import { answerDecision } from '#dialogs/turn/decisionAnswer.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import { stepMeant } from '#domain/deal/decideUndo.ts';
import { may } from '#domain/referral/rights.ts';

const stepData = z.looseObject({ revision: z.number().int().min(0).optional() });

/**
 * *Undo*: takes back the step that the button carries; typed with words of a deal, the last thing that this person did to
 * that deal. What can't be taken back any more says why, and what it is now.
 */
export const dealUndo: ActionOnDeal<DealDeps> = async (deps, pressed) => {
  const press = await dealMeant(deps, pressed, { how: 'undo.how' });
  if ('answer' in press) return press.answer;
  const { turn, data } = press;
  const parsed = stepData.safeParse(data);
  if (!parsed.success) return { text: say(turn.reader.language, 'notice.oldButton') };
  const found = await viewableReferralOf(deps, press);
  if ('answer' in found) return found.answer;
  const { revision } = parsed.data;
  const step = stepMeant(found.referral, { by: turn.person.personId, revision });
  const outcome = await undoDeal(deps, { ...found.input, revision: step?.revision ?? revision });
  if (outcome.kind === 'done' && step) {
    const { stageNames } = turn.organization;
    const resultLine = undoneLine({ ...turn.reader, step, referral: outcome.referral, stageNames });
    const undone = {
      verb: 'deal.undo',
      data: { referral: outcome.referral.id, revision: step.revision },
    } as const;
    return { ...(await cardOrLine(deps, turn, outcome.referral, { resultLine })), undone };
  }
  return outcome.kind === 'refused'
    ? refused(deps, turn, outcome, revision)
    : answerDecision(deps, turn, outcome);
};

async function refused(
  deps: DealDeps,
  turn: Turn,
  { referral, rejection }: Extract<DecideOutcome, { kind: 'refused' }>,
  revision: number | undefined,
): Promise<Answer> {
  const { reader, organization, person, member } = turn;
  const step = stepMeant(referral, { by: person.personId, revision });
  const own = step?.by === person.personId ? step : undefined;
  const by = own?.kind === 'fields' ? own.changed?.by : undefined;
  const names = await namesOf(deps, organization.id, [by]);
  const { stageNames } = organization;
  const told = rejection === 'undo-changed' || rejection === 'undo-final';
  const why = told && own && notUndoneLine({ ...reader, referral, step: own, names, stageNames });
  // Who handed it over to somebody else may see it no more.
  if (!may(member, 'referral.view', referral)) {
    return { text: say(reader.language, rejectionTexts['undo-changed']) };
  }
  const said = why ? { resultLine: why } : { rejection };
  return cardOrLine(deps, turn, referral, said);
}
