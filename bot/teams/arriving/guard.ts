import type { Activity } from 'botbuilder';
import type { AuthenticateRequestResult, BotFrameworkAuthentication } from 'botframework-connector';
import { withoutLibraryWords } from '#bot/telemetry/libraryWords.ts';
import type { Log } from '#bot/telemetry/log.ts';
import type { Metrics } from '#bot/telemetry/metrics.ts';
import { createOccasional } from '#bot/telemetry/occasional.ts';

/** Lets in what the Bot Service signed for this bot, and nothing else. */
export interface Guard {
  /** By the token alone, before a body is read. */
  admits(authorization: string): Promise<boolean>;
  /** By the token and what it is for; undefined where it is not for this activity. */
  senderOf(activity: Activity, authorization: string): Promise<AuthenticateRequestResult | undefined>;
}

/** What the token says of itself, not yet believed. */
interface Claims {
  aud?: unknown;
  exp?: unknown;
  serviceurl?: unknown;
  serviceUrl?: unknown;
}

const LONGEST_TOKEN = 16_000;

export function createGuard(
  authentication: BotFrameworkAuthentication,
  appId: string | undefined,
  log: Log,
  metrics: Metrics,
): Guard {
  const tell = createOccasional((reason, count) => log.warn({ event: 'message.refused', reason, count }));
  const refuse = (reason: string): undefined => {
    metrics.refusedActivities.inc({ reason });
    tell(reason);
    return undefined;
  };
  const verified = async (
    activity: Partial<Activity>,
    authorization: string,
  ): Promise<AuthenticateRequestResult | undefined> => {
    try {
      return await withoutLibraryWords(() =>
        authentication.authenticateRequest(activity as Activity, authorization),
      );
    } catch (error) {
      return refuse(reasonOf(error));
    }
  };
  return {
    async admits(authorization) {
      if (!appId) return true;
      if (!authorization) return Boolean(refuse('no-token'));
      const claims = claimsOf(authorization);
      // What nobody could have signed for this bot is not worth asking for a key.
      if (!claims || claims.aud !== appId || isOver(claims)) return Boolean(refuse('forged'));
      const serviceUrl = String(claims.serviceurl ?? claims.serviceUrl ?? '');
      return (await verified({ channelId: 'msteams', serviceUrl }, authorization)) !== undefined;
    },
    senderOf: verified,
  };
}

function claimsOf(authorization: string): Claims | undefined {
  const [, , payload] =
    /^Bearer ([\w-]+)\.([\w-]+)\.[\w-]+$/.exec(authorization.slice(0, LONGEST_TOKEN)) ?? [];
  if (!payload) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
    return typeof claims === 'object' && claims !== null ? claims : undefined;
  } catch {
    return undefined;
  }
}

/** Clocks may differ by five minutes. */
function isOver({ exp }: Claims): boolean {
  return typeof exp !== 'number' || (exp + 300) * 1_000 < Date.now();
}

/** Where the keys of the Bot Service cannot be had, nothing can be believed, and that is no forgery. */
function reasonOf(error: unknown): string {
  const { statusCode, name } = error as { statusCode?: unknown; name?: unknown };
  const judged = statusCode === 401 || statusCode === 403 || String(name).includes('Token');
  return judged ? 'forged' : 'no-keys';
}
