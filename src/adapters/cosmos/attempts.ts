import { setTimeout as sleep } from 'node:timers/promises';
import { UnavailableError } from '#ports/errors.ts';

/** One call of the SDK; it should give up when the signal says so. */
export type Request<T> = (signal: AbortSignal) => Promise<T>;

/** What is known about a failed request. */
export type Failure =
  /** The server refused to do it for now. */
  | { kind: 'throttled'; retryAfter: number | undefined }
  /** It may or may not have been done. */
  | { kind: 'unknown'; retryAfter: number | undefined }
  /** The server lets nobody in; asking again will not help, but an administrator may. */
  | { kind: 'refused' }
  /** The server's answer, to be understood by whoever asked. */
  | { kind: 'answer'; status: number }
  | { kind: 'bug' };

/**
 * Repeats a request until the server gives an answer; the request must be one that may be repeated. `uncertain` is
 * called before each repetition of a request that may already have been carried out.
 * Throws `UnavailableError` at the deadline (on the clock of `performance.now`), or earlier when the server asks for a
 * longer pause than is left; throws the server's answer (404, 409, 412, ...) as it came.
 */
export async function insist<T>(
  deadline: number,
  request: Request<T>,
  uncertain: () => void = () => undefined,
): Promise<T> {
  let asked: number | undefined;
  for (let attempt = 0; ; attempt++) {
    try {
      return await within(Math.max(0, deadline - performance.now()), request);
    } catch (cause) {
      if (cause instanceof UnavailableError) throw cause;
      const failure = classify(cause);
      if (failure.kind === 'answer' || failure.kind === 'bug') throw cause;
      if (failure.kind === 'refused') throw new UnavailableError('store-unavailable', { cause });
      if (failure.kind === 'unknown') uncertain();
      asked = failure.retryAfter ?? asked;
      const pause = failure.retryAfter ?? Math.min(1000, 25 * 2 ** attempt) * (0.5 + Math.random() / 2);
      if (performance.now() + pause >= deadline) throw unavailable(cause, asked);
      await sleep(pause);
    }
  }
}

/** The error for a store that is away or throttles. */
export function unavailable(cause: unknown, retryAfter?: number): UnavailableError {
  return new UnavailableError(
    'store-unavailable',
    retryAfter === undefined ? { cause } : { cause, retryAfter },
  );
}

/** Ends after `ms` even if the SDK, whose own pauses know no signal, takes longer. */
async function within<T>(ms: number, request: Request<T>): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error('no answer in time');
      error.name = 'AbortError';
      controller.abort(error);
      reject(error);
    }, ms);
  });
  const answer = request(controller.signal);
  answer.catch(() => undefined);
  try {
    return await Promise.race([answer, timeUp]);
  } finally {
    clearTimeout(timer);
  }
}

/** Says what is known about a failed request. */
export function classify(error: unknown): Failure {
  if (!(error instanceof Error)) return { kind: 'bug' };
  const { code, substatus, retryAfterInMs } = error as {
    code?: unknown;
    substatus?: unknown;
    retryAfterInMs?: unknown;
  };
  const retryAfter = typeof retryAfterInMs === 'number' ? retryAfterInMs : undefined;
  if (typeof code === 'number') return classifyStatus(code, substatus, retryAfter);
  if (typeof code === 'string' && /^\d{3}$/.test(code))
    return classifyStatus(Number(code), substatus, retryAfter);
  // The SDK trips over error pages that are empty or no JSON: an answer of some gateway on the way.
  if (error instanceof TypeError || error instanceof SyntaxError) return { kind: 'unknown', retryAfter };
  // Names and codes of the network, of the SDK's time-outs and of the token service.
  if (error.name === 'AbortError' || typeof code === 'string') return { kind: 'unknown', retryAfter };
  if (/Credential|Authentication/.test(error.name)) return { kind: 'unknown', retryAfter };
  return { kind: 'bug' };
}

function classifyStatus(status: number, substatus: unknown, retryAfter: number | undefined): Failure {
  if (status === 429) return { kind: 'throttled', retryAfter };
  // 404/1002: this replica has not seen what our session has; 403/3 and 403/1008: a region is moving.
  const moving =
    (status === 404 && substatus === 1002) || (status === 403 && (substatus === 3 || substatus === 1008));
  if (moving || status >= 500 || [408, 410, 449].includes(status)) return { kind: 'unknown', retryAfter };
  return status === 401 || status === 403 ? { kind: 'refused' } : { kind: 'answer', status };
}

/** The server's answer in a thrown error, if it is one. */
export function httpStatusOf(error: unknown): number | undefined {
  const failure = classify(error);
  return failure.kind === 'answer' ? failure.status : undefined;
}
