import type { RequestHandler } from 'restify';
import { readReferralRecord } from '#app/referral/referral.read.ts';
import type { ReceiveOutcome } from '#app/referral/referral.receive.ts';
import type { ReferralRecord } from '#app/referral/referralRecord.ts';
import { outward } from '#domain/referral/standing.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organizations } from '#ports/organizations.ts';
import type { ReferralDelivery, ReferralFormat, WireObject } from '#ports/partnerCenter.ts';
import type { NoteIntake } from './intakeNotes.ts';
import { type KeyedDeps, type KeyedRoute, keyed } from './keyed.ts';
import { readJsonBody } from './readBody.ts';

const LIMIT = 256 * 1024;

export interface IntakeDeps extends KeyedDeps {
  organizations: Organizations;
  format: ReferralFormat;
  store: DocumentStore;
  receive: (input: { organization: string; delivery: ReferralDelivery }) => Promise<ReceiveOutcome>;
  note: NoteIntake;
}

/** `POST /api/referrals`: 202 only for what is stored. */
export function postReferral(deps: IntakeDeps): RequestHandler {
  return keyed(deps, intakeRoute(deps), async (organizationId, request, response, refuse) => {
    const body = await readJsonBody(request, LIMIT);
    if (!body.ok) {
      // The rest of a body that is not read would be taken for the next request.
      response.header('Connection', 'close');
      return refuse(body.status, [{ path: '', message: body.message }]);
    }
    const organization = deps.organizations.byId(organizationId);
    const read = deps.format.read(body.value, organization);
    if (!read.ok) return refuse(400, read.problems);
    const { delivery } = read;
    const named = delivery.partnerCenterOrganization;
    const expected = organization?.partnerCenterId;
    if (named !== undefined && expected !== undefined && named.toLowerCase() !== expected.toLowerCase()) {
      const message = 'is another organization than the one this key belongs to';
      return refuse(422, [{ path: 'organizationId', message }]);
    }
    const outcome = await deps.receive({ organization: organizationId, delivery });
    deps.metrics.intake.inc({ outcome });
    deps.tracing.note({ referral: delivery.snapshot.facts.id, outcome });
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
  return keyed(deps, intakeRoute(deps), async (organization, request, response, refuse) => {
    const referralId = String(request.params.id ?? '');
    const record = await readReferralRecord(deps, { organization, referralId });
    if (!record) {
      return refuse(404, [{ path: 'id', message: 'there is no such referral in this organization' }]);
    }
    response.send(200, wireOf(deps, record));
  });
}

/** A referral in Partner Center's shape, as it is handed to other systems: without a decision that is not final yet. */
export function wireOf(
  { organizations, format }: Pick<IntakeDeps, 'organizations' | 'format'>,
  { received, referral: present }: ReferralRecord,
): WireObject {
  const referral = outward(present);
  const inviter = referral.parties?.find(({ role }) => role === 'inviter');
  const from = inviter && organizations.byId(inviter.organization);
  return format.write(received, referral, organizations.byId(referral.organization), from);
}

function intakeRoute({ metrics }: IntakeDeps): KeyedRoute {
  return {
    event: 'referral.receive',
    away: 'not stored: please send it again later',
    refused: (status) => metrics.intake.inc({ outcome: `refused_${status}` }),
  };
}
