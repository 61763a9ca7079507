import type { Ticking } from './ticking.ts';
import { TENANT_CALLS } from './windows.ts';

/** The part of a tenant's calls that this process has now. */
export interface Share {
  /** Calls within any stretch of the stretch in which Teams counts. */
  calls(): number;
  /** Nobody can be asked for one: then somebody who waits gets one call a second all the same. */
  cutOff(): boolean;
  /** How many processes have one, this one included. */
  sharers(): number;
  /** So many calls wait for it; it may grow then, of which `wake` of the tenant tells. */
  wanted(waiting: number): void;
}

/** All of it, for one process alone. */
export const wholeShare: Share = {
  calls: () => TENANT_CALLS,
  cutOff: () => false,
  sharers: () => 1,
  wanted: () => {},
};

/** A call that waits for its turn. */
export interface WaitingCall {
  urgent: boolean;
  /** Milliseconds until its conversation is ready; 0: now. */
  rest(at: number): number;
  /** It need not wait any longer: why, or undefined. */
  over(at: number): Error | undefined;
  /** Its turn has come. */
  go(at: number): void;
  giveUp(reason: Error): void;
}

/** The calls of one tenant, which wait for their turn in the order of asking, the urgent ones first. */
export interface Tenant {
  wait(call: WaitingCall): void;
  /** Something has changed for those who wait. */
  wake(): void;
  /** Teams told the tenant as a whole to rest. */
  restUntil(at: number): void;
  /** Until when it rests. */
  restsUntil(): number;
}

/** After so long a pause the first calls open connections, and arrive later than the others by about as much. */
const COLD = { after: 5_000, first: 250, late: 100 };
/** What was missed while the process did something else is made up for, this many calls at most. */
const CATCH_UP = 10;
/** Whoever waits is asked at least so often whether it still need, in milliseconds. */
const LOOK = 400;

export function createTenant({ now, pause }: Ticking, within: number, share: Share): Tenant {
  const made: number[] = [];
  const waiting: WaitingCall[] = [];
  let planned = Number.NEGATIVE_INFINITY;
  let restsUntil = Number.NEGATIVE_INFINITY;
  let warm = Number.POSITIVE_INFINITY;
  let ring = () => {};
  let running = false;

  /** When the next call may leave; never where there is no share. */
  const next = (): number => {
    const calls = share.calls() || (waiting[0]?.urgent && share.cutOff() ? 1 : 0);
    if (calls < 1) return Number.POSITIVE_INFINITY;
    const filling = made.at(-calls);
    return Math.max(planned, restsUntil, filling === undefined ? planned : filling + within);
  };
  const go = (call: WaitingCall, at: number) => {
    const spacing = within / Math.max(1, share.calls());
    planned = Math.max(planned, at - CATCH_UP * spacing) + spacing;
    if (at - (made.at(-1) ?? Number.NEGATIVE_INFINITY) > COLD.after) warm = at + COLD.first;
    made.push(at < warm ? at + COLD.late : at);
    if (made.length > TENANT_CALLS) made.shift();
    waiting.splice(waiting.indexOf(call), 1);
    call.go(at);
  };
  const dismiss = (at: number) => {
    for (const call of [...waiting]) {
      const reason = call.over(at);
      if (!reason) continue;
      waiting.splice(waiting.indexOf(call), 1);
      call.giveUp(reason);
    }
  };
  const sleep = async (milliseconds: number) => {
    const enough = new AbortController();
    const rung = new Promise<void>((resolve) => {
      ring = resolve;
    });
    await Promise.race([rung, pause(Math.min(LOOK, milliseconds), enough.signal)]);
    enough.abort();
  };
  const run = async () => {
    running = true;
    for (;;) {
      const at = now();
      dismiss(at);
      if (waiting.length === 0) break;
      const turn = next();
      if (turn > at) {
        share.wanted(waiting.length);
        await sleep(turn - at);
        continue;
      }
      const ready = waiting.find((call) => call.rest(at) <= 0);
      if (ready) go(ready, at);
      else await sleep(Math.min(...waiting.map((call) => call.rest(at))));
    }
    running = false;
  };
  return {
    wait(call) {
      const before = call.urgent ? waiting.findIndex(({ urgent }) => !urgent) : -1;
      waiting.splice(before < 0 ? waiting.length : before, 0, call);
      if (running) ring();
      else void run();
    },
    wake: () => ring(),
    restUntil(at) {
      restsUntil = Math.max(restsUntil, at);
    },
    restsUntil: () => restsUntil,
  };
}
