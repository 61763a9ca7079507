import type { Activity, ConversationParameters } from 'botbuilder';

import {
  AuthenticationConstants,
  type BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorClient,
} from 'botframework-connector';

/** Calls to Teams outside of a turn, each cut off after a deadline. Throws what the connector throws. */
export interface Connector {
  send(serviceUrl: string, conversationId: string, activity: Partial<Activity>): Promise<string>;
  update(
    serviceUrl: string,
    conversationId: string,
    activityId: string,
    activity: Partial<Activity>,
  ): Promise<string>;
  /** Starts a thread in a channel; gives back the id of its first message. */
  startThread(
    serviceUrl: string,
    channel: { id: string; tenantId: string; botId: string },
    activity: Partial<Activity>,
  ): Promise<string>;
}

// Shorter than a lease by far: who holds the lease must still be able to write down what happened.
const SEND_DEADLINE = 15_000;

export function createConnector(authentication: BotFrameworkAuthentication, appId: string): Connector {
  const identity = new ClaimsIdentity(
    [
      { type: AuthenticationConstants.AudienceClaim, value: appId },
      { type: AuthenticationConstants.AppIdClaim, value: appId },
    ],
    true,
  );
  const clients = new Map<string, Promise<ConnectorClient>>();
  const clientFor = (serviceUrl: string): Promise<ConnectorClient> => {
    const known = clients.get(serviceUrl);
    if (known) return known;
    const factory = authentication.createConnectorFactory(identity);
    const created = factory
      .create(serviceUrl, AuthenticationConstants.ToChannelFromBotOAuthScope)
      .then(withoutRetries);
    clients.set(serviceUrl, created);
    created.catch(() => clients.delete(serviceUrl));
    return created;
  };
  const options = () => ({ abortSignal: AbortSignal.timeout(SEND_DEADLINE) });
  return {
    async send(serviceUrl, conversationId, activity) {
      const client = await clientFor(serviceUrl);
      const response = await client.conversations.sendToConversation(conversationId, activity, options());
      return response.id;
    },
    async update(serviceUrl, conversationId, activityId, activity) {
      const client = await clientFor(serviceUrl);
      await client.conversations.updateActivity(conversationId, activityId, activity, options());
      return activityId;
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
      return response.activityId;
    },
  };
}

/**
 * The client would try up to four times within one call, blind to our rate limits and deadlines. Trying again is
 * the worker's business, so its policy for that is taken out; no option does it.
 */
function withoutRetries(client: ConnectorClient): ConnectorClient {
  const inner = Reflect.get(client, 'client') as {
    pipeline: { removePolicy(policy: { name: string }): unknown };
  };
  inner.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  return client;
}
