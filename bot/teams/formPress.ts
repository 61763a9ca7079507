import { createHash, randomUUID } from 'node:crypto';
import { withButtonData } from '#cards/buttonData.ts';
import type { CardJson } from '#cards/expand.ts';
import { hasInputs } from '#cards/form/inputs.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import type { Turn } from '#dialogs/turn/turn.ts';

/** The field of a button's data that says in which opening of its form it stands. */
const FORM = 'opened';

/**
 * Tells a press from its repeats. Teams sends a press again with another id of its own, so what counts is the form in
 * which it was made, and what stood in it; only a button outside of a form is told apart by the activity.
 */
export function commandIdOf(
  { person, conversation, activityId }: Turn,
  verb: string,
  data: Readonly<Record<string, unknown>>,
): string {
  if (typeof data[FORM] !== 'string') {
    return `${conversation.threadId}|${activityId ?? randomUUID()}|${verb}`;
  }
  const fields = Object.entries(data).sort(([one], [other]) => (one < other ? -1 : 1));
  const content = createHash('sha256').update(JSON.stringify(fields)).digest('base64url');
  return `${person.personId}|${content}|${verb}`;
}

/** The answer with its open form marked as this one opening: the same words in a form that was opened anew are new. */
export function withForm(answer: Answer): Answer {
  if (!('card' in answer) || !answer.open || !hasInputs(answer.card)) return answer;
  const form = { [FORM]: randomUUID().slice(0, 13) };
  const sends = (button: Readonly<Record<string, unknown>>) => button.associatedInputs !== 'none';
  return { ...answer, card: withButtonData(answer.card, form, sends) as CardJson };
}
