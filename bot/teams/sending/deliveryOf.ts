import type { Delivery } from '#ports/messenger.ts';

/** The parts of an error of the connector that say what happened. */
export interface ConnectorError {
  statusCode?: number;
  code?: unknown;
  message?: string;
  body?: { error?: { code?: unknown; message?: unknown } };
  response?: { headers?: { get?: (name: string) => string | undefined } };
}

// 401: the registration or its secret is wrong at the moment; the administrator will mend it.
const RETRIED = new Set([401, 408, 412, 425, 429, 500, 502, 503, 504]);

// Somebody took a decision: the person, their administrator, or whoever removed the app.
const BLOCKED = new Set([
  'ConversationBlockedByUser',
  'MessageWritesBlocked',
  'BotDisabledByAdmin',
  'BotNotInConversationRoster',
  'ForbiddenOperationException',
  '209',
]);

/**
 * What a failed call to Teams means for a delivery. Everything with an unknown outcome (time-out, dropped socket,
 * 5xx) is tried again: a message twice is better than none.
 */
export function deliveryOf(error: unknown, now: Date): Delivery {
  const { statusCode, code, body, message, response } = error as ConnectorError;
  const errorCode = String(body?.error?.code ?? code ?? '');
  const reason = [statusCode, errorCode, body?.error?.message ?? message]
    .filter(Boolean)
    .join(' ')
    .slice(0, 300);
  if (statusCode === undefined) return { outcome: 'later', counts: true, reason };
  if (RETRIED.has(statusCode)) {
    const after = retryAfter(response?.headers?.get?.('retry-after'), now);
    return { outcome: 'later', after, counts: statusCode !== 429, reason };
  }
  // No answer of Teams, but of something before it.
  if (statusCode < 400) return { outcome: 'later', counts: true, reason };
  if (statusCode === 410) return { outcome: 'gone', reason };
  // Teams says so now and then of what is there: only a repeated one is true.
  if (statusCode === 404) return { outcome: 'later', counts: true, doubt: 'gone', reason };
  if (statusCode === 403) {
    return BLOCKED.has(errorCode)
      ? { outcome: 'blocked', reason }
      : { outcome: 'later', counts: true, doubt: 'blocked', reason };
  }
  return { outcome: 'failed', reason };
}

/** Milliseconds that a Retry-After header asks for: seconds or a date; undefined when it says nothing useful. */
export function retryAfter(header: string | undefined, now: Date): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now.getTime();
  return Number.isFinite(wait) && wait > 0 ? Math.min(wait, 3_600_000) : undefined;
}
