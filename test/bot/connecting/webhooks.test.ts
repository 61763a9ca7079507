import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHttpsClient } from '#adapters/partner-center/api/httpsClient.ts';
import { createWebhookClient } from '#adapters/partner-center/api/webhookClient.ts';
import { eventsToRegister, eventsWithoutOurs } from '#bot/connecting/webhookEvents.ts';
import { runCommand, settingsFor } from '#test/support/sync/connectingCommands.ts';
import { connect, fileStore, oneProcess, vaultKey } from '#test/support/sync/signedInStore.ts';
import { type SigningIn, signingIn } from '#test/support/sync/signingIn.ts';

const BOT = 'https://bot.contoso.example';
const ours = ['referral-created', 'referral-updated', 'related-referral-created', 'related-referral-updated'];

describe('npm run partner-center:webhooks', () => {
  let at: SigningIn;
  let folder: string;
  let settings: Record<string, string>;
  let bot: Server;
  let answer: number;
  beforeEach(async () => {
    at = await signingIn();
    folder = await mkdtemp(join(tmpdir(), 'cosell-webhooks-'));
    const [file, key] = [join(folder, 'cosell.db'), vaultKey()];
    settings = settingsFor(at.standIn, file, key);
    const store = fileStore(file);
    // What the deployment without an organizations file is called.
    const local = { ...at, organization: { ...at.organization, id: 'local' } };
    await connect(local, oneProcess(local, { store, keys: [key] }));
    await store.close();
    answer = 200;
    bot = createServer((_request, response) => {
      response.statusCode = answer;
      response.end();
    });
    await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    bot.closeAllConnections();
    await Promise.all([at.standIn.close(), new Promise((resolve) => bot.close(resolve))]);
    await rm(folder, { recursive: true });
  });
  const run = (...args: string[]) => runCommand('webhooks', args, settings);
  const registered = () => at.standIn.webhooks.registration();

  const port = () => (bot.address() as AddressInfo).port;

  it('given nobody is told, then it says so, registers the bot, tries it out, and removes it again', async () => {
    assert.match((await run()).out, /^Partner Center tells nobody\.$/m);
    const refused = await run('--address', 'http://bot.contoso.example');
    assert.deepEqual([refused.code, registered()], [1, undefined]);
    const done = await run('--address', `http://127.0.0.1:${port()}`);
    assert.match(done.out, /The test event arrived\./);
    assert.equal(done.code, 0, done.err);
    assert.equal(registered()?.url, `http://127.0.0.1:${port()}/api/partner-center/webhooks/local`);
    assert.deepEqual([...(registered()?.events ?? [])].sort(), [...ours, 'test-created'].sort());
    answer = 404;
    const missed = await run('--address', `http://127.0.0.1:${port()}`);
    assert.deepEqual(
      [missed.code, /The test event did not arrive: .*Not ?Found/i.test(missed.out)],
      [1, true],
      missed.out,
    );
    const removed = await run('--remove', '--yes');
    assert.equal(removed.code, 0, removed.err);
    assert.deepEqual(registered()?.events, ['test-created']);
  });

  it('given a CRM connector is told, then it is asked before its address is replaced, and disconnecting leaves it alone', async () => {
    const url = 'https://crm.contoso.example/hook';
    const { standIn } = at;
    const trusted = standIn.caPem;
    const http = createHttpsClient({ origins: [standIn.webhooksUrl], trusted });
    const token = async () => standIn.tokenFor('webhooks');
    const events = ['referral-created'];
    await createWebhookClient({ webhooksUrl: standIn.webhooksUrl, token, http }).register({ url, events });
    http.close();
    const asked = await run('--address', BOT);
    assert.equal(asked.code, 1);
    assert.match(
      asked.out,
      /crm\.contoso\.example\/hook will hear of nothing any more, which may be your CRM/,
    );
    assert.equal(registered()?.url, url);
    assert.equal((await runCommand('disconnect', ['--yes'], settings)).code, 0);
    assert.deepEqual([registered()?.url, registered()?.events], [url, events]);
    assert.match((await run()).err, /Local is not connected/);
  });

  it('given the bot is told, then disconnecting ends that as well', async () => {
    await run('--address', `http://127.0.0.1:${port()}`);
    const ended = await runCommand('disconnect', ['--yes'], settings);
    assert.match(ended.out, /The webhooks are removed\./);
    assert.deepEqual(registered()?.events, ['test-created']);
  });
});

describe('Which events are registered', () => {
  it('given others at our own address, then they stay; without ours at least test events are left', () => {
    assert.deepEqual(eventsToRegister(['Referral-Created', 'invoice-ready'], ['invoice-ready']), [
      'Referral-Created',
      'invoice-ready',
    ]);
    assert.deepEqual(eventsToRegister([], []).sort(), [...ours, 'test-created'].sort());
    assert.deepEqual(eventsWithoutOurs(['Referral-Created', 'invoice-ready']), ['invoice-ready']);
    assert.deepEqual(eventsWithoutOurs(['referral-created', 'test-created']), ['test-created']);
  });
});
