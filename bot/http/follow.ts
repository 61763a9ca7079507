import type { RequestHandler } from 'restify';
import { type ChangedReferral, type ChangePosition, followReferrals } from '#app/list/referrals.follow.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { BodyProblem } from '#ports/partnerCenter.ts';
import { readChangeCursor, writeCursor } from './changeCursor.ts';
import { type IntakeDeps, wireOf } from './intake.ts';
import { type KeyedDeps, keyed } from './keyed.ts';

const MOST = 100;
/** A page ends with the referral with which it is as long as this, in bytes. */
const LARGEST = 1024 * 1024;
/** How soon somebody should ask again while older referrals are still brought into order, in seconds. */
const NOT_YET = '60';

export interface FollowDeps extends KeyedDeps, Pick<IntakeDeps, 'organizations' | 'format'> {
  store: DocumentStore;
  clock: Clock;
}

/**
 * `GET /api/referrals?changedSince=CURSOR`: the next referrals that were created or changed, in the order of their last
 * change and in Partner Center's shape, and a cursor to go on from.
 */
export function getChanges(deps: FollowDeps): RequestHandler {
  const route = {
    event: 'referrals.follow',
    away: 'not now: please ask again later',
    refused: (status: number) => deps.metrics.follows.inc({ outcome: `refused_${status}` }),
  };
  return keyed(deps, route, async (organization, request, response, refuse) => {
    const read = readQuestion(organization, request.getQuery());
    if (!read.ok) return refuse(400, read.problems);
    const changes = await followReferrals(deps, organization, read.position);
    if (!changes) {
      response.header('Retry-After', NOT_YET);
      const message = 'not yet: the referrals from before are being brought into the order of their changes';
      return refuse(503, [{ path: '', message }]);
    }
    const { rows, position, more } = await pageOf(changes, read.top, (one) =>
      JSON.stringify(wireOf(deps, one.record)),
    );
    deps.metrics.follows.inc({ outcome: rows.length > 0 ? 'news' : 'nothing' });
    if (rows.length > 0) {
      deps.log.info({ event: route.event, organizationId: organization, referrals: rows.length, more });
    }
    const nextCursor = writeCursor(organization, position ?? read.position);
    response.setHeader('Content-Type', 'application/json');
    // Put together from what was written already: large referrals are written out once.
    response.sendRaw(
      200,
      `{"value":[${rows.join(',')}],"nextCursor":${JSON.stringify(nextCursor)},"more":${more}}`,
    );
  });
}

/** As many rows as a page holds, but at least one where there is one, and whether there are more behind it. */
async function pageOf(
  changes: AsyncGenerator<ChangedReferral>,
  most: number,
  write: (one: ChangedReferral) => string,
): Promise<{ rows: string[]; position: ChangePosition | undefined; more: boolean }> {
  const rows: string[] = [];
  let bytes = 0;
  let position: ChangePosition | undefined;
  for await (const one of changes) {
    if (rows.length >= most || bytes >= LARGEST) return { rows, position, more: true };
    const row = write(one);
    rows.push(row);
    bytes += Buffer.byteLength(row);
    position = one.position;
  }
  return { rows, position, more: false };
}

type Question =
  | { ok: true; position: ChangePosition | undefined; top: number }
  | { ok: false; problems: BodyProblem[] };

function readQuestion(organization: string, query: string): Question {
  const given = new URLSearchParams(query);
  const problems: BodyProblem[] = [];
  for (const name of new Set(given.keys())) {
    if (name !== 'changedSince' && name !== 'top') {
      problems.push({ path: name, message: 'means nothing here: there are changedSince and top' });
    } else if (given.getAll(name).length > 1) problems.push({ path: name, message: 'stands there twice' });
  }
  const top = given.get('top') ?? String(MOST);
  if (!/^\d{1,3}$/.test(top) || Number(top) < 1 || Number(top) > MOST) {
    problems.push({ path: 'top', message: `must be a number from 1 to ${MOST}` });
  }
  // Who has no cursor yet may well leave its place empty.
  const since = given.get('changedSince') || undefined;
  const cursor = since === undefined ? undefined : readChangeCursor(organization, since);
  if (cursor?.ok === false) problems.push({ path: 'changedSince', message: cursor.message });
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, position: cursor?.ok ? cursor.position : undefined, top: Number(top) };
}
