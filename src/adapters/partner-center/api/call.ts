import { UnavailableError } from '#ports/errors.ts';
import { type Failure, failureOf, unavailable } from './errors.ts';
import type { HttpAnswer, HttpRequest, HttpsClient } from './httpsClient.ts';
import { createThrottle } from './throttle.ts';

export interface CallOptions {
  /**
   * The access token of the moment. `refused`: the one that was just answered with 401, so that another one is wanted;
   * whoever has no newer one gives the same again.
   */
  token(refused?: string): Promise<string>;
  http: HttpsClient;
  clock: { now(): Date };
  /** A new GUID. */
  newId(): string;
}

export type CallResult = { ok: true; answer: HttpAnswer } | { ok: false; failure: Failure };

/**
 * Asks with the headers of section 3 and a token. What is away, throttled or no longer signed in is thrown as
 * `UnavailableError`; what only this request is refused is a value.
 */
export type Call = (request: HttpRequest) => Promise<CallResult>;

/** Calls in the name of one organization. While Partner Center throttles it, none leaves. */
export function createCall({ token, http, clock, newId }: CallOptions): Call {
  const throttle = createThrottle(() => clock.now().getTime());

  async function ask(request: HttpRequest, bearer: string): Promise<CallResult> {
    throttle.check();
    const id = newId();
    const answer = await http.send({ ...request, headers: { ...headersOf(request, bearer, id) } });
    if (answer.status >= 200 && answer.status < 300) {
      throttle.letGo();
      return { ok: true, answer };
    }
    return { ok: false, failure: failureOf(answer, id, clock.now()) };
  }

  return async (request) => {
    throttle.check();
    const first = await token();
    let result = await ask(request, first);
    if (!result.ok && result.failure.kind === 'unauthorized') {
      // It may only have run out by a clock that is ahead of ours.
      const second = await token(first);
      if (second !== first) result = await ask(request, second);
    }
    if (result.ok) return result;
    const { failure } = result;
    const { kind, retryAfter } = failure;
    if (kind === 'throttled')
      throw new UnavailableError('throttled', { retryAfter: throttle.hold(retryAfter) });
    if (kind === 'away' && retryAfter !== undefined) throttle.hold(retryAfter);
    if (kind === 'away' || kind === 'signed-out') throw unavailable(failure);
    return result;
  };
}

function headersOf(request: HttpRequest, bearer: string, id: string): Record<string, string> {
  return {
    Accept: 'application/json',
    ...(request.body !== undefined && { 'Content-Type': 'application/json' }),
    ...request.headers,
    Authorization: `Bearer ${bearer}`,
    'client-request-id': id,
    'MS-CorrelationId': id,
  };
}
