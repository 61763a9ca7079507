/** Where the time and the waiting come from. */
export interface Clock {
  now(): Date;
  /**
   * Waits about that many milliseconds, with jitter, so that two who collided do not collide again; with a signal no
   * longer than until that is given.
   */
  pause(milliseconds: number, enough?: AbortSignal): Promise<void>;
}
