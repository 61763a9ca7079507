import type { Activity, ConversationAccount, TurnContext } from 'botbuilder';
import { z } from 'zod';
import { readTimeZone } from '#bot/config/timeZone.ts';
import type { Conversation } from '#dialogs/turn/turn.ts';

const channelDataShape = z.looseObject({
  tenant: z.looseObject({ id: z.string() }).optional(),
  team: z.looseObject({ id: z.string(), name: z.string().optional() }).optional(),
  channel: z
    .looseObject({ name: z.string().nullish().catch(undefined), type: z.unknown() })
    .optional()
    .catch(undefined),
});

/** The tenant in which an activity happened, in lower case; undefined where it says none. */
export function tenantOf({ conversation, channelData }: Pick<Activity, 'conversation' | 'channelData'>) {
  const { tenant } = channelDataOf(channelData);
  return (conversation.tenantId ?? tenant?.id)?.toLowerCase();
}

function channelDataOf(given: unknown): Partial<z.infer<typeof channelDataShape>> {
  const channelData = channelDataShape.safeParse(given ?? {});
  return channelData.success ? channelData.data : {};
}

/** Where an activity happened. */
export function conversationOf({ activity }: TurnContext): Conversation {
  const { team, channel } = channelDataOf(activity.channelData);
  const [conversationId = ''] = activity.conversation.id.split(';');
  return {
    tenantId: tenantOf(activity),
    kind: team ? 'channel' : kindOf(activity.conversation, conversationId),
    conversationId,
    threadId: activity.conversation.id,
    teamChannelId: team?.id,
    teamName: team?.name,
    channel: team && {
      name: channel?.name ?? undefined,
      shared: !isOfOneCompany(channel?.type),
    },
    serviceUrl: activity.serviceUrl,
    botId: activity.recipient?.id ?? '',
    locale: activity.locale,
    timeZone: readTimeZone(activity.localTimezone),
  };
}

/** In a shared channel people of other companies read along; what is not known may be one. */
function isOfOneCompany(type: unknown): boolean {
  return type === undefined || type === null || type === 'standard' || type === 'private';
}

/** What is not known for a chat of one person alone counts as a place where others read: unknown is never private. */
function kindOf(
  { conversationType, isGroup }: ConversationAccount,
  conversationId: string,
): Conversation['kind'] {
  if (conversationType === 'channel') return 'channel';
  const alone = conversationType === 'personal' && !isGroup && isOwnChat(conversationId);
  return alone ? 'personal' : 'group';
}

/** Chats with a bot are `a:…`; what else has a scheme or a host is a meeting, a group, or of another app. */
function isOwnChat(conversationId: string): boolean {
  return conversationId.startsWith('a:') || !/[:@]/.test(conversationId);
}
