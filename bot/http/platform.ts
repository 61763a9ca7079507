import type { Response, Server } from 'restify';
import type { IdentityStanding } from '#bot/config/identity/watchIdentity.ts';
import type { Log } from '#bot/telemetry/log.ts';
import type { Metrics } from '#bot/telemetry/metrics.ts';
import { UnavailableError } from '#ports/errors.ts';
import { openServer, route, type ServingDeps } from './serving.ts';

/** What the platform that runs the bot asks it. */
export interface PlatformDeps extends ServingDeps {
  /** Resolves when the process can do its work; throws in words when it can't. */
  ready: () => Promise<void>;
  /** What changed outside and is not in force here, by its setting. */
  refused: () => readonly string[];
  /** What is known of the bot's own identity. */
  identity: () => IdentityStanding;
  metrics: Metrics;
  log: Log;
}

/** A server for the platform alone, on a port that the world needn't reach. */
export function createPlatformServer(deps: PlatformDeps): Server {
  const server = openServer(deps);
  addPlatformRoutes(server, deps);
  return server;
}

/** Health, readiness and metrics. */
export function addPlatformRoutes(server: Server, deps: PlatformDeps): void {
  const { log, metrics } = deps;
  server.get(
    '/healthz',
    route(log, { event: 'ready' }, async (_request, response) => response.send(200, { status: 'alive' })),
  );
  server.get(
    '/readyz',
    route(log, { event: 'ready' }, (_request, response) => sayReady(deps, response)),
  );
  server.get(
    '/metrics',
    route(log, { event: 'metrics' }, async (_request, response) => {
      const { registry } = metrics;
      const text = await registry.metrics();
      response.setHeader('Content-Type', registry.contentType);
      response.sendRaw(200, text);
    }),
  );
}

async function sayReady(deps: PlatformDeps, response: Response): Promise<void> {
  if (deps.stopping()) {
    response.send(503, { status: 'stopping' });
    return;
  }
  const identity = deps.identity();
  const why = identity.wrong ?? (await whyNotReady(deps));
  if (why !== undefined) {
    response.send(503, { status: 'not ready', why });
    return;
  }
  const stale = deps.refused().map((one) => `${one} has changed and is not in force: the log says why`);
  const warnings = [...stale, ...(identity.warning ? [identity.warning] : [])];
  response.send(200, { status: 'ready', ...(warnings.length > 0 && { warnings }) });
}

async function whyNotReady({ ready }: PlatformDeps): Promise<string | undefined> {
  try {
    await ready();
    return undefined;
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error;
    return error.message;
  }
}
