import { randomUUID } from 'node:crypto';
import { createKeyVault } from '#adapters/key-vault/keyVault.ts';
import { createHttpsClient, type HttpsClient } from '#adapters/partner-center/api/httpsClient.ts';
import { createPartnerCenterApi } from '#adapters/partner-center/api/partnerCenterApi.ts';
import { createWebhookClient, type WebhookClient } from '#adapters/partner-center/api/webhookClient.ts';
import { createWebhookVerifier } from '#adapters/partner-center/api/webhookVerifier.ts';
import { createEntraSignIn } from '#adapters/sign-in/entraSignIn.ts';
import { createSealedVault } from '#adapters/sign-in/sealedVault.ts';
import { certificatesIn, usualRoots } from '#adapters/system/trustedRoots.ts';
import { patientStore } from '#app/store/patientStore.ts';
import { type AccessTokens, createAccessTokens, type TokenDeps } from '#app/sync/signIn/accessTokens.ts';
import { createConnections } from '#app/sync/signIn/connections.ts';
import { createKnownConnections } from '#app/sync/signIn/knownConnections.ts';
import { watchedApi } from '#app/sync/watchedApi.ts';
import type { Clock } from '#ports/clock.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';
import type { Organization, Organizations } from '#ports/organizations.ts';
import type { Connections, PartnerCenterApi } from '#ports/partnerCenterApi.ts';
import type { TokenVault } from '#ports/tokenVault.ts';
import type { WebhookVerifier } from '#ports/webhookVerifier.ts';
import type { Config } from './config/config.ts';
import type { PartnerCenterConfig } from './config/partnerCenterSettings.ts';
import type { Tracing } from './telemetry/tracing.ts';

interface Given {
  store: AnyDocumentStore;
  clock: Clock;
  wake: () => void;
  organizations: Organizations;
  tracing: Tracing;
  /** Under which sign-ins are kept in the store, at the moment. */
  tokenKeys: () => readonly string[];
}

/** What speaks to Partner Center for this deployment's organizations. */
export interface ComposedConnections {
  connections: Connections;
  /** Absent where none can be connected, like what follows. */
  access?: PartnerCenterAccess | undefined;
  /** What goes out for an organization, once it is connected; undefined where none can be. */
  modeFor(organization: string): 'read' | 'write' | undefined;
  /** Looks up who is connected. */
  look(): Promise<void>;
  close(): void;
}

/** Signing in, tokens, and the API with a token. */
export interface PartnerCenterAccess {
  deps: TokenDeps;
  tokens: AccessTokens;
  apiWith(token: TokenSource): PartnerCenterApi;
  webhooksWith(token: TokenSource): WebhookClient;
  /** Checks what says that Partner Center sent it. */
  verifier: WebhookVerifier;
  /** For what is asked once, beside the API. */
  http: HttpsClient;
  close(): void;
}

type TokenSource = (refused?: string) => Promise<string>;

/** The connections of a configuration; without settings for them nobody is connected. */
export function composeConnections(config: Config, given: Given): ComposedConnections {
  const { partnerCenter } = config;
  if (!partnerCenter) {
    return {
      connections: { modeOf: () => 'none', open: async () => undefined },
      modeFor: () => undefined,
      look: async () => {},
      close: () => {},
    };
  }
  const { organizations, tracing } = given;
  const access = openPartnerCenter(partnerCenter, given);
  const modeFor = (id: string) => modeOfOrganization(partnerCenter, organizations.byId(id));
  const known = createKnownConnections(given, modeFor);
  return {
    connections: createConnections({
      ...given,
      tokens: access.tokens,
      known,
      createApi: (_organization, token) =>
        watchedApi(access.apiWith(token), (request) =>
          tracing.span({ name: 'partner-center', kind: 'client' }, request),
        ),
    }),
    access,
    modeFor,
    async look() {
      await Promise.all(organizations.all().map(({ id }) => known.look(id)));
    },
    close: access.close,
  };
}

/** An organization's own mode, else the deployment's; where the deployment only reads, all do. */
function modeOfOrganization(
  { mode }: PartnerCenterConfig,
  organization: Organization | undefined,
): 'read' | 'write' {
  return mode === 'read' ? 'read' : (organization?.partnerCenter?.mode ?? mode);
}

/** Nothing is sent and nothing loaded before it is needed. Throws ConfigError where a file of certificates can't be read. */
export function openPartnerCenter(
  config: PartnerCenterConfig,
  { store, clock, tokenKeys }: Pick<Given, 'store' | 'clock'> & Partial<Pick<Given, 'tokenKeys'>>,
): PartnerCenterAccess {
  const { apiUrl, webhooksUrl, authority, clientId, caFile, apiScope, webhooksScope } = config;
  const trusted = certificatesIn(caFile);
  const roots = [...usualRoots(), ...trusted];
  const own = trusted.length > 0 ? { trusted: trusted.join('\n') } : {};
  const http = createHttpsClient({
    origins: [new URL(apiUrl).origin, new URL(webhooksUrl).origin],
    ...own,
  });
  const certificates = createHttpsClient({
    origins: config.certificateHosts.map((host) => `https://${host}`),
    ...own,
    within: 10_000,
    mostBytes: 64 * 1024,
  });
  const deps: TokenDeps = {
    // A new refresh token that can't be stored may be lost for good.
    store: patientStore(store, clock),
    clock,
    newId: randomUUID,
    signIn: createEntraSignIn({
      authority,
      clientId,
      roots,
      scopes: { referrals: apiScope, webhooks: webhooksScope },
    }),
    vault: vaultOf(config, roots, tokenKeys),
  };
  return {
    deps,
    tokens: createAccessTokens(deps),
    apiWith: (token) => createPartnerCenterApi({ apiUrl, token, http, clock }),
    webhooksWith: (token) => createWebhookClient({ webhooksUrl, token, http, clock }),
    http,
    verifier: createWebhookVerifier({
      http: certificates,
      certificateHosts: config.certificateHosts,
      subject: config.certificateSubject,
      ...own,
      clock,
    }),
    close() {
      http.close();
      certificates.close();
    },
  };
}

/** Where sign-ins are kept. `roots`: certificates that are trusted; `tokenKeys`: keys that may change. */
export function vaultOf(
  { vault }: PartnerCenterConfig,
  roots: readonly string[],
  tokenKeys?: () => readonly string[],
): TokenVault {
  return vault.kind === 'store'
    ? createSealedVault(tokenKeys ?? (() => vault.keys))
    : createKeyVault({ url: vault.url, roots });
}

/** Where no organization can be connected, nothing is signed for any. */
export const nobodySigns: WebhookVerifier = { verify: async () => ({ ok: false, reason: 'not-connected' }) };
