import type { TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Conversation } from '#dialogs/turn/turn.ts';

const channelDataShape = z.looseObject({
  tenant: z.looseObject({ id: z.string() }).optional(),
  team: z.looseObject({ id: z.string(), name: z.string().optional() }).optional(),
  channel: z
    .looseObject({ name: z.string().nullish().catch(undefined), type: z.unknown() })
    .optional()
    .catch(undefined),
});

/** Where an activity happened. */
export function conversationOf({ activity }: TurnContext): Conversation {
  const channelData = channelDataShape.safeParse(activity.channelData ?? {});
  const { tenant, team, channel } = channelData.success ? channelData.data : {};
  const type = activity.conversation.conversationType;
  const [conversationId = ''] = activity.conversation.id.split(';');
  return {
    tenantId: (activity.conversation.tenantId ?? tenant?.id)?.toLowerCase(),
    kind:
      team || type === 'channel'
        ? 'channel'
        : type === 'groupChat' || activity.conversation.isGroup
          ? 'group'
          : 'personal',
    conversationId,
    threadId: activity.conversation.id,
    teamChannelId: team?.id,
    teamName: team?.name,
    channel: team && {
      name: channel?.name ?? undefined,
      standard: channel?.type === undefined || channel.type === null || channel.type === 'standard',
    },
    serviceUrl: activity.serviceUrl,
    botId: activity.recipient?.id ?? '',
    locale: activity.locale,
    timeZone: activity.localTimezone,
  };
}
