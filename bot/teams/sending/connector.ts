import type { Activity, ConversationParameters, TeamsChannelAccount } from 'botbuilder';

import {
  AuthenticationConstants,
  type BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorClient,
} from 'botframework-connector';
import { forOnePerson, withoutRetries } from '#bot/teams/arriving/budget.ts';
import { isLoopback } from '#bot/teams/arriving/loopback.ts';

/** Messages of a conversation. */
interface Messages {
  send(
    serviceUrl: string,
    conversationId: string,
    activity: Partial<Activity>,
    within?: number,
  ): Promise<string>;
  update(
    serviceUrl: string,
    conversationId: string,
    activityId: string,
    activity: Partial<Activity>,
    within?: number,
  ): Promise<string>;
  /** Takes a message away. */
  remove(serviceUrl: string, conversationId: string, activityId: string, within?: number): Promise<void>;
}

/** Calls to Teams, each cut off after a deadline, or `within` fewer milliseconds. Throws what the connector throws. */
export interface Connector extends Messages {
  /** The same for messages that one person alone sees; one that is sent names them as its `recipient`, and none else does. */
  aside: Pick<Messages, 'send' | 'update'>;
  /** Who an account is, in a chat in which it is. */
  member(serviceUrl: string, conversationId: string, accountId: string): Promise<TeamsChannelAccount>;
  /** Starts a thread in a channel; gives back the id of its first message. */
  startThread(
    serviceUrl: string,
    channel: { id: string; tenantId: string; botId: string },
    activity: Partial<Activity>,
  ): Promise<string>;
}

// Shorter than a lease by far: who holds the lease must still be able to write down what happened.
const SEND_DEADLINE = 15_000;
const MOST_CLIENTS = 50;

export function createConnector(authentication: BotFrameworkAuthentication, appId: string): Connector {
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
      .then((client) => (aside ? forOnePerson(client) : client));
    clients.set(key, created);
    created.catch(() => clients.delete(key));
    return created;
  };
  const options = (within = SEND_DEADLINE) => ({ abortSignal: AbortSignal.timeout(within) });
  const messages = (aside: boolean): Messages => ({
    async send(serviceUrl, conversationId, activity, within) {
      const client = await clientFor(serviceUrl, aside);
      const response = await client.conversations.sendToConversation(
        conversationId,
        activity,
        options(within),
      );
      return messageId(response.id);
    },
    async update(serviceUrl, conversationId, activityId, activity, within) {
      const client = await clientFor(serviceUrl, aside);
      await client.conversations.updateActivity(conversationId, activityId, activity, options(within));
      return activityId;
    },
    async remove(serviceUrl, conversationId, activityId, within) {
      const client = await clientFor(serviceUrl, aside);
      await client.conversations.deleteActivity(conversationId, activityId, options(within));
    },
  });
  return {
    ...messages(false),
    aside: messages(true),
    async member(serviceUrl, conversationId, accountId) {
      const client = await clientFor(serviceUrl);
      return client.conversations.getConversationMember(conversationId, accountId, options());
    },
    async startThread(serviceUrl, channel, activity) {
      const client = await clientFor(serviceUrl);
      const parameters = {
        isGroup: true,
        bot: { id: channel.botId, name: '' },
        tenantId: channel.tenantId,
        channelData: { channel: { id: channel.id }, tenant: { id: channel.tenantId } },
        activity: activity as Activity,
      } as ConversationParameters;
      const response = await client.conversations.createConversation(parameters, options());
      return messageId(response.activityId);
    },
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
