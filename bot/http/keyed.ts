import type { Next, Request, RequestHandler, Response } from 'restify';
import type { Log } from '#bot/telemetry/log.ts';
import type { Metrics } from '#bot/telemetry/metrics.ts';
import type { Tracing } from '#bot/telemetry/tracing.ts';
import type { Clock } from '#ports/clock.ts';
import { UnavailableError } from '#ports/errors.ts';
import type { BodyProblem } from '#ports/partnerCenter.ts';
import type { IntakeKeys } from './intakeKeys.ts';
import type { Slowing } from './slowing.ts';

/** What every route that asks for an intake key works with. */
export interface KeyedDeps {
  keys: IntakeKeys;
  /** How long whoever has none of the keys waits. */
  slowing: Slowing;
  pause: Clock['pause'];
  log: Log;
  metrics: Metrics;
  tracing: Tracing;
}

/** What is said of a route that could not do its work. */
export interface KeyedRoute {
  /** The event of its lines in the log. */
  event: string;
  /** What whoever asked is told when the store is away. */
  away: string;
  /** Counts an answer that is a refusal. */
  refused: (status: number) => void;
}

/** Refuses a request with all that is wrong with it. */
export type Refuse = (status: number, problems: readonly BodyProblem[]) => void;

/** A route for other systems: the key decides whose data it is about. */
export function keyed(
  deps: KeyedDeps,
  route: KeyedRoute,
  handle: (organizationId: string, request: Request, response: Response, refuse: Refuse) => Promise<void>,
): RequestHandler {
  return (request: Request, response: Response, next: Next) => {
    const refuse: Refuse = (status, problems) => {
      route.refused(status);
      response.send(status, { problems });
    };
    const answer = async () => {
      const organizationId = deps.keys(request.headers.authorization);
      return organizationId
        ? deps.tracing.span(
            { name: route.event, kind: 'server', facts: { organization: organizationId } },
            () => handle(organizationId, request, response, refuse),
          )
        : unauthorized(deps, request, response, refuse);
    };
    answer()
      .catch((error: unknown) => unavailable(deps, route, response, refuse, error))
      .finally(() => next());
  };
}

async function unauthorized(
  deps: KeyedDeps,
  request: Request,
  response: Response,
  refuse: Refuse,
): Promise<void> {
  deps.metrics.wrongKeys.inc();
  response.header('Connection', 'close');
  const wait = deps.slowing(request.socket.remoteAddress ?? '');
  if (wait === undefined) {
    response.header('Retry-After', '60');
    return refuse(429, [{ path: '', message: 'too many wrong keys: try again in a minute' }]);
  }
  if (wait > 0) await deps.pause(wait);
  response.header('WWW-Authenticate', 'Bearer');
  refuse(401, [
    {
      path: '',
      message:
        'this needs a valid intake key, as Authorization: Bearer KEY; there was none, or no organization here has it',
    },
  ]);
}

function unavailable(
  { log }: KeyedDeps,
  { event, away }: KeyedRoute,
  response: Response,
  refuse: Refuse,
  error: unknown,
): void {
  const retryAfter = error instanceof UnavailableError ? error.retryAfter : undefined;
  if (error instanceof UnavailableError) log.warn({ event, err: error });
  else log.error({ event, err: error });
  response.header('Retry-After', String(Math.max(1, Math.ceil((retryAfter ?? 5_000) / 1000))));
  refuse(503, [{ path: '', message: away }]);
}
