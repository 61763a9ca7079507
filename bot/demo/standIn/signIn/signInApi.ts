import { jsonAnswer, type StandInAnswer, type StandInRequest } from '#bot/demo/standIn/exchange.ts';
import { instances, isTenant, openIdConfiguration } from './discovery.ts';
import { entraRefusal } from './entraErrors.ts';
import { olderToken, token } from './grants.ts';
import { clientProblem, resourceOf, scopesIn, unknownResource } from './scopes.ts';
import type { SignIn } from './signIn.ts';

/** Answers what lies below a tenant, or undefined for what is nothing of the sign-in. */
export function answerSignIn(
  signIn: SignIn,
  request: StandInRequest,
  { authority, devicePage }: { authority: string; devicePage: string },
): StandInAnswer | undefined {
  const { pathname, searchParams } = new URL(request.url, authority);
  if (pathname === '/common/discovery/instance') return instances(signIn, searchParams, authority);
  const [, tenant = '', rest] =
    /^\/([^/]+)\/(v2\.0\/\.well-known\/.*|oauth2\/.*|discovery\/.*)$/.exec(pathname) ?? [];
  if (rest === undefined) return undefined;
  if (!isTenant(signIn, tenant)) {
    return entraRefusal('invalid_tenant', 90002, `Tenant '${tenant}' not found.`);
  }
  if (rest === 'v2.0/.well-known/openid-configuration') {
    return jsonAnswer(200, openIdConfiguration(signIn, tenant, authority));
  }
  if (rest === 'discovery/v2.0/keys') return jsonAnswer(200, { keys: [] });
  if (request.method !== 'POST') return undefined;
  const form = new URLSearchParams(request.body);
  if (rest === 'oauth2/v2.0/devicecode') return deviceCode(signIn, form, devicePage);
  if (rest === 'oauth2/v2.0/token') return token(signIn, form);
  return rest === 'oauth2/token' ? olderToken(signIn, form) : undefined;
}

function deviceCode(signIn: SignIn, form: URLSearchParams, devicePage: string): StandInAnswer {
  const wrong = clientProblem(signIn, form);
  if (wrong) return wrong;
  const scopes = scopesIn(form);
  if (resourceOf(scopes) === undefined) return unknownResource(scopes);
  const code = signIn.begin(scopes);
  return jsonAnswer(200, {
    user_code: code.userCode,
    device_code: code.deviceCode,
    verification_uri: devicePage,
    expires_in: 900,
    interval: signIn.options.pollSeconds,
    message: `To sign in to the stand-in, open ${devicePage} in a browser and enter the code ${code.userCode}.`,
  });
}
