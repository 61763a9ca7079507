import type { ConnectorClient } from 'botframework-connector';
import { requestsOf } from '#bot/teams/arriving/budget.ts';
import { type ConnectorError, retryAfter } from './deliveryOf.ts';
import type { SendingLimits } from './limits/limits.ts';
import { type CallPlace, type End, NotNow } from './limits/place.ts';

/** How a call leaves. */
export interface Leaving {
  /** Milliseconds after which it is cut off, counted from when it left. */
  within?: number | undefined;
  /** The tenant whose limit it counts in. */
  tenantId: string | undefined;
  /** Its place in the queue, which whoever gives it leaves as well; without one it goes before those that nobody waits for. */
  place?: CallPlace | undefined;
}

/** Shorter than a lease by far: who holds the lease must still be able to write down what happened. */
const DEADLINE = 15_000;
/** A call that only finds out whether Teams is there again. */
const TRY = 5_000;

/** The calls that are made and have not left yet, by the signal that each brings to its request. */
const waiting = new WeakMap<AbortSignal, () => Promise<AbortSignal>>();

type Carry = <T>(
  where: { serviceUrl: string; conversationId: string },
  how: Leaving,
  call: (options: { abortSignal: AbortSignal }) => Promise<T>,
) => Promise<T>;

/** Has a call wait for its turn at the last moment, when all that takes time before it is done: `inTurn` asks then. */
export function leaving(limits: SendingLimits): Carry {
  return async ({ serviceUrl, conversationId }, { within, tenantId = serviceUrl, place: given }, call) => {
    const { signal: abortSignal } = new AbortController();
    if (given) {
      const deadline = Math.min(within ?? DEADLINE, given.tries ? TRY : DEADLINE);
      waiting.set(abortSignal, () => given.turn().then(() => AbortSignal.timeout(deadline)));
      return call({ abortSignal });
    }
    const chat = withoutThread(conversationId);
    const place = limits.enter({ serviceUrl, tenantId, conversationId: chat, urgent: true });
    if (place instanceof NotNow) throw place;
    // Whoever waits for the call waits for its turn as well.
    const patience = AbortSignal.timeout(within ?? DEADLINE);
    waiting.set(abortSignal, () => place.turn(patience).then(() => patience));
    let end: End | undefined;
    try {
      const result = await call({ abortSignal });
      end = { kind: 'answered' };
      return result;
    } catch (error) {
      end = endOf(error, new Date());
      throw error;
    } finally {
      place.leave(end);
    }
  };
}

/** A client whose calls wait for their turn after everything else that is done with them: nothing lies between turn and wire. */
export function inTurn(client: ConnectorClient): ConnectorClient {
  requestsOf(client).addPolicy(
    {
      name: 'inTurn',
      async sendRequest(request, next) {
        const turn = request.abortSignal && waiting.get(request.abortSignal);
        if (turn) request.abortSignal = await turn();
        return next(request);
      },
    },
    { afterPhase: 'Sign' },
  );
  return client;
}

/** What a failed call says about whom it went to. */
export function endOf(error: unknown, now: Date): End | undefined {
  if (error instanceof NotNow) return undefined;
  const { statusCode, response } = error as ConnectorError;
  return endOfAnswer(statusCode, response?.headers?.get?.('retry-after'), now);
}

/** The same of an answer, by its status and its Retry-After. */
export function endOfAnswer(status: number | undefined, after: string | undefined, now: Date): End {
  // Whoever answers so stands before Teams.
  if (status === undefined || status >= 500) return { kind: 'unanswered' };
  return status === 429 ? { kind: 'throttled', after: retryAfter(after, now) } : { kind: 'answered' };
}

/** In a channel each thread has an id of its own; the limit is the channel's. */
export function withoutThread(conversationId: string): string {
  return conversationId.split(';', 1)[0] ?? conversationId;
}
