import type { TurnContext } from 'botbuilder';
import { say } from '#cards/say.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import type { Personally } from '#dialogs/turn/personally.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import { tellShown } from './commandAnswer.ts';
import { toActivity } from './outgoing.ts';
import type { Aside } from './sending/aside.ts';

/** Answers presses that older clients send as a message: those cannot be answered with a card in place. */
export interface SubmitFallback {
  answer(context: TurnContext, turn: Turn | undefined, answer: Answer): Promise<void>;
}

export function createSubmitFallback(personally: Personally, aside: Pick<Aside, 'say'>): SubmitFallback {
  return {
    async answer(context, turn, answer) {
      const message = 'card' in answer ? { card: answer.card } : answer;
      const activity = toActivity(message);
      if (!turn || turn.audience === 'personal') {
        const pressed = 'card' in answer ? context.activity.replyToId : undefined;
        const edited = pressed && (await succeeds(context.updateActivity({ ...activity, id: pressed })));
        const sent = edited ? undefined : await context.sendActivity(activity);
        await tellShown(answer, edited ? pressed : sent?.id);
        return;
      }
      // In a channel everyone would see the answer to one person.
      if (await aside.say(turn, message)) return;
      const sent = await personally.write(turn, message);
      const alone = 'card' in answer && answer.alone;
      if (!sent && !alone) {
        await context.sendActivity(activity);
        return;
      }
      const text = say(turn.reader.language, sent ? 'notice.personalChat' : 'notice.noPersonalChat');
      await context.sendActivity(toActivity({ text }));
    },
  };
}

/** A card that was deleted or a chat that is blocked must not leave the person without an answer. */
async function succeeds(call: Promise<unknown>): Promise<boolean> {
  return call.then(
    () => true,
    () => false,
  );
}
