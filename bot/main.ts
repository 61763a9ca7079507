import { flushCompileCache } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigError, UnavailableError } from '#ports/errors.ts';
import { compose } from './compose.ts';
import { type Config, readAllSettings, readConfig } from './config/config.ts';
import { failureWords } from './config/failureWords.ts';
import { BACKLOG } from './http/server.ts';
import { routeConsole } from './telemetry/libraryWords.ts';

/** Starts the bot; what it prints says in which mode and where it listens. */
async function main(environment: NodeJS.ProcessEnv): Promise<void> {
  // What this process writes holds personal data: nobody else on the machine may read it.
  process.umask(0o077);
  const config = readConfig(environment);
  const composed = await compose(config, { reread: () => readAllSettings(environment) });
  const { server, worker } = composed;
  routeConsole(composed.log);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, BACKLOG, () => resolve());
  });
  worker.start();

  const waiting = new AbortController();
  let stopping = false;
  const stop = async (seconds: number) => {
    composed.drain();
    await sleep(seconds * 1_000, undefined, { signal: waiting.signal }).catch(() => undefined);
    await composed.close();
  };
  const end = (seconds: number) => {
    if (stopping) {
      waiting.abort();
      return;
    }
    stopping = true;
    stop(seconds).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  // Somebody at the keyboard waits for it; whoever sends SIGTERM has requests under way.
  process.on('SIGINT', () => end(0));
  process.on('SIGTERM', () => end(config.drainSeconds));
  // Last, because whoever reads it may end the process at once.
  const { port } = server.address();
  process.stdout.write(`${banner(config, port, composed.generatedIntakeKey)}\n`);
  // Now, because who ends a container need not wait until Node has done so by itself.
  flushCompileCache();
}

function banner(config: Config, port: number, intakeKey: string | undefined): string {
  const where = `http://${config.host}:${port}`;
  const store =
    config.store.kind === 'sqlite' ? `SQLite ${config.store.file}` : `Cosmos DB ${config.store.endpoint}`;
  const who = config.organizationsFile
    ? `organizations from ${config.organizationsFile}`
    : 'one organization in which everyone is an admin';
  const mode = config.app
    ? `Bot ${config.app.id} (${config.app.type}), ${who}`
    : `Local mode without an app id: nobody's identity is checked, this machine only, ${who}`;
  return [
    mode,
    `Listening on ${where} - messages at /api/messages, referrals at /api/referrals`,
    `Store: ${store}`,
    ...(intakeKey ? [`Intake key of this run (set INTAKE_KEY to keep one): ${intakeKey}`] : []),
  ].join('\n');
}

main(process.env).catch((error: unknown) => {
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof ConfigError || error instanceof UnavailableError) {
    const lines = failureWords(error).map((line) => `  - ${line}\n`);
    process.stderr.write(`The bot cannot start:\n${lines.join('')}`);
  } else if (code === 'EADDRINUSE') {
    process.stderr.write(
      `The bot cannot start:\n  - ${message}: stop what uses the port, or set PORT=4000\n`,
    );
  } else {
    process.stderr.write(`The bot cannot start: ${message}\n${(error as Error).stack ?? ''}\n`);
  }
  process.exit(1);
});
