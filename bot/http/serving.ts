import {
  createServer,
  type Next,
  type Request,
  type RequestHandler,
  type Response,
  type Server,
} from 'restify';
import { isLoopback } from '#bot/teams/arriving/loopback.ts';
import type { Log } from '#bot/telemetry/log.ts';

/** What is so of every port that the bot listens on. */
export interface ServingDeps {
  /** Nobody is checked: only what this machine asks of itself is answered. */
  local: boolean;
  /** It is about to end: whoever holds a connection shall open the next one elsewhere. */
  stopping: () => boolean;
  /** Carries out a request with the organizations as they are when it begins. */
  during: (work: () => void) => void;
}

const KEEP_ALIVE = 75_000;

/** A server without routes. */
export function openServer({ local, stopping, during }: ServingDeps): Server {
  const server = createServer({ name: 'cosell-bot' });
  // Longer than a load balancer keeps a connection, so that it is never us who close one it is about to use.
  server.server.keepAliveTimeout = KEEP_ALIVE;
  server.server.headersTimeout = KEEP_ALIVE + 1_000;
  server.pre((_request: Request, response: Response, next: Next) => {
    if (stopping()) response.header('Connection', 'close');
    during(next);
  });
  if (local) server.pre(ownHostOnly);
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
export function route(
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
