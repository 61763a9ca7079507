import {
  createServer,
  type Next,
  type Request,
  type RequestHandler,
  type Response,
  type Server,
} from 'restify';
import { z } from 'zod';
import { isLoopback } from '#bot/teams/arriving/loopback.ts';
import type { CosellBot } from '#bot/teams/bot.ts';
import type { Teams } from '#bot/teams/openTeams.ts';
import type { Log } from '#bot/telemetry/log.ts';
import type { Metrics } from '#bot/telemetry/metrics.ts';
import { UnavailableError } from '#ports/errors.ts';
import { getDealsCsv } from './export.ts';
import { type FollowDeps, getChanges } from './follow.ts';
import { getReferral, type IntakeDeps, postReferral } from './intake.ts';
import { readJsonBody } from './readBody.ts';
import { postCustomers, postSolutions, type TableDeps } from './tables.ts';
import { postWebhook, type WebhookDeps } from './webhooks.ts';

export interface ServerDeps {
  /** Nobody is checked: only what this machine asks of itself is answered. */
  local: boolean;
  teams: Pick<Teams, 'admits' | 'receive'>;
  bot: CosellBot;
  intake: IntakeDeps & FollowDeps & TableDeps;
  webhooks: WebhookDeps;
  /** Carries out a request with the organizations as they are when it begins. */
  during: (work: () => void) => void;
  /** What changed outside and is not in force here, by its setting. */
  refused: () => readonly string[];
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
    deps.during(next);
  });
  if (deps.local) server.pre(ownHostOnly);
  server.post('/api/referrals', postReferral(deps.intake));
  server.get('/api/referrals', getChanges(deps.intake));
  server.get('/api/export/deals.csv', getDealsCsv(deps.intake));
  server.get('/api/referrals/:id', getReferral(deps.intake));
  server.post('/api/partner-center/webhooks/:organization', postWebhook(deps.webhooks));
  server.post('/api/customers', postCustomers(deps.intake));
  server.post('/api/solutions', postSolutions(deps.intake));
  server.post(
    '/api/messages',
    route(deps.log, { event: 'message' }, (request, response) => receiveActivity(deps, request, response)),
  );
  server.get(
    '/healthz',
    route(deps.log, { event: 'ready' }, async (_request, response) =>
      response.send(200, { status: 'alive' }),
    ),
  );
  server.get(
    '/readyz',
    route(deps.log, { event: 'ready' }, (_request, response) => sayReady(deps, response)),
  );
  server.get(
    '/metrics',
    route(deps.log, { event: 'metrics' }, async (_request, response) => {
      const { registry } = deps.metrics;
      const text = await registry.metrics();
      response.setHeader('Content-Type', registry.contentType);
      response.sendRaw(200, text);
    }),
  );
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

/** What nobody expected is one line of the log, and an answer without a word of what is inside. */
function route(
  log: Log,
  line: { event: string },
  handle: (request: Request, response: Response) => Promise<void>,
): RequestHandler {
  return (request: Request, response: Response, next: Next) => {
    const answer = async () => handle(request, response);
    answer()
      .catch((error: unknown) => {
        log.error({ ...line, err: error });
        if (!response.headersSent) response.send(500, { message: 'something went wrong here' });
      })
      .finally(() => next(false));
  };
}

async function sayReady({ ready, stopping, refused }: ServerDeps, response: Response): Promise<void> {
  if (stopping()) {
    response.send(503, { status: 'stopping' });
    return;
  }
  try {
    await ready();
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error;
    response.send(503, { status: 'not ready', why: error.message });
    return;
  }
  const warnings = refused().map((setting) => `${setting} has changed and is not in force: the log says why`);
  response.send(200, { status: 'ready', ...(warnings.length > 0 && { warnings }) });
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
