import { messagesOf } from './errorCodes.ts';
import type { HttpAnswer } from './httpsClient.ts';

/** An hour: whoever says more is asked again after it. */
const LONGEST = 60 * 60 * 1000;

/**
 * Milliseconds to wait, as an answer says: in seconds or as a date, which is compared with the date of the answer,
 * because clocks differ. A throttled answer may say it in its text alone. Undefined where nothing is said.
 */
export function retryAfterOf(answer: HttpAnswer, now: Date): number | undefined {
  const said = answer.headers['retry-after']?.trim();
  const waits = said === undefined ? waitInText(answer) : waitInHeader(said, answer, now);
  return waits === undefined ? undefined : Math.min(Math.max(waits, 0), LONGEST);
}

function waitInHeader(said: string, { headers }: HttpAnswer, now: Date): number | undefined {
  if (/^\d+(\.\d+)?$/.test(said)) return Math.ceil(Number(said) * 1000);
  const until = Date.parse(said);
  if (Number.isNaN(until)) return undefined;
  const theirNow = Date.parse(headers.date ?? '');
  return until - (Number.isNaN(theirNow) ? now.getTime() : theirNow);
}

function waitInText(answer: HttpAnswer): number | undefined {
  if (answer.status !== 429) return undefined;
  const seconds = messagesOf(answer).map((text) => /(\d{1,5}) ?s(ec|$|\b)/i.exec(text)?.[1]);
  const first = seconds.find((one) => one !== undefined);
  return first === undefined ? undefined : Number(first) * 1000;
}
