import { say } from '#cards/say.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import type { OutgoingMessage } from '#dialogs/turn/message.ts';
import type { Personally } from '#dialogs/turn/personally.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import type { Aside } from './sending/aside.ts';

/** Answers commands that stand for a button: the answer is a message of its own. */
export interface CommandAnswer {
  answer(turn: Turn, answer: Answer, options: { private: boolean }): Promise<void>;
  /**
   * Sends an answer to the person alone; gives back what is said about it where it was asked for, and whether it stands
   * there already.
   */
  move(turn: Turn, answer: Answer): Promise<{ text: string; there: boolean }>;
}

export function createCommandAnswer(personally: Personally, aside: Pick<Aside, 'say'>): CommandAnswer {
  const messageOf = (answer: Answer): OutgoingMessage =>
    'card' in answer ? { card: answer.card, summary: summaryOf(answer) } : answer;
  const move: CommandAnswer['move'] = async (turn, answer) => {
    const { language } = turn.reader;
    // It stands in the person's own chat already.
    if ('posted' in answer && answer.posted) return { text: answer.text, there: false };
    if (await aside.say(turn, messageOf(answer))) return { text: say(language, 'notice.aside'), there: true };
    // What is for one person never stands where others read, so without a chat it is not sent at all.
    const sent = await personally.write(turn, messageOf(answer));
    await tellShown(answer, sent);
    return { text: say(language, sent ? 'notice.personalChat' : 'notice.noPersonalChat'), there: false };
  };
  return {
    move,
    async answer(turn, answer, options) {
      // A message that Teams takes away after a day is not kept true.
      if (turn.aside) return void (await turn.reply(messageOf(answer)));
      if (!options.private || turn.conversation.kind === 'personal') {
        await tellShown(answer, await turn.reply(messageOf(answer)));
        return;
      }
      const { text, there } = await move(turn, answer);
      if (!there) await turn.reply({ text });
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
