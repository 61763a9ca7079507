import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deployedCommands } from '#test/architecture/shipping/shipping.ts';
import { startFakeTeams } from '#test/support/bot/fakeTeams.ts';
import { freePort } from '#test/support/bot/freePort.ts';
import { KEY } from '#test/support/bot/startBot.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { buildImage, makeBases, sizes } from './building.ts';
import { type Container, startContainer } from './container.ts';
import { lookInside, writeAnew } from './inside.ts';
import { missingPrograms, saidBy } from './programs.ts';
import { answerReferral, staysAccepted, stopsInOrder } from './story.ts';

const MOST_MEGABYTES = 250;

/**
 * `npm run image:smoke` builds the image and runs a bot in it; it ends with 1 where the image is not what is promised.
 * With `--built` it takes the one that was built last.
 */
async function smoke(built: boolean): Promise<void> {
  if (!built) {
    await step('bases that stand in for the official ones', makeBases);
    await step('the image', buildImage);
  }
  const { all, beside } = sizes();
  tell(`${megabytes(all)} MB, ${megabytes(beside)} of them beside its base`);
  assert.ok(megabytes(beside) < MOST_MEGABYTES, 'too large');

  const name = `cosell-smoke-${process.pid}`;
  const folder = mkdtempSync(join(tmpdir(), 'cosell-smoke-'));
  const key = join(folder, 'intake-key');
  writeFileSync(key, `${KEY}\n`, { mode: 0o644 });
  saidBy('podman', ['volume', 'create', name]);
  const teams = await startFakeTeams();
  const start = async () => {
    const container = await startContainer({ name, port: await freePort(), volume: name, key });
    teams.messagesUrl = `${container.url}/api/messages`;
    return container;
  };
  try {
    const first = await step('a container that is ready', start);
    tell(`ready ${Math.round(first.startedAfter)} ms after the command`);
    await step('its health', () => saidBy('podman', ['healthcheck', 'run', name]));
    const seen = await step('what it is from inside', () => lookInside(first));
    tell(`one Node, ${seen.installed} packages, all in the list of what is in it`);
    await step('every command of an administrator', () => callCommands(first));
    const referral = await step('a referral in, its card in Teams, Accept', () =>
      answerReferral(first.url, teams),
    );
    await step('SIGTERM: not ready at once, then the end in order', () => stopsInOrder(first));
    const second = await step('the next container on the same volume', start);
    await step('what was accepted is accepted', () => staysAccepted(second.url, teams, referral));
    await stopsInOrder(second);
  } finally {
    await teams.close();
    saidBy('podman', ['rm', '--force', '--ignore', name]);
    saidBy('podman', ['volume', 'rm', name]);
    rmSync(folder, { recursive: true });
  }
}

/** None fails for a file or a package that is not in the image, nor for a place where nothing can be written. */
function callCommands(container: Container): void {
  const told = deployedCommands(packageJson).filter(([name]) => name !== 'start' && name !== 'manifest:pack');
  for (const [name, path] of told)
    assert.match(container.anything([path, '--help']), /^(Usage|Intake key)/, name);
  const page = 'https://www.contoso.example/page';
  const app = { DEVELOPER_NAME: 'Contoso', DEVELOPER_WEBSITE: page, PRIVACY_URL: page, TERMS_URL: page };
  const ids = { MicrosoftAppId: '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0' };
  assert.match(container.node(['manifest/pack.ts', '/data'], { ...app, ...ids }), /^Wrote/);
  container.node(['bot/backup/backup.ts', '/data/copy.db']);
  assert.match(container.node(['bot/backup/drill.ts', '/data/copy.db']), /In it: 1 organization/);
  container.node(['-e', writeAnew]);
}

async function step<T>(what: string, take: () => T | Promise<T>): Promise<T> {
  const from = performance.now();
  const result = await take();
  process.stdout.write(`ok  ${what} (${((performance.now() - from) / 1_000).toFixed(1)} s)\n`);
  return result;
}

function tell(words: string): void {
  process.stdout.write(`    ${words}\n`);
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}

const missing = missingPrograms();
if (missing.length > 0) {
  process.stdout.write(
    `skipped: ${missing.join(' and ')} not on this machine; Debian has them as packages\n`,
  );
} else if (process.getuid?.() !== 0) {
  process.stdout.write('skipped: a Debian can be made by root only\n');
} else {
  await smoke(process.argv.includes('--built'));
}
