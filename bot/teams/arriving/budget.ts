import type { ConnectorClient } from 'botframework-connector';

/**
 * Milliseconds that a turn may spend on calls to Teams, all together. Teams waits about 15 s for a turn and then sends
 * the activity again, and the calls are not all that a turn does.
 */
export const TURN_BUDGET = 9_000;

const RETRIED = new Set([412, 429, 502, 503, 504]);
const PAUSE = 500;

interface PipelineRequest {
  url: string;
  abortSignal?: AbortSignal;
}
interface PipelineResponse {
  status: number;
  headers: { get(name: string): string | undefined };
}
interface Pipeline {
  removePolicy(policy: { name: string }): unknown;
  addPolicy(
    policy: {
      name: string;
      sendRequest(
        request: PipelineRequest,
        next: (request: PipelineRequest) => Promise<PipelineResponse>,
      ): Promise<PipelineResponse>;
    },
    where?: { afterPhase: 'Sign' },
  ): unknown;
}

/** Waits for the turn of one call, until the signal at the latest; gives back what is to be told how it ended. */
export type TakeTurn = (
  signal: AbortSignal,
) => Promise<(status: number | undefined, retryAfter?: string | undefined) => void>;

/**
 * The client tries up to four times within one call, blind to rate limits and deadlines. Trying again is the worker's
 * business, so its policy for that is taken out; no option does it.
 */
export function withoutRetries(client: ConnectorClient): ConnectorClient {
  requestsOf(client).removePolicy({ name: 'defaultRetryPolicy' });
  return client;
}

/** A client whose messages one person alone sees: those that it sends, and those that it edits or takes away. */
export function forOnePerson(client: ConnectorClient): ConnectorClient {
  requestsOf(client).addPolicy({
    name: 'targeted',
    async sendRequest(request, next) {
      const url = new URL(request.url);
      url.searchParams.set('isTargetedActivity', 'true');
      request.url = url.href;
      return next(request);
    },
  });
  return client;
}

/**
 * The client of one turn: every call ends when the budget does, and is tried again only as long as there is time. Each
 * leaves when `take` says so.
 */
export function withinBudget(
  client: ConnectorClient,
  milliseconds = TURN_BUDGET,
  take: TakeTurn = atOnce,
): ConnectorClient {
  const end = Date.now() + milliseconds;
  const left = () => Math.max(1, end - Date.now());
  requestsOf(withoutRetries(client)).addPolicy({
    name: 'turnBudget',
    async sendRequest(request, next) {
      for (let first = true; ; first = false) {
        request.abortSignal = AbortSignal.timeout(left());
        const ended = await take(request.abortSignal);
        const response = await next(request).catch((error: unknown) => {
          ended(undefined);
          return onceMore(error, first);
        });
        if (!response) continue;
        ended(response.status, response.headers.get('retry-after'));
        const pause = (Number(response.headers.get('retry-after')) || 0) * 1_000 || PAUSE;
        if (!RETRIED.has(response.status) || pause >= left()) return response;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    },
  });
  return client;
}

const atOnce: TakeTurn = async () => () => {};

/** A kept connection that the other side closed in the same moment is no failure yet. */
function onceMore(error: unknown, first: boolean): undefined {
  const { code } = error as { code?: unknown };
  if (first && (code === 'ECONNRESET' || code === 'EPIPE')) return undefined;
  throw error;
}

/** What a client does with each of its requests. */
export function requestsOf(client: ConnectorClient): Pipeline {
  return (Reflect.get(client, 'client') as { pipeline: Pipeline }).pipeline;
}
