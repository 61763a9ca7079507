import { type DestinationStream, type Logger, multistream, pino } from 'pino';
import type { Tracing } from './tracing.ts';

export type Log = Logger;

/** Who else gets the lines, and what they belong to. */
interface Followers {
  tracing: Pick<Tracing, 'ids'>;
  line?: ((text: string) => void) | undefined;
}

/**
 * JSON lines on standard output: static event names with fields, never card text or personal data. What is exported gets
 * the same lines, each with the trace that it belongs to.
 */
export function createLog(level: string, followers?: Followers): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: plainError },
  };
  if (!followers) return pino(options);
  const mixin = () => followers.tracing.ids() ?? {};
  return pino({ ...options, mixin }, twofold(followers.line));
}

/** Standard output, and whoever else takes the lines. */
function twofold(line: Followers['line']): DestinationStream {
  const output = pino.destination(1);
  if (!line) return output;
  // Each takes what the log's own level lets through.
  return multistream([
    { level: 'trace', stream: output },
    { level: 'trace', stream: { write: line } },
  ]);
}

/** Errors of the connectors carry whole requests with tokens; only what tells the cause is written down. */
function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  return { name, message, code, statusCode, stack, ...(cause !== undefined && { cause: plainError(cause) }) };
}
