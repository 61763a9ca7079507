const shape = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?\s*([Zz]|[+-]\d{2}:?\d{2})?$/;

/**
 * A moment as Partner Center writes it, brought to `YYYY-MM-DDTHH:MM:SS.fffffffZ`: UTC, padded to seven digits, so
 * that two of them compare as text. Without an offset the text is taken as UTC. Undefined when it is no moment.
 */
export function wireInstant(text: string): string | undefined {
  const match = shape.exec(text.trim());
  if (!match) return undefined;
  const [, day, time, fraction = '', offset = 'Z'] = match;
  const zone = /^[zZ]$/.test(offset) ? 'Z' : offset;
  const seconds = new Date(`${day}T${time}${zone}`);
  if (Number.isNaN(seconds.getTime()) || !sameDay(day, time)) return undefined;
  const year = seconds.getUTCFullYear();
  if (year < 1 || year > 9999) return undefined;
  return `${seconds.toISOString().slice(0, 19)}.${fraction.slice(0, 7).padEnd(7, '0')}Z`;
}

/** The same moment in milliseconds, as the rest of the system writes moments. */
export function toInstant(padded: string): string {
  return `${padded.slice(0, 23)}Z`;
}

// Date rolls 30 February over to March; a day that does not exist is refused instead.
function sameDay(day: string | undefined, time: string | undefined): boolean {
  return new Date(`${day}T${time}Z`).toISOString().slice(0, 10) === day;
}
