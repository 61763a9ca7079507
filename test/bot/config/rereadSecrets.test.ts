import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refusalOfApp } from '#adapters/sign-in/appToken.ts';
import { readAllSettings } from '#bot/config/config.ts';
import { rereadSecrets } from '#bot/config/rereading/rereadSecrets.ts';
import { createLog } from '#bot/telemetry/log.ts';
import { createMetrics } from '#bot/telemetry/metrics.ts';
import { APP_SECRET, type Outside, startOutside } from '#test/support/bot/outside.ts';
import { startBot } from '#test/support/bot/startBot.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const APP = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
const KEYS = ['a', 'b', 'c'].map((letter) => Buffer.alloc(32, letter).toString('base64'));

describe('Secrets in files, changed while the bot runs', () => {
  let folder: string;
  let outside: Outside;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'secrets-'));
    outside = await startOutside();
  });
  after(async () => {
    rmSync(folder, { recursive: true });
    await outside.close();
  });

  const write = (name: string, secret: string) => {
    const path = join(folder, name);
    writeFileSync(path, `${secret}\n`, { mode: 0o600 });
    return path;
  };
  const begun = (env: Readonly<Record<string, string>>) => {
    const { config } = readAllSettings(env);
    const metrics = createMetrics();
    const { secrets, takeovers } = rereadSecrets({
      config,
      reread: () => readAllSettings(env),
      proveApp: ({ id: clientId, password: secret = '', tenantId = '' }) =>
        refusalOfApp({
          ...{ authority: outside.url, roots: outside.roots, tenantId, clientId, secret },
          scope: 'https://api.botframework.com/.default',
        }),
      takeIntakeKey: () => {},
      ...{ log: createLog('silent'), metrics },
    });
    const twice = async () => {
      for (const { look } of [...takeovers, ...takeovers]) await look();
    };
    const refused = () => takeovers.filter((one) => one.isRefused()).map(({ setting }) => setting);
    const counted = async () =>
      (await metrics.reread.get()).values.map(({ labels, value }) => [labels.outcome, value]);
    return { secrets, twice, refused, counted };
  };

  it('given another secret of the bot, then it counts as soon as Entra gives a token for it, and the former until then', async () => {
    const path = write('app', 'former secret');
    const { secrets, twice, refused, counted } = begun({
      ...{ MicrosoftAppId: APP, MicrosoftAppTenantId: APP, ORGANIZATIONS_FILE: 'organizations.json' },
      MicrosoftAppPassword_FILE: path,
    });
    await twice();
    assert.equal(secrets.password(), 'former secret');
    write('app', 'not known at Entra yet');
    await twice();
    assert.deepEqual([secrets.password(), refused()], ['former secret', ['MicrosoftAppPassword']]);
    write('app', APP_SECRET);
    await twice();
    assert.deepEqual([secrets.password(), refused()], [APP_SECRET, []]);
    assert.deepEqual(await counted(), [
      ['again', 1],
      ['taken', 1],
    ]);
  });

  it('given a file that is empty or gone, then the former secret stays', async () => {
    const path = write('emptied', APP_SECRET);
    const { secrets, twice, refused } = begun({
      ...{ MicrosoftAppId: APP, MicrosoftAppTenantId: APP, ORGANIZATIONS_FILE: 'organizations.json' },
      MicrosoftAppPassword_FILE: path,
    });
    write('emptied', '');
    await twice();
    rmSync(path);
    await twice();
    assert.deepEqual([secrets.password(), refused()], [APP_SECRET, ['MicrosoftAppPassword']]);
  });

  const [old = '', next = '', other = ''] = KEYS;
  const keys = [
    { what: 'a new one before the former', file: `${next},${old}`, inForce: [next, old] },
    { what: 'none of the former', file: other, inForce: [old] },
    { what: 'what is no key', file: 'no key', inForce: [old] },
  ];
  for (const { what, file, inForce } of keys) {
    it(`given keys of sign-ins, ${what}, then ${inForce.length === 2 ? 'both count' : 'the former stays'}`, async () => {
      const path = write('keys', old);
      const { secrets, twice } = begun({
        PARTNER_CENTER_CLIENT_ID: APP,
        PARTNER_CENTER_TOKEN_KEY_FILE: path,
      });
      write('keys', file);
      await twice();
      assert.deepEqual(secrets.tokenKeys(), inForce);
    });
  }

  it('given a secret that counts from the next start on, then that is said as long as it differs', async () => {
    const path = write('cosmos', 'a2V5');
    const { twice, refused } = begun({
      COSMOS_ENDPOINT: 'https://cosell.documents.azure.com',
      COSMOS_KEY_FILE: path,
    });
    write('cosmos', 'b3RoZXI=');
    await twice();
    assert.deepEqual(refused(), ['COSMOS_KEY']);
    write('cosmos', 'a2V5');
    await twice();
    assert.deepEqual(refused(), []);
  });

  it('given another key of Local mode, then it counts in place of the former', async () => {
    const path = write('intake', 'first-intake-key-0000');
    const bot = await startBot({ INTAKE_KEY: '', INTAKE_KEY_FILE: path });
    try {
      write('intake', 'second-intake-key-0000');
      await bot.composed.reread();
      await bot.composed.reread();
      const [former, present] = [
        await bot.intake(inbound(), 'first-intake-key-0000'),
        await bot.intake(inbound(), 'second-intake-key-0000'),
      ];
      assert.deepEqual([former.status, present.status], [401, 202]);
    } finally {
      await bot.stop();
    }
  });
});
