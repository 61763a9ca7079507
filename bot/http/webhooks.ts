import type { Next, Request, RequestHandler, Response } from 'restify';
import type { NoteWanted } from '#app/sync/reading/notingWanted.ts';
import type { Log } from '#bot/telemetry/log.ts';
import type { Metrics } from '#bot/telemetry/metrics.ts';
import { createOccasional } from '#bot/telemetry/occasional.ts';
import type { Tracing } from '#bot/telemetry/tracing.ts';
import type { Clock } from '#ports/clock.ts';
import { UnavailableError } from '#ports/errors.ts';
import type { Organizations } from '#ports/organizations.ts';
import type { WebhookVerifier } from '#ports/webhookVerifier.ts';
import { parseJson, readJsonBytes } from './readBody.ts';
import type { Slowing } from './slowing.ts';
import { createSeenDeliveries, readWebhook } from './webhookEvent.ts';

/** A delivery names one record; the largest that was seen has half a kilobyte. */
const LIMIT = 16 * 1024;

export interface WebhookDeps {
  organizations: Organizations;
  verifier: WebhookVerifier;
  noteWanted: NoteWanted;
  /** How long whoever sends what Partner Center did not sign waits. */
  slowing: Slowing;
  pause: Clock['pause'];
  log: Log;
  metrics: Metrics;
  tracing: Tracing;
}

interface Answer {
  status: number;
  /** As it is counted; `forged` ones wait. */
  outcome: string;
  forged?: boolean;
}

/**
 * `POST /api/partner-center/webhooks/{organization}`: what Partner Center signed and is not a repeat is written down, to
 * be read soon, and answered at once. What the delivery says of the record is not believed but read.
 */
export function postWebhook(deps: WebhookDeps): RequestHandler {
  const repeats = createSeenDeliveries();
  const tellForged = createOccasional((reason, count) =>
    deps.log.warn({ event: 'webhook.forged', reason, count }),
  );
  const tellOdd = createOccasional((reason, count) => deps.log.warn({ event: 'webhook.odd', reason, count }));

  async function answer(request: Request): Promise<Answer> {
    const organization = deps.organizations.byId(String(request.params.organization ?? ''));
    if (!organization) return { status: 404, outcome: 'unknown', forged: true };
    const read = await readJsonBytes(request, LIMIT);
    if (!read.ok) return { status: read.status, outcome: `refused_${read.status}`, forged: true };
    const verdict = await deps.verifier.verify({ headers: request.headers, body: read.bytes });
    if (!verdict.ok) {
      tellForged(verdict.reason);
      return { status: 401, outcome: 'forged', forged: true };
    }
    const body = parseJson(read.bytes);
    const event = readWebhook(body.ok ? body.value : undefined);
    if (event.kind === 'odd') {
      tellOdd(event.why);
      return { status: 400, outcome: 'odd' };
    }
    if (event.kind === 'test') {
      deps.log.info({ event: 'webhook.test', organizationId: organization.id });
      return { status: 200, outcome: 'test' };
    }
    if (event.kind === 'other') return { status: 200, outcome: 'other' };
    const key = [organization.id, event.name, event.id, event.changed].join('\n');
    if (repeats.has(key)) return { status: 200, outcome: 'repeated' };
    const { id, related } = event;
    const noted = await deps.tracing.span(
      { name: 'webhook', kind: 'server', facts: { organization: organization.id } },
      () => deps.noteWanted(organization.id, { id, related }),
    );
    if (!noted) {
      return { status: 404, outcome: 'not_connected' };
    }
    // Only now: what could not be written down is sent again.
    repeats.add(key);
    return { status: 202, outcome: 'noted' };
  }

  async function handle(request: Request, response: Response): Promise<void> {
    const { status, outcome, forged } = await answer(request).catch((error: unknown) => away(deps, error));
    deps.metrics.partnerCenterWebhooks.inc({ outcome });
    if (status === 503) response.header('Retry-After', '5');
    if (!forged) return void response.send(status);
    response.header('Connection', 'close');
    const wait = deps.slowing(request.socket.remoteAddress ?? '');
    if (wait === undefined) return void response.send(429);
    if (wait > 0) await deps.pause(wait);
    response.send(status);
  }

  return (request: Request, response: Response, next: Next) => {
    handle(request, response)
      .catch((error: unknown) => deps.log.error({ event: 'webhook', err: error }))
      .finally(() => next());
  };
}

/** Partner Center tries again, and the list of changes has it anyway. */
function away({ log }: WebhookDeps, error: unknown): Answer {
  if (error instanceof UnavailableError) log.warn({ event: 'webhook', err: error });
  else log.error({ event: 'webhook', err: error });
  return { status: 503, outcome: 'away' };
}
