import type { Activity, TurnContext } from 'botbuilder';
import { conversationOf } from '#bot/teams/conversation.ts';
import { withButtonData } from '#cards/buttonData.ts';
import type { CardJson } from '#cards/expand.ts';
import { readPress } from './sentValue.ts';

/** The field of a button's data that says: the message it stands on is seen by one person alone. */
const ASIDE = 'aside';
/** Where a turn keeps the chat of its person. */
const OWN_CHAT = Symbol('own chat');

/** Where somebody is reached alone. */
export interface OwnChat {
  serviceUrl: string;
  conversationId: string;
}

/** The same card for a message that one person alone sees, so that a press on it is known for that. */
export function asideCard(card: CardJson): CardJson {
  return withButtonData(card, { [ASIDE]: 'yes' }) as CardJson;
}

/**
 * Whether something was said or pressed where others read, and yet is seen by nobody else: a private message, or a button on
 * one. Whatever is not plainly said to be public counts as private.
 */
export function isAside(context: TurnContext): boolean {
  if (conversationOf(context).kind === 'personal') return false;
  const { recipient, value } = context.activity as Partial<Activity>;
  const { isTargeted } = (recipient ?? {}) as { isTargeted?: unknown };
  const said = isTargeted !== undefined && isTargeted !== null && isTargeted !== false;
  return said || readPress(value)?.data[ASIDE] !== undefined;
}

/** Keeps the chat in which the person of this turn is reached alone; undefined where there is none. */
export function keepOwnChat({ turnState }: TurnContext, chat: OwnChat | undefined): void {
  turnState.set(OWN_CHAT, chat);
}

/** The chat that was kept; undefined where the person is not known, or has none. */
export function ownChatOf({ turnState }: TurnContext): OwnChat | undefined {
  return turnState.get<OwnChat | undefined>(OWN_CHAT);
}
