import { changeDraft, type OpenDraft } from '#app/draft/draftRecord.ts';
import { answeredCard, draftCard } from '#cards/draft/draft.card.ts';
import type { CardJson } from '#cards/expand.ts';
import { say } from '#cards/say.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import type { DealStep } from '#domain/draft/draft.ts';
import type { DraftContext, DraftingDeps } from './draftContext.ts';
import { viewOf } from './view.ts';

/** Another press may be sending the same form this very moment; longer than that it did not get through. */
const SENDING = 15_000;

/** Shows the present form in place of the pressed card, or as the answer to a typed command; or below. */
export async function formHere(
  deps: DraftingDeps,
  context: DraftContext,
  open: OpenDraft,
  resultLine?: string,
  where: FormPlace = {},
): Promise<Answer> {
  const card = draftCard(await viewOf(deps, context, open, resultLine));
  return answerAlone(deps, context, card, where, (activityId) => remember(deps, context, open, activityId));
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

/** What an answer was to: its step, and the message that asked where another one was pressed. */
export interface AnsweredStep {
  step: DealStep;
  resultLine?: string | undefined;
  asked?: string | undefined;
}

/** Sends the present form as a message below; the pressed card shrinks to the line of what it answered. */
export async function formBelow(
  deps: DraftingDeps,
  context: DraftContext,
  open: OpenDraft,
  { step, resultLine, asked }: AnsweredStep,
): Promise<Answer> {
  const { turn } = context;
  const view = await viewOf(deps, context, open, resultLine);
  const form = draftCard(view);
  if (isElsewhere(context)) return formHere(deps, context, open, resultLine);
  const line = answeredCard(view, step);
  const [activityId, answer] = await Promise.all([
    deps.personally.send(turn, form),
    cardInPlace(deps, context, line),
  ]);
  // Nobody is left without the form: where no message gets through, it stands in place of the answered one.
  if (!activityId) return cardInPlace(deps, context, form, (id) => remember(deps, context, open, id));
  if (asked && asked !== turn.replyToId) await deps.personally.edit(turn, asked, line);
  await remember(deps, context, open, activityId);
  return answer;
}

/** The answer to a form that was answered before: its line, and the present form where it did not get through. */
export async function formAgain(
  deps: DraftingDeps,
  context: DraftContext,
  open: OpenDraft,
  answered: AnsweredStep,
): Promise<Answer> {
  if (!isBeingSent(deps, open) || isElsewhere(context)) return formBelow(deps, context, open, answered);
  return cardInPlace(deps, context, answeredCard(await viewOf(deps, context, open), answered.step));
}

/** Sends the form that follows on a typed answer; the message that asked shrinks to its line. */
export async function formAfterText(
  deps: DraftingDeps,
  context: DraftContext,
  open: OpenDraft,
  typed: { answered?: DealStep | undefined; asked?: string | undefined; resultLine?: string | undefined },
): Promise<void> {
  const { turn } = context;
  const view = await viewOf(deps, context, open, typed.resultLine);
  if (typed.answered && typed.asked) {
    await deps.personally.edit(turn, typed.asked, answeredCard(view, typed.answered));
  }
  const activityId = await deps.personally.send(turn, draftCard(view));
  await remember(deps, context, open, activityId);
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

function isBeingSent({ clock }: DraftingDeps, { shown, draft }: OpenDraft): boolean {
  if (shown?.formVersion !== draft.formVersion) return false;
  return shown.activityId !== undefined || clock.now().getTime() - Date.parse(shown.at) < SENDING;
}

/** Which message shows the present form, so that a typed answer can shrink it. Missing it costs only that. */
async function remember(
  deps: DraftingDeps,
  { owner }: DraftContext,
  { draft }: OpenDraft,
  activityId: string | undefined,
): Promise<void> {
  if (!activityId) return;
  const written = changeDraft(deps, owner, (open, at) => {
    const same = open?.draft.id === draft.id && open.draft.formVersion === draft.formVersion;
    if (!same || open.shown?.activityId === activityId) return { next: 'same', result: undefined };
    return {
      next: { ...open, shown: { formVersion: draft.formVersion, at, activityId } },
      result: undefined,
    };
  });
  await written.catch(() => undefined);
}
