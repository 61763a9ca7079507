import type { AddressInfo } from 'node:net';
import { ActivityHandler, authorizeJWT, CloudAdapter, type TurnContext } from '@microsoft/agents-hosting';
import express from 'express';
import { echoed, listens } from './echoes.ts';

class Echo extends ActivityHandler {
  protected override async onInvokeActivity({ activity }: TurnContext) {
    return { status: 200, body: echoed(activity) };
  }
}

// As the samples of the SDK do it, without an identity.
const adapter = new CloudAdapter();
const bot = new Echo();
const server = express();
server.use(express.json());
server.use(authorizeJWT({}));
server.post('/api/messages', (request, response) =>
  adapter.process(request, response, (context) => bot.run(context)),
);
const listening = server.listen(0, '127.0.0.1', () => listens((listening.address() as AddressInfo).port));
