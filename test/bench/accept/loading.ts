/** What a process that makes load is told. */
export interface Load {
  url: string;
  /** Activities, each to be sent once; some more than `amount`, because connections prepare the next one. */
  bodies: readonly string[];
  amount: number;
  connections: number;
  /** Evenly spaced, so many a second, whatever the answers take; absent: as fast as they come. */
  rate?: number | undefined;
}

/** What it says in the end. */
export interface Loaded {
  seconds: number;
  /** Milliseconds of each answer. */
  times: readonly number[];
  /** Answers that were no card. */
  wrong: number;
}
