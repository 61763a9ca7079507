import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { PasswordServiceClientCredentialFactory } from 'botframework-connector';
import { systemTicking } from '#adapters/system/clock.ts';
import { closed, listening } from '#bot/demo/standIn/servers.ts';
import { createConnector } from '#bot/teams/sending/connector.ts';
import { currentCredentials } from '#bot/teams/sending/credentials.ts';
import { createLimits } from '#bot/teams/sending/limits/limits.ts';
import { wholeShare } from '#bot/teams/sending/limits/tenant.ts';

const APP = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';

describe('The secret of the bot, changed while it sends', () => {
  let server: Server;
  let url: string;
  let seen: (string | undefined)[];
  beforeEach(async () => {
    seen = [];
    server = createServer((request, response) => {
      seen.push(request.headers.authorization);
      request.resume().on('end', () => {
        response.writeHead(200, { 'Content-Type': 'application/json' });
        response.end('{"id":"1"}');
      });
    });
    url = `http://127.0.0.1:${await listening(server)}`;
  });
  afterEach(() => closed(server));

  it('given another secret, then the next message is signed with what it gives, and none is lost', async () => {
    let password = 'former';
    // Botbuilder's own, apart from where it gets the token: at Microsoft.
    const factoryFor = (secret = '') => {
      const factory = new PasswordServiceClientCredentialFactory(APP, secret, APP);
      factory.createCredentials = async () => ({
        async signRequest(request) {
          request.headers.set('authorization', `Bearer of-${secret}`);
          return request;
        },
      });
      return factory;
    };
    const authentication = new ConfigurationBotFrameworkAuthentication(
      { MicrosoftAppId: APP, MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: APP },
      currentCredentials(() => password, factoryFor),
    );
    const limits = createLimits({ ticking: systemTicking, shareOf: () => wholeShare });
    const connector = createConnector(authentication, APP, limits);
    const send = () => connector.send(url, 'a:anna', { type: 'message', text: 'x' }, { tenantId: APP });
    await send();
    password = 'next';
    assert.deepEqual([await send(), await send()], ['1', '1']);
    assert.deepEqual(seen, ['Bearer of-former', 'Bearer of-next', 'Bearer of-next']);
  });
});
