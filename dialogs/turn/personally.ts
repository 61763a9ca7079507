import type { CardJson } from '#cards/expand.ts';
import type { OutgoingMessage } from './message.ts';
import type { Turn } from './turn.ts';

/** Messages of a turn into the person's own chat, wherever the turn happened. None of it throws. */
export interface Personally {
  /** Gives back the message's id, or undefined where it could not be sent. */
  write(turn: Turn, message: OutgoingMessage): Promise<string | undefined>;
  /** The same for a card. */
  send(turn: Turn, card: CardJson): Promise<string | undefined>;
  /** Whether it worked: the message may be gone. */
  edit(turn: Turn, activityId: string, card: CardJson): Promise<boolean>;
  /** Takes a message away; whether it worked: not every client of the protocol can. */
  remove(turn: Turn, activityId: string): Promise<boolean>;
}
