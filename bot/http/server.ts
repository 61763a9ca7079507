import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import type { CosellBot } from '#bot/teams/bot.ts';
import type { Teams } from '#bot/teams/openTeams.ts';
import { getDealsCsv } from './export.ts';
import { type FollowDeps, getChanges } from './follow.ts';
import { getReferral, type IntakeDeps, postReferral } from './intake.ts';
import { addPlatformRoutes, createPlatformServer, type PlatformDeps } from './platform.ts';
import { readJsonBody } from './readBody.ts';
import { openServer, route } from './serving.ts';
import { postCustomers, postSolutions, type TableDeps } from './tables.ts';
import { postWebhook, type WebhookDeps } from './webhooks.ts';

export interface ServerDeps extends PlatformDeps {
  /** What the platform asks is answered on another port, and not here. */
  platformApart: boolean;
  teams: Pick<Teams, 'admits' | 'receive'>;
  bot: CosellBot;
  intake: IntakeDeps & FollowDeps & TableDeps;
  webhooks: WebhookDeps;
}

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

/** What listens. */
export interface HttpServers {
  server: Server;
  /** Health, readiness and metrics, where they have a port of their own. */
  platformServer: Server | undefined;
}

/** Everything that is served over HTTP. */
export function createHttpServers(deps: ServerDeps): HttpServers {
  const platformServer = deps.platformApart ? createPlatformServer(deps) : undefined;
  return { server: createHttpServer(deps), platformServer };
}

/** All HTTP routes; those of the platform only where they have no port of their own. */
export function createHttpServer(deps: ServerDeps): Server {
  const server = openServer(deps);
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
  if (!deps.platformApart) addPlatformRoutes(server, deps);
  return server;
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
