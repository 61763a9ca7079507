import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import { createServer, plugins } from 'restify';
import { echoed, listens } from './echoes.ts';

class Echo extends ActivityHandler {
  protected override async onInvokeActivity({ activity }: TurnContext): Promise<InvokeResponse> {
    return { status: 200, body: echoed(activity) };
  }
}

// As the samples of the SDK do it, without an identity.
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const bot = new Echo();
const server = createServer();
server.use(plugins.bodyParser());
server.post('/api/messages', async ({ body, headers, method = 'POST' }, response) => {
  await adapter.process({ body, headers, method }, response, (context) => bot.run(context));
});
server.listen(0, '127.0.0.1', () => listens(server.address().port));
