import { type Logger, pino } from 'pino';

export type Log = Logger;

/** JSON lines on standard output: static event names with fields, never card text or personal data. */
export function createLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
