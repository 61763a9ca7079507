import { type JsonObject, parsedJson } from '#bot/demo/standIn/exchange.ts';
import type { StandInAccount } from '#bot/demo/standIn/signIn/accounts.ts';
import type { Asked, AskedStandIn } from './asking.ts';

export const SCOPE = 'https://api.partner.microsoft.com/.default offline_access openid profile';

/** Posts a form to the sign-in, below the tenant. */
export async function posted(
  standIn: AskedStandIn,
  path: string,
  fields: Record<string, string>,
): Promise<Asked> {
  const answer = await standIn.handle({
    method: 'POST',
    url: `/${standIn.tenantId}/${path}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ client_id: standIn.clientId, ...fields }).toString(),
  });
  return { ...answer, body: parsedJson(String(answer.body)) as JsonObject };
}

export const beginSignIn = (standIn: AskedStandIn): Promise<Asked> =>
  posted(standIn, 'oauth2/v2.0/devicecode', { scope: SCOPE });

export const polled = (standIn: AskedStandIn, deviceCode: unknown): Promise<Asked> =>
  posted(standIn, 'oauth2/v2.0/token', {
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    device_code: String(deviceCode),
    scope: SCOPE,
  });

export const refreshedBy = (standIn: AskedStandIn, token: string, scope = SCOPE): Promise<Asked> =>
  posted(standIn, 'oauth2/v2.0/token', { grant_type: 'refresh_token', refresh_token: token, scope });

/** The tokens of an account that entered the code. */
export async function signedIn(standIn: AskedStandIn, as?: StandInAccount): Promise<JsonObject> {
  const { body } = await beginSignIn(standIn);
  standIn.signIn.approve(String(body.user_code), as);
  return (await polled(standIn, body.device_code)).body;
}
