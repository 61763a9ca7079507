import type { StandInAnswer, StandInRequest } from '#bot/demo/standIn/exchange.ts';
import { classicRefusal, refusal } from '#bot/demo/standIn/wireErrors.ts';
import { REFERRALS_ADMIN, REFERRALS_USER, type StandInAccount } from './accounts.ts';
import type { SignIn } from './signIn.ts';
import { standInAudiences } from './tokens.ts';

const NO_MFA = '900421';

export type StandInHost = keyof typeof standInAudiences;

/** Who calls a host with the token of a request, and whether by two factors; or the refusal. */
export function callerOf(
  signIn: SignIn,
  { headers }: StandInRequest,
  host: StandInHost,
): { account: StandInAccount; compliant: boolean } | { refused: StandInAnswer } {
  const token = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];
  const claims = token === undefined ? undefined : signIn.mint.read(token);
  const now = signIn.options.now().getTime() / 1000;
  const account = signIn.accounts.find(({ objectId }) => objectId === claims?.oid);
  if (!claims || !account || claims.aud !== standInAudiences[host] || Number(claims.exp) <= now) {
    return {
      refused: host === 'referrals' ? unauthorized() : classicRefusal(401, '401', 'Access denied'),
    };
  }
  const lost = signIn.mfaLost === 'at-call' || signIn.mfaLost === 'both';
  const compliant = !lost && Array.isArray(claims.amr) && claims.amr.includes('mfa');
  const forgiven = host === 'referrals' && signIn.options.switches.mfaEnforced === 'no';
  return compliant || forgiven ? { account, compliant } : { refused: withoutMfa(signIn, host) };
}

/** The Referrals API serves two roles. */
export function roleRefusal(signIn: SignIn, { roles }: StandInAccount): StandInAnswer | undefined {
  if (roles.includes(REFERRALS_ADMIN) || roles.includes(REFERRALS_USER)) return undefined;
  if (signIn.options.switches.missingClaims === 'challenge') {
    return { ...unauthorized(), headers: { ...unauthorized().headers, 'www-authenticate': challenge() } };
  }
  return refusal(403, 'accessDenied', 'The caller has no role for referrals.');
}

function unauthorized(): StandInAnswer {
  return refusal(401, 'unAuthorized', 'Caller is not authorized to access the resource.', {
    code: 'innerErrorCode',
    message: 'Unauthorized referral access',
  });
}

function challenge(): string {
  const claims = Buffer.from(JSON.stringify({ access_token: { amr: { essential: true, values: ['mfa'] } } }));
  return `Bearer realm="", error="insufficient_claims", claims="${claims.toString('base64')}"`;
}

function withoutMfa({ options: { switches } }: SignIn, host: StandInHost): StandInAnswer {
  const message = 'MFA is required for this call.';
  const answer = {
    classic: () => classicRefusal(401, NO_MFA, message),
    code: () => refusal(401, NO_MFA, message),
    inner: () => refusal(401, 'unauthenticated', message, { code: NO_MFA, message }),
    message: () => refusal(401, 'unauthenticated', `${NO_MFA}: ${message}`),
  }[host === 'referrals' ? switches.mfaCodeIn : 'classic']();
  const challenged = switches.missingClaims === 'challenge' && { 'www-authenticate': challenge() };
  return { ...answer, headers: { ...answer.headers, ...challenged, ismfacompliant: 'false' } };
}

/** Who asks to validate its MFA is told whether calls like this one pass where it is enforced. */
export function mfaAnswered(
  answer: StandInAnswer,
  { headers }: StandInRequest,
  compliant: boolean,
): StandInAnswer {
  if (headers.validatemfa !== 'true') return answer;
  return { ...answer, headers: { ...answer.headers, ismfacompliant: String(compliant) } };
}
