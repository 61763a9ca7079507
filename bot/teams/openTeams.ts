import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Request,
  type Response,
} from 'botbuilder';
import type { Config } from '#bot/config/config.ts';
import type { Log } from '#bot/telemetry/log.ts';
import type { CosellBot } from './bot.ts';
import { type Connector, createConnector } from './sending/connector.ts';

/** Both directions of the Bot Framework protocol. */
export interface Teams {
  connector: Connector;
  /** Checks who sent an activity, hands it to the bot, and answers; refuses what no Bot Service signed. */
  receive(bot: CosellBot, incoming: Request, response: Response): Promise<void>;
}

/** Without an app there is no identity: nothing is signed, and nobody's token is asked for. */
export function openTeams(app: Config['app'], log: Log): Teams {
  const authentication = new ConfigurationBotFrameworkAuthentication(identityOf(app));
  const adapter = new CloudAdapter(authentication);
  adapter.onTurnError = async (_context, error) => log.error({ event: 'turn', err: error });
  return {
    connector: createConnector(authentication, app?.id ?? ''),
    receive: (bot, incoming, response) => adapter.process(incoming, response, (context) => bot.run(context)),
  };
}

function identityOf(app: Config['app']): Record<string, string> {
  if (!app) return {};
  return {
    MicrosoftAppId: app.id,
    MicrosoftAppType: app.type,
    ...(app.password && { MicrosoftAppPassword: app.password }),
    ...(app.tenantId && { MicrosoftAppTenantId: app.tenantId }),
  };
}
