import { changeDraft, type OpenDraft } from '#app/draft/draftRecord.ts';
import { startCard } from '#cards/draft/start/start.card.ts';
import { say } from '#cards/say.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import type { DealEntries, DealStep } from '#domain/draft/draft.ts';
import type { Instant } from '#domain/values/instant.ts';
import { type DraftContext, type DraftingDeps, knowledgeOf } from './draftContext.ts';
import { standsIn } from './oneCard.ts';
import { cardInPlace } from './sendForm.ts';
import { atNextStep, stepBefore, withEntries } from './steps.ts';

/** One step back; from the first there is none, which is said. `from`: the step of the card that was pressed. */
export async function stepBack(
  deps: DraftingDeps,
  context: DraftContext,
  open: OpenDraft,
  kept: DealEntries,
  from?: DealStep,
): Promise<{ open: OpenDraft; resultLine?: string | undefined }> {
  const knowledge = await knowledgeOf(deps, context, open.draft.customer, kept.customer);
  return changeOwnDraft(deps, context, open, (current, now) => {
    // The second press of the same button has been answered: it does not go back twice.
    const stale = from !== undefined && from !== current.draft.step;
    const before = stale ? current.draft.step : stepBefore(current, knowledge);
    const entered = stale ? current : withEntries(current, kept);
    const moved = atNextStep(entered, knowledge, before ?? current.draft.step);
    const resultLine = before ? undefined : say(context.turn.reader.language, 'create.first');
    return { next: { ...moved, touchedAt: now }, resultLine };
  });
}

/** Opens a step, whatever the order; without one the next that has to be answered. */
export async function stepTo(
  deps: DraftingDeps,
  context: DraftContext,
  open: OpenDraft,
  step: DealStep | undefined,
): Promise<OpenDraft> {
  const knowledge = await knowledgeOf(deps, context, open.draft.customer);
  const moved = await changeOwnDraft(deps, context, open, (current, now) => ({
    next: { ...atNextStep(current, knowledge, step), touchedAt: now },
  }));
  return moved.open;
}

/** No deal is created; what was entered stays for those who change their mind. */
export async function cancelDraft(
  deps: DraftingDeps,
  context: DraftContext,
  open: OpenDraft,
  kept: DealEntries = {},
): Promise<Answer> {
  const off = await changeOwnDraft(deps, context, open, (current, now) => ({
    next: { ...withEntries(current, kept), cancelled: true, touchedAt: now },
  }));
  const { reader } = context.turn;
  const card = startCard({ ...reader, kind: 'cancelled', draft: off.open.draft });
  return cardInPlace(deps, context, card, (activityId) => standsIn(deps, context, off.open, activityId));
}

/** Changes this very draft; where another one is begun meanwhile, nothing is written. */
export async function changeOwnDraft(
  deps: DraftingDeps,
  { owner }: DraftContext,
  open: OpenDraft,
  change: (current: OpenDraft, now: Instant) => { next: OpenDraft; resultLine?: string | undefined },
): Promise<{ open: OpenDraft; resultLine?: string | undefined }> {
  return changeDraft<{ open: OpenDraft; resultLine?: string | undefined }>(deps, owner, (current, now) => {
    if (current?.draft.id !== open.draft.id) return { next: 'same', result: { open } };
    const { next, resultLine } = change(current, now);
    return { next, result: { open: next, resultLine } };
  });
}
