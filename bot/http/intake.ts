import type { Next, Request, RequestHandler, Response } from 'restify';
import { readReferralRecord } from '#app/referral/referral.read.ts';
import type { ReceiveOutcome } from '#app/referral/referral.receive.ts';
import type { Log } from '#bot/telemetry/log.ts';
import type { Metrics } from '#bot/telemetry/metrics.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import type { Organizations } from '#ports/organizations.ts';
import type { BodyProblem, ReferralDelivery, ReferralFormat } from '#ports/partnerCenter.ts';
import type { IntakeKeys } from './intakeKeys.ts';
import type { NoteIntake } from './intakeNotes.ts';
import { readJsonBody } from './readBody.ts';
import type { Slowing } from './slowing.ts';

const LIMIT = 256 * 1024;

export interface IntakeDeps {
  keys: IntakeKeys;
  /** How long whoever has none of the keys waits. */
  slowing: Slowing;
  pause: Clock['pause'];
  organizations: Organizations;
  format: ReferralFormat;
  store: DocumentStore;
  receive: (input: { organization: string; delivery: ReferralDelivery }) => Promise<ReceiveOutcome>;
  note: NoteIntake;
  log: Log;
  metrics: Metrics;
}

/** `POST /api/referrals`: 202 only for what is stored. */
export function postReferral(deps: IntakeDeps): RequestHandler {
  return route(deps, async (organizationId, request, response) => {
    const body = await readJsonBody(request, LIMIT);
    if (!body.ok) {
      // The rest of a body that is not read would be taken for the next request.
      response.header('Connection', 'close');
      return refuse(deps, response, body.status, [{ path: '', message: body.message }]);
    }
    const organization = deps.organizations.byId(organizationId);
    const read = deps.format.read(body.value, organization);
    if (!read.ok) return refuse(deps, response, 400, read.problems);
    const { delivery } = read;
    const named = delivery.partnerCenterOrganization;
    const expected = organization?.partnerCenterId;
    if (named !== undefined && expected !== undefined && named.toLowerCase() !== expected.toLowerCase()) {
      const message = 'is another organization than the one this key belongs to';
      return refuse(deps, response, 422, [{ path: 'organizationId', message }]);
    }
    const outcome = await deps.receive({ organization: organizationId, delivery });
    deps.metrics.intake.inc({ outcome });
    deps.log.info({
      event: 'referral.receive',
      referralId: delivery.snapshot.facts.id,
      organizationId,
      outcome,
      ...(delivery.notes.length > 0 && { leftOut: delivery.notes.map(({ path }) => path) }),
    });
    if (organization) deps.note(organization, delivery.snapshot.facts.location);
    const notes = delivery.notes.length > 0 ? { notes: delivery.notes } : {};
    response.send(202, { id: delivery.snapshot.facts.id, outcome, ...notes });
  });
}

/** `GET /api/referrals/{id}`: the referral in the shape it came in, with where it stands now. */
export function getReferral(deps: IntakeDeps): RequestHandler {
  return route(deps, async (organization, request, response) => {
    const referralId = String(request.params.id ?? '');
    const record = await readReferralRecord(deps, { organization, referralId });
    if (!record) {
      return refuse(deps, response, 404, [
        { path: 'id', message: 'there is no such referral in this organization' },
      ]);
    }
    const { received, referral } = record;
    const inviter = referral.parties?.find(({ role }) => role === 'inviter');
    const owner = deps.organizations.byId(organization);
    const from = inviter && deps.organizations.byId(inviter.organization);
    response.send(200, deps.format.write(received, referral, owner, from));
  });
}

function route(
  deps: IntakeDeps,
  handle: (organizationId: string, request: Request, response: Response) => Promise<void>,
): RequestHandler {
  return (request: Request, response: Response, next: Next) => {
    const answer = async () => {
      const organizationId = deps.keys(request.headers.authorization);
      return organizationId
        ? handle(organizationId, request, response)
        : unauthorized(deps, request, response);
    };
    answer()
      .catch((error: unknown) => unavailable(deps, response, error))
      .finally(() => next());
  };
}

async function unauthorized(deps: IntakeDeps, request: Request, response: Response): Promise<void> {
  deps.metrics.wrongKeys.inc();
  response.header('Connection', 'close');
  const wait = deps.slowing(request.socket.remoteAddress ?? '');
  if (wait === undefined) {
    response.header('Retry-After', '60');
    return refuse(deps, response, 429, [{ path: '', message: 'too many wrong keys: try again in a minute' }]);
  }
  if (wait > 0) await deps.pause(wait);
  response.header('WWW-Authenticate', 'Bearer');
  refuse(deps, response, 401, [
    {
      path: '',
      message:
        'this needs a valid intake key, as Authorization: Bearer KEY; there was none, or no organization here has it',
    },
  ]);
}

function unavailable(deps: IntakeDeps, response: Response, error: unknown): void {
  const retryAfter = error instanceof UnavailableError ? error.retryAfter : undefined;
  if (error instanceof UnavailableError) deps.log.warn({ event: 'referral.receive', err: error });
  else deps.log.error({ event: 'referral.receive', err: error });
  response.header('Retry-After', String(Math.max(1, Math.ceil((retryAfter ?? 5_000) / 1000))));
  refuse(deps, response, 503, [{ path: '', message: 'not stored: please send it again later' }]);
}

function refuse(
  deps: IntakeDeps,
  response: Response,
  status: number,
  problems: readonly BodyProblem[],
): void {
  deps.metrics.intake.inc({ outcome: `refused_${status}` });
  response.send(status, { problems });
}
