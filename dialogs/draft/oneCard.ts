import { changeDraft, type OpenDraft } from '#app/draft/draftRecord.ts';
import { movedCard } from '#cards/draft/moved/moved.card.ts';
import type { DraftContext, DraftingDeps } from './draftContext.ts';

/**
 * From now on this message shows the draft, and the one that did before goes: a draft is one card. An older form that
 * came late goes itself. That it could not be written down costs only that.
 */
export async function standsIn(
  deps: DraftingDeps,
  context: DraftContext,
  { draft }: OpenDraft,
  activityId: string | undefined,
): Promise<void> {
  if (!activityId) return;
  const written = changeDraft<string | undefined>(deps, context.owner, (open) => {
    const before = open?.shown?.activityId;
    if (open?.draft.id !== draft.id || before === activityId) return { next: 'same', result: undefined };
    if (before !== undefined && open.draft.formVersion > draft.formVersion)
      return { next: 'same', result: activityId };
    return { next: { ...open, shown: { activityId } }, result: before };
  });
  const outdated = await written.catch(() => undefined);
  if (outdated) await takeAway(deps, context, outdated);
}

/** A message that shows the draft no more: gone, or where Teams does not take it away, one line that leads on. */
export async function takeAway(
  { personally }: DraftingDeps,
  { turn }: Pick<DraftContext, 'turn'>,
  activityId: string,
): Promise<void> {
  if (await personally.remove(turn, activityId)) return;
  await personally.edit(turn, activityId, movedCard(turn.reader));
}
