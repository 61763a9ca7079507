import { jsonAnswer, type StandInAnswer } from '#bot/demo/standIn/exchange.ts';
import type { StandInAccount } from './accounts.ts';
import {
  codeExpired,
  codeUnknown,
  declined,
  entraRefusal,
  mfaNeeded,
  pending,
  revoked,
  slowDown,
} from './entraErrors.ts';
import { clientProblem, isAudience, resourceOf, scopesIn, unknownResource } from './scopes.ts';
import type { SignIn } from './signIn.ts';
import { standInAudiences } from './tokens.ts';

/** MSAL sends the short name, the standard has the long one; Entra ID takes both. */
const DEVICE_CODE = ['device_code', 'urn:ietf:params:oauth:grant-type:device_code'];

/** Answers the endpoint of tokens. */
export function token(signIn: SignIn, form: URLSearchParams): StandInAnswer {
  const wrong = clientProblem(signIn, form);
  if (wrong) return wrong;
  const grant = form.get('grant_type');
  if (DEVICE_CODE.includes(grant ?? '')) return byDeviceCode(signIn, form);
  if (grant === 'refresh_token') return byRefreshToken(signIn, form);
  // By password nobody has a second factor.
  if (grant === 'password') return mfaNeeded();
  return entraRefusal('unsupported_grant_type', 70003, `The grant '${grant}' is not supported.`);
}

function byDeviceCode(signIn: SignIn, form: URLSearchParams): StandInAnswer {
  const code = signIn.codeOf(form.get('device_code') ?? '');
  if (!code) return codeUnknown();
  const now = signIn.options.now().getTime();
  if (now >= code.expires * 1000) return codeExpired();
  if (signIn.toSlowDown > 0) {
    signIn.toSlowDown--;
    return slowDown();
  }
  // Half of the pause is forgiven: timers are not exact.
  const tooSoon = now - code.askedAt < signIn.options.pollSeconds * 500;
  code.askedAt = now;
  if (code.state === 'declined') return declined();
  if (code.state === 'waiting') return tooSoon ? slowDown() : pending();
  signIn.forget(code);
  return tokens(signIn, code.state.account, code.scopes);
}

function byRefreshToken(signIn: SignIn, form: URLSearchParams): StandInAnswer {
  const old = form.get('refresh_token') ?? '';
  const account = signIn.refreshed(old);
  if (!account) return revoked();
  if (signIn.mfaLost === 'at-renewal' || signIn.mfaLost === 'both') return mfaNeeded();
  const scopes = scopesIn(form);
  if (resourceOf(scopes) === undefined) return unknownResource(scopes);
  if (signIn.options.switches.oldRefreshToken === 'dies') signIn.endRefresh(old);
  return tokens(signIn, account, scopes);
}

function tokens(signIn: SignIn, account: StandInAccount, scopes: string[]): StandInAnswer {
  const { tenantId, clientId, tokenSeconds, now } = signIn.options;
  const audience = resourceOf(scopes) ?? standInAudiences.referrals;
  const issued = Math.floor(now().getTime() / 1000);
  const idToken = signIn.mint.sign({
    aud: clientId,
    iss: `https://stand-in/${tenantId}/v2.0`,
    iat: issued,
    nbf: issued,
    exp: issued + tokenSeconds,
    name: account.name,
    oid: account.objectId,
    preferred_username: account.username,
    sub: account.objectId,
    tid: tenantId,
    ver: '2.0',
  });
  const info = { uid: account.objectId, utid: tenantId };
  return jsonAnswer(200, {
    token_type: 'Bearer',
    scope: `${audience}/user_impersonation ${audience}/.default`,
    expires_in: tokenSeconds,
    ext_expires_in: tokenSeconds,
    access_token: signIn.accessToken(account, audience),
    refresh_token: signIn.issueRefresh(account),
    id_token: idToken,
    client_info: Buffer.from(JSON.stringify(info)).toString('base64url'),
  });
}

/** The form of the older sign-in, which names a resource and counts in texts. */
export function olderToken(signIn: SignIn, form: URLSearchParams): StandInAnswer {
  const wrong = clientProblem(signIn, form);
  if (wrong) return wrong;
  if (form.get('grant_type') === 'password') return mfaNeeded();
  const account = signIn.refreshed(form.get('refresh_token') ?? '');
  if (!account) return revoked();
  const resource = form.get('resource') ?? '';
  if (!isAudience(resource)) return unknownResource([resource]);
  const { tokenSeconds, now } = signIn.options;
  const issued = Math.floor(now().getTime() / 1000);
  return jsonAnswer(200, {
    token_type: 'Bearer',
    expires_in: String(tokenSeconds),
    ext_expires_in: String(tokenSeconds),
    expires_on: String(issued + tokenSeconds),
    not_before: String(issued - 300),
    resource,
    access_token: signIn.accessToken(account, resource),
    refresh_token: signIn.issueRefresh(account),
  });
}
