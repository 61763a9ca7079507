import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BotProcess, startBotProcess } from '#test/support/bot/botProcess.ts';
import { intakeApi, until } from '#test/support/bot/startBot.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('A bot that gets SIGTERM', () => {
  let folder: string;
  let bot: BotProcess;
  // One connection that is kept, as whoever balances load keeps it.
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cosell-stopping-'));
    bot = await startBotProcess(join(folder, 'store.db'), undefined, { DRAIN_SECONDS: '300' });
  });
  afterEach(async () => {
    await bot.kill();
    agent.destroy();
    await rm(folder, { recursive: true });
  });

  /** Status and Connection header, over the connection that is kept. */
  const ask = (path: string) =>
    new Promise<[number | undefined, string | undefined]>((resolve, reject) => {
      get(`${bot.url}${path}`, { agent }, (response) => {
        response.resume();
        response.once('end', () => resolve([response.statusCode, response.headers.connection]));
      }).once('error', reject);
    });

  it('given a connection that is kept, then it is not ready at once, says that it closes, and still takes in what comes', async () => {
    assert.deepEqual(await ask('/readyz'), [200, 'keep-alive']);
    const ended = bot.terminate();
    await until('it is no longer ready', async () => (await ask('/readyz').catch(() => []))[0] === 503);
    assert.deepEqual(await ask('/healthz'), [200, 'close']);
    const { intake } = intakeApi(() => bot.url);
    assert.equal((await intake(inbound())).status, 202);
    // A second signal ends the wait.
    assert.equal(await bot.terminate(), 0);
    assert.equal(await ended, 0);
    await assert.rejects(ask('/healthz'));
  });
});
