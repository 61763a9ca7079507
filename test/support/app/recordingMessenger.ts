import type { Address, Content, Delivery, Messenger } from '#ports/messenger.ts';

/** One call to the messenger; `activityId` is what was edited or followed. */
export interface MessengerCall {
  kind: 'post' | 'follow' | 'edit';
  to: Address;
  activityId?: string;
  content: Content;
}

/** A message as it stands in a conversation. */
export interface Message {
  id: string;
  conversationId: string;
  /** The message in whose thread it stands. */
  follows?: string;
  content: Content;
}

type Answer = Delivery | undefined;

/** A messenger that keeps what it is given, as conversations would show it. */
export interface RecordingMessenger extends Messenger {
  calls: MessengerCall[];
  /** Everything that stands anywhere, oldest first. */
  messages: Message[];
  /** Answers a call in place of success; undefined lets it succeed. Whatever it waits for, the call waits for. */
  answer: ((call: MessengerCall) => Answer | Promise<Answer>) | undefined;
  in(conversationId: string): Message[];
}

export function recordingMessenger(): RecordingMessenger {
  let count = 0;
  const carryOut = async (call: MessengerCall): Promise<Delivery> => {
    messenger.calls.push(call);
    const answered = await messenger.answer?.(call);
    if (answered) return answered;
    if (call.kind === 'edit') {
      const message = messenger.messages.find(({ id }) => id === call.activityId);
      if (!message) return { outcome: 'gone', reason: 'no such message' };
      message.content = call.content;
      return { outcome: 'sent', activityId: message.id };
    }
    const id = `activity-${++count}`;
    messenger.messages.push({
      id,
      conversationId: call.to.conversationId,
      ...(call.activityId && { follows: call.activityId }),
      content: call.content,
    });
    return { outcome: 'sent', activityId: id };
  };
  const messenger: RecordingMessenger = {
    calls: [],
    messages: [],
    answer: undefined,
    in: (conversationId) => messenger.messages.filter((one) => one.conversationId === conversationId),
    post: (to, content) => carryOut({ kind: 'post', to, content }),
    follow: (to, activityId, content) => carryOut({ kind: 'follow', to, activityId, content }),
    edit: (to, activityId, content) => carryOut({ kind: 'edit', to, activityId, content }),
    under: (holding) => {
      const unlessLost = (call: () => Promise<Delivery>): Promise<Delivery> =>
        holding() ? call() : Promise.resolve({ outcome: 'later', counts: false, reason: 'not held' });
      return {
        post: (to, content) => unlessLost(() => messenger.post(to, content)),
        follow: (to, activityId, content) => unlessLost(() => messenger.follow(to, activityId, content)),
        edit: (to, activityId, content) => unlessLost(() => messenger.edit(to, activityId, content)),
        under: (still) => messenger.under(() => holding() && still()),
      };
    },
  };
  return messenger;
}
