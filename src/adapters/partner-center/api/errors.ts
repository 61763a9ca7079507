import { UnavailableError } from '#ports/errors.ts';
import type { WriteOutcome } from '#ports/partnerCenterApi.ts';
import { codesOf, messagesOf } from './errorCodes.ts';
import type { HttpAnswer } from './httpsClient.ts';
import { retryAfterOf } from './retryAfter.ts';
import { headerText } from './wireBody.ts';

/** An answer that is no success, read. */
export interface Failure {
  /**
   * `signed-out`: the sign-in is no longer good. `away`: later it may succeed. `missing`: not there or not to be seen.
   * `changed`: somebody was faster. `refused`: sent again it would be refused again.
   */
  kind: 'signed-out' | 'unauthorized' | 'away' | 'throttled' | 'missing' | 'changed' | 'refused';
  /** Partner Center's innermost code that says something, in lower case; `http-` and the status where it gives none. */
  code: string;
  status: number;
  /** What Microsoft's support asks for. */
  requestId?: string | undefined;
  /** Milliseconds, as Partner Center says. */
  retryAfter?: number | undefined;
}

/** What an answer without success means. `asked`: the id that the request was sent with. `now`: for a date to wait for. */
export function failureOf(answer: HttpAnswer, asked: string | undefined, now: Date): Failure {
  const codes = codesOf(answer);
  const { status } = answer;
  return {
    kind: kindOf(answer, codes),
    code: codes.findLast((code) => code !== String(status)) ?? `http-${status}`,
    status,
    requestId: requestIdOf(answer) ?? asked,
    retryAfter: retryAfterOf(answer, now),
  };
}

/** The failure of a write as its outcome, or thrown where it may succeed later. */
export function outcomeOf(failure: Failure): WriteOutcome {
  switch (failure.kind) {
    case 'missing':
      return { kind: 'missing' };
    case 'changed':
      return { kind: 'changed' };
    case 'refused': {
      const { code, status, requestId } = failure;
      return { kind: 'refused', refusal: { code, status, requestId } };
    }
    default:
      throw unavailable(failure);
  }
}

/** What the rest of the system hears of a failure that is not the request's own. */
export function unavailable({ kind, code, status, retryAfter }: Failure): UnavailableError {
  const cause = `${status} ${code}`;
  if (kind === 'signed-out' || kind === 'unauthorized') return new UnavailableError('signed-out', { cause });
  if (kind === 'throttled')
    return new UnavailableError('throttled', { cause, ...(retryAfter !== undefined && { retryAfter }) });
  return new UnavailableError(kind === 'away' ? 'partner-center-away' : 'partner-center-refuses', {
    cause,
    ...(retryAfter !== undefined && { retryAfter }),
  });
}

/** Somebody changed it in the meantime, in both words that are known for it. */
const changedCodes = ['preconditionfailed', 'resourcemodified'];
/** Later they may be answered otherwise; 423: somebody else is writing, 509: too much traffic. */
const awayStatuses = [408, 423, 425, 507];

function kindOf(answer: HttpAnswer, codes: readonly string[]): Failure['kind'] {
  const { status } = answer;
  if (lacksClaims(answer, codes)) return 'signed-out';
  if (status === 401) return 'unauthorized';
  if (status === 412 || (status === 409 && codes.some((code) => changedCodes.includes(code))))
    return 'changed';
  if (status === 429 || status === 509) return 'throttled';
  if (status === 403 || status === 404 || status === 410) return 'missing';
  if (status === 501) return 'refused';
  if (status < 400 || status >= 500 || awayStatuses.includes(status)) return 'away';
  return codes.includes('servicenotavailable') ? 'away' : 'refused';
}

/**
 * Whether somebody has to sign in again, with a second factor: the code 900421 wherever it stands, a challenge for
 * claims, or a refusal that speaks of missing ones.
 */
function lacksClaims(answer: HttpAnswer, codes: readonly string[]): boolean {
  const { status, headers } = answer;
  if (status !== 401 && status !== 403) return false;
  const challenge = headers['www-authenticate'] ?? '';
  if (/\bclaims\s*=|insufficient_claims|interaction_required/i.test(challenge)) return true;
  const said = [...codes, ...messagesOf(answer)].join('\n');
  if (/\b900421\b/.test(`${said}\n${Object.values(headers).join('\n')}`)) return true;
  return claimWords.test(said);
}

const claimWords =
  /insufficient_?claims|interaction_?required|invalid_?grant|mfa_?required|multi-?factor|(missing|required|insufficient).{0,40}claims?\b|\bclaims?\b.{0,40}(missing|required)/i;

const requestIdHeaders = [
  'request-id',
  'ms-requestid',
  'x-ms-request-id',
  'ms-correlationid',
  'client-request-id',
];

function requestIdOf({ headers }: HttpAnswer): string | undefined {
  return requestIdHeaders
    .map((name) => headerText(headers[name]))
    .find((id) => id !== undefined)
    ?.slice(0, 100);
}
