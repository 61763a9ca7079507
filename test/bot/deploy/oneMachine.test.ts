import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { standInCertificates } from '#bot/demo/standIn/certificates/standInCertificates.ts';
import { freePort } from '#test/support/bot/freePort.ts';
import { KEY, type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { textOf } from '#test/support/repository.ts';

const FOLDER = 'docs/deploy/one-machine';

describe('The units for one machine', () => {
  it('given systemd, then it finds nothing wrong with them, and the service is not exposed', function () {
    if (isMissing('systemd-analyze')) return skipped(this, 'systemd-analyze');
    const folder = mkdtempSync(join(tmpdir(), 'units-'));
    const paths = ['cosell.service', 'cosell-backup.service', 'cosell-backup.timer'].map((unit) => {
      const path = join(folder, unit);
      // It looks whether the program is there; where Node is differs from machine to machine.
      writeFileSync(path, textOf(`${FOLDER}/${unit}`).replace('/usr/bin/node', process.execPath));
      return path;
    });
    const verified = spawnSync('systemd-analyze', ['verify', ...paths], { encoding: 'utf8' });
    assert.equal(verified.status, 0, verified.stderr);
    // In tenths: 0 is not exposed, 100 unsafe.
    const words = ['security', '--offline=true', '--threshold=20', paths[0] ?? ''];
    const rated = spawnSync('systemd-analyze', words, { encoding: 'utf8' });
    assert.equal(rated.status, 0, rated.stdout.split('\n').at(-2));
    rmSync(folder, { recursive: true });
  });
});

describe('The proxy for one machine', () => {
  let bot: RunningBot;
  let folder: string;
  let nginx: ChildProcess;
  let port: number;

  before(async function () {
    if (isMissing('nginx')) return skipped(this, 'nginx');
    folder = mkdtempSync(join(tmpdir(), 'proxy-'));
    bot = await startBot();
    port = await freePort();
    writeFileSync(join(folder, 'nginx.conf'), settingsOf(folder, { bot: new URL(bot.url).host, port }));
    const { server } = standInCertificates();
    writeFileSync(join(folder, 'fullchain.pem'), server.pem);
    const key = server.key.export({ type: 'pkcs8', format: 'pem' });
    writeFileSync(join(folder, 'privkey.pem'), key, { mode: 0o600 });
    nginx = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'], {
      stdio: 'inherit',
    });
    await until('the proxy answers', () => ask('GET', '/').catch(() => undefined));
  });

  after(async () => {
    if (!nginx) return;
    nginx.kill('SIGTERM');
    await once(nginx, 'exit');
    await bot.stop();
    rmSync(folder, { recursive: true });
  });

  const ask = (method: string, path: string, body?: unknown): Promise<{ status: number; body: string }> =>
    new Promise((resolve, reject) => {
      const headers = { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' };
      const ca = standInCertificates().root.pem;
      const sent = request({ host: '127.0.0.1', port, path, method, headers, ca }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
      });
      sent.on('error', reject);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });

  it('given a referral over TLS, then the bot takes it, and it can be read back', async () => {
    const referral = inbound();
    assert.equal((await ask('POST', '/api/referrals', referral)).status, 202);
    const read = await ask('GET', `/api/referrals/${referral.id}`);
    assert.deepEqual([read.status, JSON.parse(read.body)], [200, referral]);
  });

  it('given an activity that is none, then the bot itself answers: the way for Teams is open', async () => {
    const { status, body } = await ask('POST', '/api/messages', {});
    assert.deepEqual([status, JSON.parse(body)], [400, { message: 'this is no activity' }]);
  });

  for (const path of [
    '/metrics',
    '/readyz',
    '/healthz',
    '/api/messages/x',
    '/api/customersx',
    '/api/referrals/..%2f..%2fmetrics',
  ]) {
    it(`given ${path} from outside, then it is not let through`, async () => {
      assert.deepEqual((await ask('GET', path)).status, 404);
    });
  }
});

/** The sample of the guide with the addresses and files of this test, within what nginx needs around it. */
function settingsOf(folder: string, at: { bot: string; port: number }): string {
  const sample = textOf(`${FOLDER}/nginx.conf`)
    .replace('server 127.0.0.1:3978;', `server ${at.bot};`)
    .replace('listen 443 ssl http2;', `listen 127.0.0.1:${at.port} ssl http2;`)
    // The one that leads from http to https: no port is free for certain but the one that was asked for.
    .replace('listen 80;', `listen unix:${folder}/plain.sock;`)
    .replaceAll('/etc/ssl/cosell/', `${folder}/`);
  const kept = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const paths = kept.map((one) => `${one}_temp_path ${folder}/${one};`).join('\n');
  return `daemon off;\npid ${folder}/pid;\nevents {}\nhttp {\naccess_log off;\n${paths}\n${sample}\n}\n`;
}

function isMissing(program: string): boolean {
  return spawnSync(program, ['--version']).error !== undefined;
}

function skipped(context: Mocha.Context, program: string): void {
  process.stdout.write(`  skipped: ${program} is not on this machine\n`);
  context.skip();
}
