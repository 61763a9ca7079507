/**
 * Something outside is away or throttles; the same request may succeed later.
 * Thrown by adapters, answered at the boundary with "not saved, try again".
 */
export class UnavailableError extends Error {
  readonly code: string;
  /** Milliseconds after which it makes sense to try again, where the other side said so. */
  readonly retryAfter: number | undefined;
  /** What is away and where to look, for whoever runs the program; not for people in chat. */
  readonly words: string | undefined;

  constructor(code: string, options: { cause?: unknown; retryAfter?: number; words?: string } = {}) {
    super(code, { cause: options.cause });
    this.name = 'UnavailableError';
    this.code = code;
    this.retryAfter = options.retryAfter;
    this.words = options.words;
  }
}

/** The process cannot start as configured; `problems` lists all of it in plain words. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}
