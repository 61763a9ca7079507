import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RequestHandler } from 'restify';
import { keepAct } from '#app/store/audit.ts';
import { dealsCsv } from '#bot/tables/dealsCsv.ts';
import { UnavailableError } from '#ports/errors.ts';
import type { FollowDeps } from './follow.ts';
import { keyed } from './keyed.ts';

/** `GET /api/export/deals.csv`: all deals of the organization whose key it is, as CSV, in bounded memory. */
export function getDealsCsv(deps: FollowDeps): RequestHandler {
  const route = {
    event: 'deals.export',
    away: 'not now: please ask again later',
    refused: (status: number) => deps.metrics.follows.inc({ outcome: `refused_${status}` }),
  };
  return keyed(deps, route, async (organization, _request, response) => {
    const pieces = dealsCsv(deps, organization);
    // The store is asked before anything is answered, so that whoever asks is told when it is away.
    await keepAct(deps, organization, {
      ...{ id: randomUUID(), at: deps.clock.now().toISOString() },
      ...{ by: 'key', what: 'deals.export' },
    });
    const first = [await pieces.next(), await pieces.next()].flatMap(({ value }) => (value ? [value] : []));
    response.writeHead(200, {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': 'attachment; filename="deals.csv"',
      'Cache-Control': 'no-store',
    });
    try {
      await pipeline(Readable.from(following(first, pieces)), response);
    } catch (error) {
      // What was cut off has no end that could be taken for the file's: the connection is broken off.
      response.destroy();
      if (error instanceof UnavailableError) deps.log.warn({ event: route.event, err: error });
      else deps.log.info({ event: route.event, outcome: 'cut-off' });
      return;
    }
    deps.log.info({ event: route.event, organizationId: organization });
  });
}

async function* following(first: readonly string[], rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield* first;
  yield* rest;
}
