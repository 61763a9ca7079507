import { jsonAnswer, type StandInAnswer } from './exchange.ts';

/** A refusal of the Referrals API. */
export function refusal(
  status: number,
  code: string,
  message: string,
  inner?: { code: string; message: string },
): StandInAnswer {
  return jsonAnswer(status, {
    error: { code, message, target: 'referral', ...(inner && { innerError: inner }) },
  });
}

export const invalid = (message: string, inner?: { code: string; message: string }) =>
  refusal(400, 'invalidRequest', message, inner);

export const notFound = () => refusal(404, 'itemNotFound', 'The resource could not be found.');

/** What one may not see, under either answer. */
export function hidden(status: 403 | 404): StandInAnswer {
  if (status === 404) return notFound();
  return refusal(403, 'accessDenied', 'The caller may not access the resource.', {
    code: 'referralAccess',
    message: 'This referral is outside of what the caller may see.',
  });
}

/** A refusal of the older host, which serves webhooks. */
export function classicRefusal(status: number, code: string, description: string): StandInAnswer {
  return jsonAnswer(status, { code, description, data: [], source: 'PartnerFD' });
}

export function throttled(seconds: number): StandInAnswer {
  return jsonAnswer(
    429,
    { statusCode: 429, message: `Rate limit is exceeded. Try again in ${seconds} seconds.` },
    { 'retry-after': String(seconds) },
  );
}
