import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BotProcess, startBotProcess } from '#test/support/bot/botProcess.ts';
import { freePort } from '#test/support/bot/freePort.ts';
import { intakeApi, until } from '#test/support/bot/startBot.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const ROUTES = ['/healthz', '/readyz', '/metrics'];

const statusOf = (url: string) =>
  fetch(url).then(
    ({ status }) => status,
    () => undefined,
  );
const statuses = (url: string) => Promise.all(ROUTES.map((path) => statusOf(`${url}${path}`)));

describe('A bot with a port of its own for health and metrics', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cosell-admin-port-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const file = () => join(folder, 'store.db');

  it('given ADMIN_PORT, then they are served there alone, and at SIGTERM it is not ready while it serves', async () => {
    const { bot, admin } = await startWithOwnPort(file());
    try {
      await until('all is well there', async () => String(await statuses(admin)) === '200,200,200');
      assert.deepEqual(await statuses(bot.url), [404, 404, 404]);
      const { intake } = intakeApi(() => bot.url);
      assert.equal((await intake(inbound())).status, 202);
      assert.equal((await fetch(`${admin}/api/referrals`, { method: 'POST' })).status, 404);
      // Without an app id nobody is checked, on neither port.
      assert.equal(await statusUnderName(`${admin}/metrics`, 'evil.example'), 421);

      const ended = bot.terminate();
      await until('it is no longer ready', async () => (await statusOf(`${admin}/readyz`)) === 503);
      assert.equal((await intake(inbound())).status, 202);
      assert.deepEqual(await statuses(admin), [200, 503, 200]);
      assert.equal(await bot.terminate(), 0);
      assert.equal(await ended, 0);
      assert.equal(await statusOf(`${admin}/healthz`), undefined);
    } finally {
      await bot.kill();
    }
  });

  it('given a port that somebody uses, then it does not start, and says which settings to change', async () => {
    const { port, close } = await someoneElse();
    try {
      await assert.rejects(
        startBotProcess(file(), undefined, { ADMIN_PORT: String(port) }),
        new RegExp(`:${port}: .*ADMIN_PORT`),
      );
    } finally {
      close();
    }
  });
});

/** A port that was free a moment ago may be somebody else's by now: then another one. */
async function startWithOwnPort(file: string): Promise<{ bot: BotProcess; admin: string }> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    try {
      const settings = { ADMIN_PORT: String(port), DRAIN_SECONDS: '300' };
      return { bot: await startBotProcess(file, undefined, settings), admin: `http://127.0.0.1:${port}` };
    } catch (error) {
      if (attempt === 5 || !/EADDRINUSE/.test(String(error))) throw error;
    }
  }
}

/** Whoever listens where the bot wants to. */
async function someoneElse(): Promise<{ port: number; close: () => void }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

/** What a page of the web gets that leads a name of its own to this machine. */
function statusUnderName(url: string, name: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { Host: name }, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).once('error', reject);
  });
}
