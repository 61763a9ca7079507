import { type Logger, pino } from 'pino';

export type Log = Logger;

/** JSON lines on standard output: static event names with fields, never card text or personal data. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: plainError },
  });
}

/** Errors of the connectors carry whole requests with tokens; only what tells the cause is written down. */
function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  return { name, message, code, statusCode, stack, ...(cause !== undefined && { cause: plainError(cause) }) };
}
