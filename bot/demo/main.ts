import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { compose } from '../compose.ts';
import { readConfig } from '../config.ts';
import { startPlayground } from './playground.ts';
import { demoReferral } from './referrals.ts';

const DATABASE = './data/demo.db';
const KEY = 'demo-intake-key-0000';
const PAUSE_BEFORE_FIRST = 3_000;

/** The bot, an embedded store and the Agents Playground; a referral comes once somebody opens a chat. */
async function main(): Promise<void> {
  // Each demo begins anew, so that a newcomer sees the welcome and the first card.
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${DATABASE}${suffix}`, { force: true });
  const config = readConfig({
    PORT: process.env.PORT,
    SQLITE_FILE: DATABASE,
    INTAKE_KEY: KEY,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
  });
  const composed = await compose(config);
  const { server, worker, store } = composed;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, () => resolve());
  });
  worker.start();
  const bot = `http://${config.host}:${server.address().port}`;
  const playground = await startPlayground({
    messagesUrl: `${bot}/api/messages`,
    configFile: join(import.meta.dirname, 'playground.yml'),
    port: 56150,
    logFile: './data/demo-playground.log',
  });

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    playground.stop();
    composed.close().finally(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);

  say(`
  Open this in a browser:  ${playground.url}

  A referral arrives a few seconds after you open it, in the personal chat.
  Press Accept or Decline. Then open Sales > General: the same card stands there.
`);
  let sent = 0;
  const send = async () => {
    const referral = demoReferral(sent++, new Date());
    const response = await fetch(`${bot}/api/referrals`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(referral),
    });
    say(`  Referral sent: ${referral.name} (HTTP ${response.status})`);
  };

  while (!stopping && !(await someoneIsThere(store))) await wait(300);
  if (stopping) return;
  await wait(PAUSE_BEFORE_FIRST);
  await send();
  say('  Press Enter for another referral, Ctrl+C to stop.\n');
  if (process.stdin.isTTY) createInterface({ input: process.stdin }).on('line', () => void send());
}

async function someoneIsThere(store: Awaited<ReturnType<typeof compose>>['store']): Promise<boolean> {
  const people = await store.list({
    partition: 'local',
    kind: 'person',
    where: { installed: true },
    limit: 1,
  });
  return people.documents.length > 0;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

main().catch((error: unknown) => {
  const { code, message } = error as NodeJS.ErrnoException;
  const why = code === 'EADDRINUSE' ? 'port 3978 is taken: stop what uses it, or set PORT' : message;
  process.stderr.write(`The demo cannot start: ${why}\n`);
  process.exit(1);
});
