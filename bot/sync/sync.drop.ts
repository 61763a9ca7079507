import { z } from 'zod';
import { dropRefused } from '#app/sync/sync.drop.ts';
import { say } from '#cards/say.ts';
import { syncFieldName } from '#cards/sync/fieldWords.ts';
import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import { viewableReferralOf } from '#dialogs/turn/dealOfPress.ts';
import { syncFields } from '#domain/referral/unsynced.ts';
import { isPlain } from '#domain/sync/differences.ts';
import { answerSync, revisionOf } from './syncCards.ts';

const dropped = z.looseObject({ seen: revisionOf, field: z.enum(syncFields) });

/** Gives up what Partner Center did not take: its own value counts, and a decision stays here alone. */
export const syncDrop: ActionOnDeal<DealDeps> = async (deps, press) => {
  const { turn, data } = press;
  const { reader } = turn;
  const found = await viewableReferralOf(deps, press);
  if ('answer' in found) return found.answer;
  const parsed = dropped.safeParse(data);
  if (!parsed.success) return { text: say(reader.language, 'notice.oldButton') };
  const { field, seen } = parsed.data;
  const outcome = await dropRefused(deps, { ...found.input, field, seen });
  const fields = syncFieldName(field, found.referral, reader);
  const key = isPlain(field) ? 'sync.result.theirs' : 'sync.result.leave';
  return answerSync(deps, turn, outcome, say(reader.language, key, { fields }));
};
