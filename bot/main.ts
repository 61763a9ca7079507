import { flushCompileCache } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigError, UnavailableError } from '#ports/errors.ts';
import { compose } from './compose.ts';
import { type Config, readAllSettings, readConfig } from './config/config.ts';
import { failureWords } from './config/failureWords.ts';
import { listen } from './http/listening.ts';
import { routeConsole } from './telemetry/libraryWords.ts';

/** Starts the bot; what it prints says in which mode and where it listens. */
async function main(environment: NodeJS.ProcessEnv): Promise<void> {
  // What this process writes holds personal data: nobody else on the machine may read it.
  process.umask(0o077);
  const config = readConfig(environment);
  const composed = await compose(config, { reread: () => readAllSettings(environment) });
  const { server, platformServer, worker } = composed;
  routeConsole(composed.log);
  await listen(server, config.port, config.host);
  // Only now, because it says that the bot is ready.
  if (platformServer) await listen(platformServer, config.adminPort ?? 0, config.host);
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
  const ports = { port: server.address().port, adminPort: platformServer?.address().port };
  process.stdout.write(`${banner({ ...config, ...ports }, composed.generatedIntakeKey)}\n`);
  // Now, because who ends a container need not wait until Node has done so by itself.
  flushCompileCache();
}

function banner(config: Config, intakeKey: string | undefined): string {
  const where = `http://${config.host}`;
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
    `Listening on ${where}:${config.port} - messages at /api/messages, referrals at /api/referrals`,
    ...(config.adminPort === undefined
      ? []
      : [`Health, readiness and metrics on ${where}:${config.adminPort}`]),
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
      `The bot cannot start:\n  - ${message}: stop what uses the port, or set another one: PORT=4000 (for health and metrics ADMIN_PORT)\n`,
    );
  } else {
    process.stderr.write(`The bot cannot start: ${message}\n${(error as Error).stack ?? ''}\n`);
  }
  process.exit(1);
});
