import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { StandInAnswer, StandInRequest } from './exchange.ts';
import { connectionLost, type FaultPlan, failedAnswer } from './faults.ts';
import type { requestLog } from './requestsSeen.ts';

export type Handle = (request: StandInRequest) => Promise<StandInAnswer>;

interface Around {
  faults: FaultPlan;
  log: ReturnType<typeof requestLog>;
  now: () => Date;
  /** What time has brought about meanwhile. */
  before: () => void;
}

/** Answers requests, writes them down, and lets go wrong what shall. */
export function handlerOf(
  answer: (request: StandInRequest) => StandInAnswer,
  { faults, log, now, before }: Around,
): Handle {
  return async (request) => {
    const seen = log.note(request);
    before();
    const failure = faults.next(request);
    if (faults.now.latency > 0) await wait(faults.now.latency);
    if (failure === 'drop-before') throw connectionLost();
    if (failure === 'hang-before') return new Promise(() => {});
    const result = typeof failure === 'object' ? failedAnswer(failure) : answer(request);
    if (failure === 'drop-after') throw connectionLost();
    if (failure === 'hang-after') return new Promise(() => {});
    seen.status = result.status;
    return withHeaders(result, request, now());
  };
}

function withHeaders(answer: StandInAnswer, { headers }: StandInRequest, now: Date): StandInAnswer {
  return {
    ...answer,
    headers: {
      ...answer.headers,
      server: 'Stand-in for Partner Center',
      date: now.toUTCString(),
      'request-id': randomUUID(),
      'client-request-id': headers['client-request-id'] ?? randomUUID(),
      'ms-correlationid': headers['ms-correlationid'] ?? randomUUID(),
      timestamp: now.toISOString(),
      'x-ms-ags-diagnostic': JSON.stringify({ ServerInfo: { DataCenter: 'stand-in' } }),
    },
  };
}
