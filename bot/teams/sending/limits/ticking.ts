/** Time as limits need it: milliseconds of a clock that never jumps, and pauses that are not varied. */
export interface Ticking {
  now: () => number;
  /** No longer than until the signal is given. */
  pause: (milliseconds: number, enough?: AbortSignal) => Promise<void>;
}
