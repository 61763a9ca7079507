import { readDrafts } from '#app/draft/draftRecord.ts';
import { draftById } from '#app/draft/keptDrafts.ts';
import { readReferralRecord } from '#app/referral/referral.read.ts';
import { startCard } from '#cards/draft/start/start.card.ts';
import { say } from '#cards/say.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import { cardForPresser } from '#dialogs/turn/dealCardAnswer.ts';
import { may } from '#domain/referral/rights.ts';
import type { DraftContext, DraftingDeps } from './draftContext.ts';
import { cardInPlace } from './sendForm.ts';

/**
 * The answer to a press on a card of a draft that is no longer worked on: the deal that it became, the way to take it
 * up again where it waits, else that it is over. What was never this person's is answered like the last.
 */
export async function closedDraftAnswer(
  deps: DraftingDeps,
  context: DraftContext,
  draftId: string,
): Promise<Answer> {
  const { turn, owner } = context;
  const waits = draftById(await readDrafts(deps, owner), draftId, deps.clock.now().toISOString());
  if (waits) {
    const kind = waits.cancelled ? 'cancelled' : 'aside';
    return cardInPlace(deps, context, startCard({ ...turn.reader, kind, draft: waits.draft }));
  }
  const record = await readReferralRecord(deps, { organization: owner.organization, referralId: draftId });
  const referral = record?.referral;
  const mine = referral?.createdBy?.kind === 'person' && referral.createdBy.personId === owner.personId;
  if (!referral || !mine || !may(turn.member, 'referral.view', referral))
    return { text: say(turn.reader.language, 'create.over') };
  return cardInPlace(deps, context, await cardForPresser(deps, turn, referral));
}
