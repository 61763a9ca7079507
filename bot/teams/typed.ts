import type { TurnContext } from 'botbuilder';
import type { Answer } from '#bot/turn/answer.ts';
import type { OutgoingMessage } from '#bot/turn/message.ts';
import type { Personally } from '#bot/turn/personally.ts';
import type { Turn } from '#bot/turn/turn.ts';
import { say } from '#cards/say.ts';
import { toActivity } from './outgoing.ts';

/** Answers commands that stand for a button: the answer is a message of its own. */
export interface Typed {
  answer(turn: Turn, answer: Answer, options: { private: boolean }): Promise<void>;
  /** Sends an answer to the person's own chat; gives back what is said about it where it was asked for. */
  move(turn: Turn, answer: Answer): Promise<{ text: string }>;
}

export function createTyped(personally: Personally): Typed {
  const messageOf = (answer: Answer): OutgoingMessage =>
    'card' in answer ? { card: answer.card, summary: summaryOf(answer) } : answer;
  const move: Typed['move'] = async (turn, answer) => {
    // What is for one person never stands where others read, so without a chat it is not sent at all.
    const sent = await personally.write(turn, messageOf(answer));
    await tellShown(answer, sent);
    return { text: say(turn.reader.language, sent ? 'notice.personalChat' : 'notice.noPersonalChat') };
  };
  return {
    move,
    async answer(turn, answer, options) {
      const { context } = turn;
      if (!options.private || turn.place.kind === 'personal') {
        const sent = await context.sendActivity(toActivity(messageOf(answer)));
        await tellShown(answer, sent?.id);
        return;
      }
      await context.sendActivity(toActivity(await move(turn, answer)));
    },
  };
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
