import { type Activity, ActivityTypes, type Attachment } from 'botbuilder';
import type { CardJson } from '#cards/expand.ts';
import { literal } from '#cards/outside.ts';
import type { OutgoingMessage } from '#dialogs/turn/message.ts';

const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

/** A card as an attachment. */
export function adaptiveCard(card: CardJson): Attachment {
  return { contentType: CARD_TYPE, content: card };
}

export function toActivity(message: OutgoingMessage): Partial<Activity> {
  return {
    type: ActivityTypes.Message,
    // Text of a message is read as markdown unless it says otherwise, and names in it come from outside: none of them
    // may turn the direction of writing or call a date function, wherever they were put into it.
    ...(message.text !== undefined && { text: literal(message.text), textFormat: 'plain' }),
    ...(message.summary !== undefined && { summary: literal(message.summary) }),
    ...(message.card && { attachments: [adaptiveCard(message.card)] }),
  };
}
