import type { TurnContext } from 'botbuilder';
import { say } from '../../cards/say.ts';
import { personDocumentId } from '../../src/app/contactRecord.ts';
import type { Answer } from './invokeResponse.ts';
import { toActivity } from './outgoing.ts';
import type { Personally } from './personally.ts';
import type { Turn } from './turn.ts';

/** Answers commands that stand for a button: the answer is a message of its own. */
export interface Typed {
  answer(turn: Turn, answer: Answer, options: { private: boolean }): Promise<void>;
}

export function createTyped(personally: Personally): Typed {
  return {
    async answer(turn, answer, options) {
      const { context, reader } = turn;
      const activity = toActivity('card' in answer ? { ...answer, summary: summaryOf(answer) } : answer);
      if (!options.private || turn.place.kind === 'personal') {
        const sent = await context.sendActivity(activity);
        await tellShown(answer, sent?.id);
        return;
      }
      // What is for one person never stands where others read, so without a chat it is not sent at all.
      const sent = await personally.write(turn, activity);
      await tellShown(answer, sent);
      const key = sent ? 'notice.personalChat' : 'notice.noPersonalChat';
      await context.sendActivity(toActivity({ text: say(reader.language, key) }));
    },
  };
}

/** The same turn as if it had happened in the person's own chat: for what is answered there. */
export function inPersonalChat(turn: Turn): Turn {
  return { ...turn, audience: 'personal', contactId: personDocumentId(turn.person.personId) };
}

/** What was typed, without the mention of the bot that a channel needs. */
export function typedText(context: TurnContext): string {
  const { activity } = context;
  const mentions = activity.entities?.filter(({ type }) => type === 'mention') ?? [];
  let text = activity.text ?? '';
  for (const mention of mentions) {
    const written: unknown = mention.text;
    if (typeof written === 'string') text = text.replace(written, '');
  }
  // Some clients put a space that does not break after a mention, spelled out.
  return text
    .replace(/<at>[^<]*<\/at>/g, '')
    .replaceAll('&nbsp;', ' ')
    .trim();
}

function summaryOf({ card }: Extract<Answer, { card: unknown }>): string | undefined {
  return typeof card.fallbackText === 'string' ? card.fallbackText : undefined;
}

/** Whoever made the card learns where it stands now. */
export async function tellShown(answer: Answer, activityId: string | undefined): Promise<void> {
  if ('card' in answer && activityId) await answer.shown?.(activityId);
}
