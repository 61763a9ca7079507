import { z } from 'zod';
import { settleConflict } from '#app/sync/sync.settle.ts';
import { say } from '#cards/say.ts';
import { syncFieldName } from '#cards/sync/fieldWords.ts';
import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import { viewableReferralOf } from '#dialogs/turn/dealOfPress.ts';
import { syncFields } from '#domain/referral/unsynced.ts';
import { answerSync, revisionOf } from './syncCards.ts';

const choice = z.looseObject({
  seen: revisionOf,
  field: z.enum(syncFields),
  keep: z.enum(['ours', 'theirs']),
});

/** Which of two values counts, where both sides changed a field. */
export const syncSettle: ActionOnDeal<DealDeps> = async (deps, press) => {
  const { turn, data } = press;
  const { reader } = turn;
  const found = await viewableReferralOf(deps, press);
  if ('answer' in found) return found.answer;
  const parsed = choice.safeParse(data);
  if (!parsed.success) return { text: say(reader.language, 'notice.oldButton') };
  const { field, keep, seen } = parsed.data;
  const outcome = await settleConflict(deps, { ...found.input, field, keep, seen });
  const fields = syncFieldName(field, found.referral, reader);
  const said = say(reader.language, keep === 'ours' ? 'sync.result.ours' : 'sync.result.theirs', { fields });
  return answerSync(deps, turn, outcome, said);
};
