import { jsonAnswer, type StandInAnswer, type StandInRequest } from './exchange.ts';
import { refusal, throttled } from './wireErrors.ts';

/** How a request goes wrong: an answer instead of the work, or a connection that ends or hangs before or after it. */
export type WireFailure =
  | { status: number; body?: unknown; headers?: Record<string, string> }
  | 'drop-before'
  | 'drop-after'
  | 'hang-before'
  | 'hang-after';

export interface PlannedFailure {
  how: WireFailure;
  /** How many requests it meets; one where nothing is said. */
  times?: number;
  method?: string;
  /** Of the path and query; all of the APIs where nothing is said, the sign-in never. */
  path?: RegExp;
}

/** What goes wrong, switched while the stand-in runs. */
export interface StandInFaults {
  throttle(times: number, retryAfterSeconds?: number): void;
  failNext(planned: PlannedFailure): void;
  /** The POST that invites Microsoft fails after the first POST worked, or works and its answer is lost. */
  secondPost(how: 'fails' | 'answer-lost', times?: number): void;
  /** Milliseconds before each answer. */
  latency(milliseconds: number): void;
  /** How far the stand-in's clock is ahead of that of everybody else. */
  clockSkew(milliseconds: number): void;
  /** How long a new referral is missing in lists, under the switch `newInLists: 'late'`. */
  listDelay(milliseconds: number): void;
  /** Called each time before a page after the first is read, to change something under the reader. */
  betweenPages(change: (() => void) | undefined): void;
  /** Nothing goes wrong any more. */
  clear(): void;
}

export interface FaultPlan extends StandInFaults {
  next(request: StandInRequest): WireFailure | undefined;
  now: { latency: number; clockSkew: number; listDelay: number; betweenPages: (() => void) | undefined };
}

const none = { latency: 0, clockSkew: 0, listDelay: 5_000, betweenPages: undefined };

export function faultPlan(): FaultPlan {
  let planned: (PlannedFailure & { left: number; also?: (request: StandInRequest) => boolean })[] = [];
  const plan: FaultPlan = {
    now: { ...none },
    throttle(times, retryAfterSeconds = 1) {
      const { status, headers, body } = throttled(retryAfterSeconds);
      plan.failNext({ times, how: { status, headers, body: JSON.parse(String(body)) } });
    },
    failNext: (failure) => void planned.push({ ...failure, left: failure.times ?? 1 }),
    secondPost(how, times = 1) {
      const failure: WireFailure = how === 'answer-lost' ? 'drop-after' : { status: 503 };
      const also = ({ body }: StandInRequest) => /"engagementId"\s*:\s*"/i.test(body);
      planned.push({ how: failure, method: 'POST', path: /\/referrals/, left: times, also });
    },
    latency: (milliseconds) => void Object.assign(plan.now, { latency: milliseconds }),
    clockSkew: (milliseconds) => void Object.assign(plan.now, { clockSkew: milliseconds }),
    listDelay: (milliseconds) => void Object.assign(plan.now, { listDelay: milliseconds }),
    betweenPages: (change) => void Object.assign(plan.now, { betweenPages: change }),
    clear() {
      planned = [];
      plan.now = { ...none };
    },
    next(request) {
      const found = planned.find(
        ({ left, method, path, also }) =>
          left > 0 &&
          (method === undefined || method === request.method) &&
          (path ?? /^\/(v1\.0|webhooks|partner)\//).test(request.url) &&
          (also?.(request) ?? true),
      );
      if (found) found.left--;
      return found?.how;
    },
  };
  return plan;
}

/** What a client sees of a connection that ended: Node's own words for it. */
export function connectionLost(): Error {
  return Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
}

export function failedAnswer({ status, body, headers }: Exclude<WireFailure, string>): StandInAnswer {
  if (body !== undefined) return jsonAnswer(status, body, headers);
  const code = status >= 500 ? 'serviceNotAvailable' : 'generalException';
  return refusal(status, code, 'The request could not be processed.');
}
