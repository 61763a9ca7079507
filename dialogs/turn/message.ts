import type { CardJson } from '#cards/expand.ts';

/** A message as it goes to Teams: a card with a line for notifications, or text alone. */
export interface OutgoingMessage {
  card?: CardJson | undefined;
  text?: string | undefined;
  /** What the notification and the chat list show of a card. */
  summary?: string | undefined;
}
