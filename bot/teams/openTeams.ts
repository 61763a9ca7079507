import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { AuthenticateRequestResult } from 'botframework-connector';
import type { Config } from '#bot/config/config.ts';
import type { Log } from '#bot/telemetry/log.ts';
import type { Metrics } from '#bot/telemetry/metrics.ts';
import { type TakeTurn, TURN_BUDGET, withinBudget } from './arriving/budget.ts';
import { createGuard } from './arriving/guard.ts';
import { isLoopback } from './arriving/loopback.ts';
import type { CosellBot } from './bot.ts';
import { tenantOf } from './conversation.ts';
import { type Connector, createConnector } from './sending/connector.ts';
import { credentialsOf, currentCredentials } from './sending/credentials.ts';
import { endOfAnswer, withoutThread } from './sending/leaving.ts';
import type { SendingLimits } from './sending/limits/limits.ts';
import { NotNow } from './sending/limits/place.ts';

/** An activity as it came, of which no more is sure than this. */
export interface Incoming {
  type: string;
  serviceUrl: string;
  conversation: { id: string };
}

/** What is answered to an activity over HTTP. */
export interface ActivityAnswer {
  status: number;
  body?: unknown;
}

/** Both directions of the Bot Framework protocol. */
export interface Teams {
  connector: Connector;
  /** Whether this token is one of the Bot Service's for this bot: asked before anything else is read. */
  admits(authorization: string): Promise<boolean>;
  /** Hands an activity to the bot and answers; refuses one that the token is not for. Never throws. */
  receive(bot: CosellBot, incoming: Incoming, authorization: string): Promise<ActivityAnswer>;
}

/** What sending keeps to, and the secret of the app at the moment. */
interface Sending {
  limits: SendingLimits;
  password: () => string | undefined;
}

class TurnAdapter extends CloudAdapter {
  /** The adapter's own entry writes to a response by itself, errors and all. */
  readonly turn = this.processActivity.bind(this);
}

/** Without an app there is no identity: nothing is signed, nobody's token is asked for, and nothing leaves this machine. */
export function openTeams(
  app: Config['app'],
  { limits, password }: Sending,
  log: Log,
  metrics: Metrics,
): Teams {
  const identity = identityOf(app);
  const authentication = new ConfigurationBotFrameworkAuthentication(
    identity,
    currentCredentials(password, credentialsOf(identity)),
  );
  const adapter = new TurnAdapter(authentication);
  // Mostly an answer that Teams did not take in time: it is given up, and the turn ends.
  adapter.onTurnError = async (_context, error) => log.error({ event: 'turn', err: error });
  const guard = createGuard(authentication, app?.id, log, metrics);
  return {
    connector: createConnector(authentication, app?.id ?? '', limits),
    admits: guard.admits,
    async receive(bot, incoming, authorization) {
      const activity = incoming as Activity;
      if (!app && !isLoopback(activity.serviceUrl)) {
        return {
          status: 403,
          body: { message: 'without an app id only connectors on this machine are served' },
        };
      }
      const sender = await guard.senderOf(activity, authorization);
      if (!sender) return { status: 401, body: { message: 'not authorized' } };
      const answered = await adapter.turn(budgeted(sender, turnsIn(limits, activity)), activity, (context) =>
        bot.run(context),
      );
      return { status: answered?.status ?? 200, body: answered?.body };
    },
  };
}

/** The client that the turn gets has one budget for all its calls. */
function budgeted(
  { connectorFactory, ...sender }: AuthenticateRequestResult,
  take: TakeTurn,
): AuthenticateRequestResult {
  if (!connectorFactory) return sender;
  const create: typeof connectorFactory.create = async (serviceUrl, audience) =>
    withinBudget(await connectorFactory.create(serviceUrl, audience), TURN_BUDGET, take);
  return { ...sender, connectorFactory: { create } };
}

/** The turns of calls that answer an activity: somebody waits for them. */
function turnsIn(limits: SendingLimits, activity: Activity): TakeTurn {
  const { serviceUrl, conversation } = activity;
  const conversationId = withoutThread(conversation.id);
  const tenantId = tenantOf(activity) ?? serviceUrl;
  return async (signal) => {
    const place = limits.enter({ tenantId, conversationId, serviceUrl, urgent: true });
    if (place instanceof NotNow) throw place;
    await place.turn(signal);
    return (status, after) => void place.leave(endOfAnswer(status, after, new Date()));
  };
}

function identityOf(app: Config['app']): Record<string, string> {
  if (!app) return {};
  return {
    MicrosoftAppId: app.id,
    MicrosoftAppType: app.type,
    ...(app.tenantId && { MicrosoftAppTenantId: app.tenantId }),
  };
}
