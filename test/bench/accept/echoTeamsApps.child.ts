import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, ExpressAdapter } from '@microsoft/teams.apps';
import { echoed, listens } from './echoes.ts';

// As the samples of the SDK do it, without an identity.
const server = createServer();
const app = new App({
  httpServerAdapter: new ExpressAdapter(server),
  dangerouslyAllowUnauthenticatedRequests: true,
});
app.on('card.action', async ({ activity }) => echoed(activity));
await app.initialize();
server.listen(0, '127.0.0.1', () => listens((server.address() as AddressInfo).port));
