const shape =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ]\s*(\d{2}:\d{2})(?::(\d{2})(?:[.,](\d+))?)?)?\s*([Zz]|[+-]\d{2}(?::?\d{2})?)?$/;
/** What programs write where they have no date: the year 1, 1899, 1900 or 1970, and the end of the calendar. */
const FIRST_YEAR = '2000';
const NEVER = '9999';

/** The parts of a moment as they are written. */
export interface WireTime {
  /** `YYYY-MM-DD`. */
  day: string;
  /** `HH:MM:SS`. */
  time: string;
  /** Whether the text has a time at all. */
  timed: boolean;
  /** Digits behind the second. */
  fraction: string;
  /** `Z`, `+HH:MM` or `-HH:MM`; undefined where none is written. */
  offset: string | undefined;
}

/** Takes a moment apart; a day alone is its midnight. Undefined when it is no moment. */
export function readWireTime(text: string): WireTime | undefined {
  const match = shape.exec(text.trim());
  if (!match) return undefined;
  const [, day = '', minutes, seconds = '00', fraction = '', zone] = match;
  const time = `${minutes ?? '00:00'}:${seconds}`;
  if (!exists(day, time)) return undefined;
  return { day, time, timed: minutes !== undefined, fraction, offset: zone && offsetOf(zone) };
}

/**
 * A moment as Partner Center writes it, brought to `YYYY-MM-DDTHH:MM:SS.fffffffZ`: UTC, padded to seven digits, so
 * that two of them compare as text. Without an offset the text is taken as UTC. Undefined when it is no moment.
 */
export function wireInstant(text: string): string | undefined {
  const read = readWireTime(text);
  if (!read) return undefined;
  const seconds = new Date(`${read.day}T${read.time}${read.offset ?? 'Z'}`);
  if (Number.isNaN(seconds.getTime())) return undefined;
  const year = seconds.getUTCFullYear();
  if (year < 1 || year > 9999) return undefined;
  return `${seconds.toISOString().slice(0, 19)}.${read.fraction.slice(0, 7).padEnd(7, '0')}Z`;
}

/** Whether a padded moment is one that somebody meant, and not what a program writes for none. */
export function isMeant(padded: string): boolean {
  return padded >= FIRST_YEAR && padded < NEVER;
}

/** The same moment in milliseconds, as the rest of the system writes moments. */
export function toInstant(padded: string): string {
  return `${padded.slice(0, 23)}Z`;
}

function offsetOf(text: string): string {
  if (/^z$/i.test(text)) return 'Z';
  const digits = text.replace(/\D/g, '').padEnd(4, '0');
  return `${text[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

// Date rolls 30 February over to March; a day that does not exist is no moment instead.
function exists(day: string, time: string): boolean {
  const date = new Date(`${day}T${time}Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day;
}
