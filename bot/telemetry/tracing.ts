/** What is followed, as those who look at traces know it: asked of us, asked by us of others, or done later. */
export type SpanKind = 'server' | 'client' | 'consumer' | 'internal';

/** Ids and words of ours alone: what a trace says leaves this process, and names nobody. */
export type SpanFacts = Readonly<Record<string, string | number | boolean | undefined>>;

/** One piece of work. */
export interface Followed {
  /** Few different ones, such as `press referral.accept`. */
  name: string;
  kind: SpanKind;
  facts?: SpanFacts;
}

/** Follows work from what was asked for to what is done later because of it. */
export interface Tracing {
  /**
   * Carries out work as a part of what is under way, else of what `cause` tells, else as the beginning of something. What
   * the work throws goes on to the caller.
   */
  span<T>(followed: Followed, work: () => Promise<T>, cause?: string): Promise<T>;
  /** Adds what is known only by now to what is under way. */
  note(facts: SpanFacts): void;
  /** What is under way, in the words of W3C Trace Context; undefined where nothing is followed. */
  here(): string | undefined;
  /** The same for a line of the log. */
  ids(): { trace_id: string; span_id: string } | undefined;
}

/** Follows nothing. */
export const noTracing: Tracing = {
  span: (_followed, work) => work(),
  note: () => {},
  here: () => undefined,
  ids: () => undefined,
};
