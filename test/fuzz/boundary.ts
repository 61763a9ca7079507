import type fc from 'fast-check';

/** A place at which something comes in from outside: what is sent there, and what is wrong with how it was taken. */
export interface Boundary<T = unknown> {
  /** About so many of a hundred inputs go there. */
  share: number;
  inputs: fc.Arbitrary<T>;
  /** What was not as it should be, in words; undefined where all is well. May throw: then that is wrong. */
  send: (input: T) => Promise<string | undefined>;
}

/** A boundary among others, whatever is sent there. */
export function boundary<T>(one: Boundary<T>): Boundary {
  return one as unknown as Boundary;
}
