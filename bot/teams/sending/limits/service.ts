/** Whether an address of Teams answers. Milliseconds of `Ticking`. */
export interface Service {
  /** Calls in a row that had no answer. */
  silent: number;
  answeredAt: number;
  /** Since when it counts as away. */
  awaySince: number | undefined;
  /** When the next call is let through, to see whether it is back. */
  triedNext: number;
  tries: number;
  trying: boolean;
}

/** So many in a row, and nothing that was answered for so long: then it is not the one or other conversation that hangs. */
const SILENT = 8;
const UNHEARD = 2_000;
/** Milliseconds from one try to the next, doubling up to the second. */
const FIRST_TRY = 500;
const LAST_TRY = 4_000;

export function newService(): Service {
  return {
    silent: 0,
    answeredAt: Number.NEGATIVE_INFINITY,
    awaySince: undefined,
    triedNext: 0,
    tries: 0,
    trying: false,
  };
}

/** Milliseconds until a call may try whether it is back; 0: now; undefined: it is not away. */
export function untilTry(service: Service, at: number): number | undefined {
  if (service.awaySince === undefined) return undefined;
  if (service.trying) return LAST_TRY;
  return Math.max(0, service.triedNext - at);
}

/** One call goes, to see whether it is back. */
export function tryIt(service: Service): void {
  service.trying = true;
}

/** It answered, whatever it said. */
export function heard(service: Service, at: number): void {
  Object.assign(service, { ...newService(), answeredAt: at });
}

/** A call had no answer. `random`: what spreads the tries of several processes. */
export function unheard(service: Service, at: number, tried: boolean, random: () => number): void {
  service.silent++;
  if (tried) service.trying = false;
  if (service.awaySince === undefined) {
    if (service.silent < SILENT || at - service.answeredAt < UNHEARD) return;
    service.awaySince = at;
  } else if (!tried) return;
  service.triedNext = at + Math.min(LAST_TRY, FIRST_TRY * 2 ** service.tries++) * (0.75 + 0.5 * random());
}
