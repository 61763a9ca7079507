import { backoff } from '#app/store/outbox.ts';
import type { Clock } from '#ports/clock.ts';
import type { UnavailableError } from '#ports/errors.ts';

/** How many deals of an organization are sent at a time, so that the worker has hands left for cards. */
const AT_A_TIME = 4;
/** One that finds all busy comes again after this long, in milliseconds. */
const BUSY = 1_000;
/** Somebody has to sign in, which nobody does within seconds. */
const SIGNED_OUT = 60_000;
const LONGEST = 120_000;
/** So many come again together when it opens, in steps of so many milliseconds. */
const STEPS = 64;
const STEP = 250;

/** Lets deals through to Partner Center, as long as it answers. */
export interface Gate {
  /** Milliseconds after which to come again; undefined for whoever is let through and must leave again. */
  enter(organization: string): number | undefined;
  /** It answered. */
  leave(organization: string): void;
  /** It was away: milliseconds after which to come again. */
  leaveClosed(organization: string, away: UnavailableError): number;
}

interface State {
  inside: number;
  failures: number;
  opensAt: number;
  turnedAway: number;
}

/** For one process: each finds out by itself whether Partner Center is away, at the cost of one request. */
export function createGate(clock: Clock): Gate {
  const states = new Map<string, State>();
  const stateOf = (organization: string): State => {
    const known = states.get(organization) ?? { inside: 0, failures: 0, opensAt: 0, turnedAway: 0 };
    states.set(organization, known);
    return known;
  };
  const spread = (state: State) => (state.turnedAway++ % STEPS) * STEP;
  return {
    enter(organization) {
      const state = stateOf(organization);
      const closed = state.opensAt - clock.now().getTime();
      if (closed > 0) return closed + spread(state);
      // After a failure one tries whether it is back.
      const most = state.failures > 0 ? 1 : AT_A_TIME;
      if (state.inside >= most) return BUSY + spread(state);
      state.inside++;
      return undefined;
    },
    leave(organization) {
      const state = stateOf(organization);
      state.inside--;
      state.failures = 0;
    },
    leaveClosed(organization, away) {
      const state = stateOf(organization);
      state.inside--;
      state.failures++;
      const usual = away.code === 'signed-out' ? SIGNED_OUT : Math.min(LONGEST, backoff(state.failures));
      const pause = away.retryAfter ?? usual;
      state.opensAt = clock.now().getTime() + pause;
      return pause + spread(state);
    },
  };
}
