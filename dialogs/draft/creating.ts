import { createDeal } from '#app/draft/deal.create.ts';
import type { OpenDraft } from '#app/draft/draftRecord.ts';
import { adoptPosted } from '#app/notice/postedMessages.ts';
import { whyTold } from '#app/notice/recipients.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import { cardForPresser } from '#dialogs/turn/dealCardAnswer.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { changeOwnDraft } from './changeStep.ts';
import { closedDraftAnswer } from './closedDraft.ts';
import { type DraftContext, type DraftingDeps, knowledgeOf } from './draftContext.ts';
import { takeAway } from './oneCard.ts';
import { cardInPlace, formHere } from './sendForm.ts';
import { atNextStep, withEntries } from './steps.ts';

/** Creates the deal of a draft; what still forbids it leads back to its step, with the reason. */
export async function createFromDraft(
  deps: DraftingDeps,
  context: DraftContext,
  open: OpenDraft,
  commandId: string,
): Promise<Answer> {
  const { turn, owner, today } = context;
  const outcome = await createDeal(deps, {
    organization: turn.organization,
    personId: owner.personId,
    member: turn.member,
    draftId: open.draft.id,
    today,
    commandId,
  });
  switch (outcome.kind) {
    case 'created':
      return dealShown(deps, context, outcome.referral, open.shown?.activityId);
    case 'incomplete': {
      const knowledge = await knowledgeOf(deps, context, open.draft.customer);
      const { solutions } = outcome;
      const moved = await changeOwnDraft(deps, context, open, (current, now) => {
        const gone = (current.draft.solutions?.length ?? 0) > solutions.length;
        const entered = gone ? withEntries(current, { solutions }) : current;
        return { next: { ...atNextStep(entered, knowledge), touchedAt: now } };
      });
      return formHere(deps, context, moved.open);
    }
    case 'gone':
      return closedDraftAnswer(deps, context, open.draft.id);
    default:
      return outcome satisfies never;
  }
}

/** The deal's card where its review stood, or instead of it; kept true from now on like any other copy. */
async function dealShown(
  deps: DraftingDeps,
  context: DraftContext,
  referral: Referral,
  review: string | undefined,
): Promise<Answer> {
  const { turn } = context;
  const keep = async (activityId: string) => {
    if (review && review !== activityId) await takeAway(deps, context, review);
    if (!turn.contactId || turn.audience !== 'personal') return;
    const { contactId, organization, person } = turn;
    const card = { organization: organization.id, referralId: referral.id, contactId, activityId };
    const whyOwn = (present: Referral) => whyTold(deps, organization, present, person);
    // The deal is there whatever becomes of this: a later press adopts the card.
    await adoptPosted(deps, card, whyOwn).catch(() => undefined);
    deps.wake();
  };
  return cardInPlace(deps, context, await cardForPresser(deps, turn, referral), keep);
}
