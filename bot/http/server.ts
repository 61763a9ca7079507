import { createServer, type Next, type Request, type Response, type Server } from 'restify';
import { z } from 'zod';
import { isLoopback } from '#bot/teams/arriving/loopback.ts';
import type { CosellBot } from '#bot/teams/bot.ts';
import type { Teams } from '#bot/teams/openTeams.ts';
import type { Log } from '#bot/telemetry/log.ts';
import type { Metrics } from '#bot/telemetry/metrics.ts';
import { getReferral, type IntakeDeps, postReferral } from './intake.ts';
import { readJsonBody } from './readBody.ts';

export interface ServerDeps {
  /** Nobody is checked: only what this machine asks of itself is answered. */
  local: boolean;
  teams: Pick<Teams, 'admits' | 'receive'>;
  bot: CosellBot;
  intake: IntakeDeps;
  /** Resolves when the process can do its work; throws in words when it can't. */
  ready: () => Promise<void>;
  /** It is about to end: whoever holds a connection shall open the next one elsewhere. */
  stopping: () => boolean;
  metrics: Metrics;
  log: Log;
}

/** Connections that may wait to be taken: more than the usual 511, for a thousand presses in the same second. */
export const BACKLOG = 4_096;

const KEEP_ALIVE = 75_000;
const LARGEST_ACTIVITY = 1024 * 1024;
// What the SDK and we rely on without looking; a locale that is none must not cost the message.
const anybody = z.looseObject({ id: z.string(), name: z.string().optional().catch(undefined) });
const anyActivity = z.looseObject({
  type: z.string().min(1),
  serviceUrl: z.url(),
  conversation: z.looseObject({ id: z.string() }),
  from: anybody.optional().catch(undefined),
  recipient: anybody.optional().catch(undefined),
  entities: z
    .array(z.looseObject({ type: z.string() }))
    .optional()
    .catch(undefined),
  locale: z.string().optional().catch(undefined),
  localTimezone: z.string().optional().catch(undefined),
  membersAdded: z.array(anybody).optional().catch(undefined),
  membersRemoved: z.array(anybody).optional().catch(undefined),
});

/** All HTTP routes. */
export function createHttpServer(deps: ServerDeps): Server {
  const server = createServer({ name: 'cosell-bot' });
  // Longer than a load balancer keeps a connection, so that it is never us who close one it is about to use.
  server.server.keepAliveTimeout = KEEP_ALIVE;
  server.server.headersTimeout = KEEP_ALIVE + 1_000;
  server.pre((_request: Request, response: Response, next: Next) => {
    if (deps.stopping()) response.header('Connection', 'close');
    next();
  });
  if (deps.local) server.pre(ownHostOnly);
  server.post('/api/referrals', postReferral(deps.intake));
  server.get('/api/referrals/:id', getReferral(deps.intake));
  server.post('/api/messages', (request: Request, response: Response, next: Next) => {
    receiveActivity(deps, request, response)
      .catch((error: unknown) => {
        deps.log.error({ event: 'message', err: error });
        if (!response.headersSent) response.send(500);
      })
      .finally(() => next(false));
  });
  server.get('/healthz', (_request: Request, response: Response, next: Next) => {
    response.send(200, { status: 'alive' });
    next();
  });
  server.get('/readyz', (_request: Request, response: Response, next: Next) => {
    if (deps.stopping()) {
      response.send(503, { status: 'stopping' });
      next();
      return;
    }
    deps
      .ready()
      .then(
        () => response.send(200, { status: 'ready' }),
        (error: unknown) =>
          response.send(503, { status: 'not ready', why: String((error as Error).message) }),
      )
      .finally(() => next());
  });
  server.get('/metrics', (_request: Request, response: Response, next: Next) => {
    const { registry } = deps.metrics;
    registry
      .metrics()
      .then((text) => {
        response.setHeader('Content-Type', registry.contentType);
        response.sendRaw(200, text);
      })
      .catch((error: unknown) => {
        deps.log.error({ event: 'metrics', err: error });
        response.send(500);
      })
      .finally(() => next());
  });
  return server;
}

/** A web page that somebody has open can lead its own host name to this machine; its requests say that name. */
function ownHostOnly(request: Request, response: Response, next: Next): void {
  if (isLoopback(`http://${request.headers.host ?? ''}`)) {
    next();
    return;
  }
  response.header('Connection', 'close');
  response.send(421, {
    message: 'without an app id only requests to this machine by its own name are served',
  });
  next(false);
}

async function receiveActivity(deps: ServerDeps, request: Request, response: Response): Promise<void> {
  const authorization = request.headers.authorization ?? '';
  if (!(await deps.teams.admits(authorization))) {
    // The body is not read, and the rest of it would be taken for the next request.
    response.header('Connection', 'close');
    response.send(401, { message: 'not authorized' });
    return;
  }
  const body = await readJsonBody(request, LARGEST_ACTIVITY);
  if (!body.ok) {
    response.send(body.status, { message: body.message });
    return;
  }
  // Anybody can send this before the sender is checked, and the adapter would throw.
  const activity = anyActivity.safeParse(body.value);
  if (!activity.success) {
    response.send(400, { message: 'this is no activity' });
    return;
  }
  const answer = await deps.teams.receive(deps.bot, activity.data, authorization);
  if (answer.body === undefined) response.send(answer.status);
  else response.send(answer.status, answer.body);
}
