import type { Activity, ConversationParameters, TeamsChannelAccount } from 'botbuilder';

import {
  AuthenticationConstants,
  type BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorClient,
} from 'botframework-connector';
import { forOnePerson, withoutRetries } from '#bot/teams/arriving/budget.ts';
import { isLoopback } from '#bot/teams/arriving/loopback.ts';
import { inTurn, type Leaving, leaving } from './leaving.ts';
import type { SendingLimits } from './limits/limits.ts';

/** Messages of a conversation. */
interface Messages {
  send(
    serviceUrl: string,
    conversationId: string,
    activity: Partial<Activity>,
    how: Leaving,
  ): Promise<string>;
  update(
    serviceUrl: string,
    conversationId: string,
    activityId: string,
    activity: Partial<Activity>,
    how: Leaving,
  ): Promise<string>;
  /** Takes a message away. */
  remove(serviceUrl: string, conversationId: string, activityId: string, how: Leaving): Promise<void>;
}

/**
 * Calls to Teams, each cut off after a deadline, or `within` fewer milliseconds, and each in its turn. Throws what the
 * connector throws, and `NotNow` where its turn does not come in time.
 */
export interface Connector extends Messages {
  /** The same for messages that one person alone sees; one that is sent names them as its `recipient`, and none else does. */
  aside: Pick<Messages, 'send' | 'update'>;
  /** Who an account is, in a chat in which it is. */
  member(
    serviceUrl: string,
    conversationId: string,
    accountId: string,
    how: Leaving,
  ): Promise<TeamsChannelAccount>;
  /** Starts a thread in a channel; gives back the id of its first message. */
  startThread(
    serviceUrl: string,
    channel: { id: string; tenantId: string; botId: string },
    activity: Partial<Activity>,
    how: Leaving,
  ): Promise<string>;
}

const MOST_CLIENTS = 50;

export function createConnector(
  authentication: BotFrameworkAuthentication,
  appId: string,
  limits: SendingLimits,
): Connector {
  const identity = new ClaimsIdentity(
    [
      { type: AuthenticationConstants.AudienceClaim, value: appId },
      { type: AuthenticationConstants.AppIdClaim, value: appId },
    ],
    true,
  );
  const clients = new Map<string, Promise<ConnectorClient>>();
  const clientFor = async (serviceUrl: string, aside = false): Promise<ConnectorClient> => {
    // Addresses that were stored by another process may lead anywhere.
    if (!appId && !isLoopback(serviceUrl)) throw new Error('without an app id nothing leaves this machine');
    const key = `${aside ? 'aside' : ''} ${serviceUrl}`;
    const known = clients.get(key);
    if (known) return known;
    // Teams has a handful; whoever else names one shall not fill the memory.
    if (clients.size >= MOST_CLIENTS) clients.clear();
    const factory = authentication.createConnectorFactory(identity);
    const created = factory
      .create(serviceUrl, AuthenticationConstants.ToChannelFromBotOAuthScope)
      .then(withoutRetries)
      .then(inTurn)
      .then((client) => (aside ? forOnePerson(client) : client));
    clients.set(key, created);
    created.catch(() => clients.delete(key));
    return created;
  };
  const leave = leaving(limits);
  const messages = (aside: boolean): Messages => ({
    send: (serviceUrl, conversationId, activity, how) =>
      leave({ serviceUrl, conversationId }, how, async (options) => {
        const client = await clientFor(serviceUrl, aside);
        const response = await client.conversations.sendToConversation(conversationId, activity, options);
        return messageId(response.id);
      }),
    update: (serviceUrl, conversationId, activityId, activity, how) =>
      leave({ serviceUrl, conversationId }, how, async (options) => {
        const client = await clientFor(serviceUrl, aside);
        await client.conversations.updateActivity(conversationId, activityId, activity, options);
        return activityId;
      }),
    remove: (serviceUrl, conversationId, activityId, how) =>
      leave({ serviceUrl, conversationId }, how, async (options) => {
        const client = await clientFor(serviceUrl, aside);
        await client.conversations.deleteActivity(conversationId, activityId, options);
      }),
  });
  return {
    ...messages(false),
    aside: messages(true),
    member: (serviceUrl, conversationId, accountId, how) =>
      leave({ serviceUrl, conversationId }, how, async (options) => {
        const client = await clientFor(serviceUrl);
        return client.conversations.getConversationMember(conversationId, accountId, options);
      }),
    startThread: (serviceUrl, channel, activity, how) =>
      leave({ serviceUrl, conversationId: channel.id }, how, async (options) => {
        const client = await clientFor(serviceUrl);
        const parameters = {
          isGroup: true,
          bot: { id: channel.botId, name: '' },
          tenantId: channel.tenantId,
          channelData: { channel: { id: channel.id }, tenant: { id: channel.tenantId } },
          activity: activity as Activity,
        } as ConversationParameters;
        const response = await client.conversations.createConversation(parameters, options);
        return messageId(response.activityId);
      }),
  };
}

/**
 * The id that Teams gave a message. What has none can never be made true again, so it is no message: a proxy may have answered, or
 * Teams in a bad moment. Throws then, which leads to another try.
 */
export function messageId(given: unknown): string {
  if ((typeof given === 'string' && given !== '') || typeof given === 'number') return String(given);
  throw new Error('the message was given no id');
}
