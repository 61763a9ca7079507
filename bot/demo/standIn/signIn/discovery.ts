import { jsonAnswer, type StandInAnswer } from '#bot/demo/standIn/exchange.ts';
import { entraRefusal } from './entraErrors.ts';
import type { SignIn } from './signIn.ts';

/** The organization's own, or what stands for any. */
export function isTenant({ options: { tenantId } }: SignIn, tenant: string): boolean {
  return [tenantId, 'common', 'organizations'].includes(tenant.toLowerCase());
}

/** Whether the host of an address is one that signs in. */
export function instances({ options }: SignIn, query: URLSearchParams, authority: string): StandInAnswer {
  if (options.switches.instanceDiscovery === 'unknown') {
    return entraRefusal('invalid_instance', 50049, 'Unknown or invalid instance.');
  }
  const { host } = new URL(query.get('authorization_endpoint') ?? authority);
  return jsonAnswer(200, {
    tenant_discovery_endpoint: `${authority}/${options.tenantId}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  });
}

export function openIdConfiguration(
  { options: { tenantId } }: SignIn,
  tenant: string,
  authority: string,
): object {
  const base = `${authority}/${tenant}`;
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${authority}/${tenantId}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'preferred_username', 'name', 'tid', 'oid'],
  };
}
