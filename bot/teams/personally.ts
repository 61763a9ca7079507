import type { Activity } from 'botbuilder';
import { addressOf } from '#app/contact/contactRecord.ts';
import type { Turn } from '#bot/turn/turn.ts';
import type { CardJson } from '#cards/expand.ts';
import type { Connector } from './connector.ts';
import { toActivity } from './outgoing.ts';

/** Messages of a turn into the person's own chat, wherever the turn happened. None of it throws. */
export interface Personally {
  /** Gives back the message's id, or undefined where it could not be sent. */
  write(turn: Turn, activity: Partial<Activity>): Promise<string | undefined>;
  /** The same for a card. */
  send(turn: Turn, card: CardJson): Promise<string | undefined>;
  /** Whether it worked: the message may be gone. */
  edit(turn: Turn, activityId: string, card: CardJson): Promise<boolean>;
}

export function createPersonally(connector: Connector): Personally {
  const write: Personally['write'] = async (turn, activity) => {
    const chat = chatOf(turn);
    // Not by the turn's own way, which tries again for seconds while the presser waits.
    return chat && connector.send(chat.serviceUrl, chat.conversationId, activity).catch(() => undefined);
  };
  return {
    write,
    send: (turn, card) => write(turn, messageOf(card)),
    async edit(turn, activityId, card) {
      const chat = chatOf(turn);
      if (!chat) return false;
      const edited = connector.update(chat.serviceUrl, chat.conversationId, activityId, messageOf(card));
      return edited.then(
        () => true,
        () => false,
      );
    },
  };
}

function chatOf({ place, person }: Turn): { serviceUrl: string; conversationId: string } | undefined {
  return place.kind === 'personal' ? place : addressOf(person);
}

function messageOf(card: CardJson): Partial<Activity> {
  const summary = typeof card.fallbackText === 'string' ? card.fallbackText : undefined;
  return toActivity({ card, summary });
}
