import type { OpenDraft } from '#app/draft/draftRecord.ts';
import { draftCard } from '#cards/draft/draft.card.ts';
import type { CardJson } from '#cards/expand.ts';
import { say } from '#cards/say.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import type { DraftContext, DraftingDeps } from './draftContext.ts';
import { standsIn } from './oneCard.ts';
import { viewOf } from './view.ts';

/** Shows the present form in place of the pressed card, or as the answer to a typed command; or below. */
export async function formHere(
  deps: DraftingDeps,
  context: DraftContext,
  open: OpenDraft,
  resultLine?: string,
  where: FormPlace = {},
): Promise<Answer> {
  const card = draftCard(await viewOf(deps, context, open, resultLine));
  return answerAlone(deps, context, card, where, (activityId) => standsIn(deps, context, open, activityId));
}

/** Where a card goes; `below`: the pressed card stays as it is. */
export interface FormPlace {
  below?: boolean;
}

/** A card for this person alone: never where others read, because it may hold contact data. */
export async function answerAlone(
  deps: DraftingDeps,
  context: DraftContext,
  card: CardJson,
  { below }: FormPlace = {},
  shown?: (activityId: string) => Promise<void>,
): Promise<Answer> {
  const { turn } = context;
  const elsewhere = isElsewhere(context);
  if (!elsewhere && !(below && turn.replyToId)) return cardInPlace(deps, context, card, shown);
  const activityId = await deps.personally.send(turn, card);
  if (activityId) await shown?.(activityId);
  const { language } = turn.reader;
  if (!elsewhere) return { text: say(language, activityId ? 'create.below' : 'notice.notPosted') };
  return { text: say(language, activityId ? 'notice.personalChat' : 'notice.noPersonalChat') };
}

/** Sends the form that follows on what was typed, at the end of the chat. */
export async function formAfterText(
  deps: DraftingDeps,
  context: DraftContext,
  open: OpenDraft,
  resultLine?: string,
): Promise<void> {
  const card = draftCard(await viewOf(deps, context, open, resultLine));
  await standsIn(deps, context, open, await deps.personally.send(context.turn, card));
}

/** The card in place of the pressed one, also for those who open the chat later. */
export async function cardInPlace(
  deps: DraftingDeps,
  { turn }: Pick<DraftContext, 'turn'>,
  card: CardJson,
  shown?: (activityId: string) => Promise<void>,
): Promise<Answer> {
  const { pressed, replyToId } = turn;
  if (pressed && replyToId && turn.conversation.kind === 'personal') {
    await deps.personally.edit(turn, replyToId, card);
    await shown?.(replyToId);
  }
  return { card, shown };
}

/** A press in a channel or group, by a card that was sent on to there; what was typed there is answered in the chat. */
function isElsewhere({ turn }: DraftContext): boolean {
  return turn.conversation.kind !== 'personal' && turn.audience !== 'personal';
}
