import { say } from '#cards/say.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import type { OutgoingMessage } from '#dialogs/turn/message.ts';
import type { Personally } from '#dialogs/turn/personally.ts';
import type { Turn } from '#dialogs/turn/turn.ts';

/** Answers commands that stand for a button: the answer is a message of its own. */
export interface CommandAnswer {
  answer(turn: Turn, answer: Answer, options: { private: boolean }): Promise<void>;
  /** Sends an answer to the person's own chat; gives back what is said about it where it was asked for. */
  move(turn: Turn, answer: Answer): Promise<{ text: string }>;
}

export function createCommandAnswer(personally: Personally): CommandAnswer {
  const messageOf = (answer: Answer): OutgoingMessage =>
    'card' in answer ? { card: answer.card, summary: summaryOf(answer) } : answer;
  const move: CommandAnswer['move'] = async (turn, answer) => {
    // What is for one person never stands where others read, so without a chat it is not sent at all.
    const sent = await personally.write(turn, messageOf(answer));
    await tellShown(answer, sent);
    return { text: say(turn.reader.language, sent ? 'notice.personalChat' : 'notice.noPersonalChat') };
  };
  return {
    move,
    async answer(turn, answer, options) {
      if (!options.private || turn.conversation.kind === 'personal') {
        await tellShown(answer, await turn.reply(messageOf(answer)));
        return;
      }
      await turn.reply(await move(turn, answer));
    },
  };
}

function summaryOf({ card }: Extract<Answer, { card: unknown }>): string | undefined {
  return typeof card.fallbackText === 'string' ? card.fallbackText : undefined;
}

/** Whoever made the card learns where it stands now. */
export async function tellShown(answer: Answer, activityId: string | undefined): Promise<void> {
  if ('card' in answer && activityId) await answer.shown?.(activityId);
}
