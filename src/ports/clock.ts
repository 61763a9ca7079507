/** Where the time and the waiting come from. */
export interface Clock {
  now(): Date;
  /** Waits about that many milliseconds, with jitter, so that two who collided do not collide again. */
  pause(milliseconds: number): Promise<void>;
}
