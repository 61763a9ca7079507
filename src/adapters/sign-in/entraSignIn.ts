import type { AccountInfo, AuthenticationResult, PublicClientApplication } from '@azure/msal-node';
import { UnavailableError } from '#ports/errors.ts';
import type { Organization } from '#ports/organizations.ts';
import type { AccountSignIn, SignInAccount, SignInOutcome, TokenAudience } from '#ports/signIn.ts';
import { createNetwork, type EntraRefusal, type Pause, type SignInNetwork } from './network.ts';

interface EntraOptions {
  /** Such as `https://login.microsoftonline.com`; the tenant is added. */
  authority: string;
  clientId: string;
  scopes: Readonly<Record<TokenAudience, string>>;
  /** Certificates that are trusted. */
  roots: readonly string[];
  /** How it waits where it is told to slow down. */
  pause?: Pause;
}

/** Signs in with Microsoft's MSAL, which is loaded when it is first needed. */
export function createEntraSignIn(options: EntraOptions): AccountSignIn {
  return {
    async begin(organization, show, enough) {
      return await ask(options, organization, async (client) => {
        const asked = {
          scopes: [options.scopes.referrals],
          cancel: false,
          deviceCodeCallback: (said: { verificationUri: string; userCode: string; expiresIn: number }) =>
            show({
              address: said.verificationUri,
              code: said.userCode,
              minutes: Math.floor(said.expiresIn / 60),
            }),
        };
        // MSAL looks at it before each time it asks.
        const cancel = () => {
          asked.cancel = true;
        };
        enough?.addEventListener('abort', cancel);
        try {
          return await client.acquireTokenByDeviceCode(asked);
        } finally {
          enough?.removeEventListener('abort', cancel);
        }
      });
    },
    async renew(organization, kept, audience) {
      return await ask(options, organization, async (client) => {
        client.getTokenCache().deserialize(kept);
        const [account] = await client.getTokenCache().getAllAccounts();
        if (!account) return undefined;
        return await client.acquireTokenSilent({
          account,
          scopes: [options.scopes[audience]],
          forceRefresh: true,
        });
      });
    },
  };
}

/** One use of MSAL: each has a client of its own, so that nothing is remembered but what is kept. */
async function ask(
  { authority, clientId, roots, pause }: EntraOptions,
  { partnerCenter = {}, tenantIds: [tenantId = 'organizations'] }: Organization,
  work: (client: PublicClientApplication) => Promise<AuthenticationResult | null | undefined>,
): Promise<SignInOutcome> {
  const { LogLevel, PublicClientApplication } = await import('@azure/msal-node');
  const network = createNetwork(roots, pause);
  const client = new PublicClientApplication({
    auth: {
      clientId: partnerCenter.clientId ?? clientId,
      authority: `${authority}/${partnerCenter.tenantId ?? tenantId}`,
      knownAuthorities: [new URL(authority).host],
    },
    system: {
      networkClient: network,
      loggerOptions: { loggerCallback: () => undefined, logLevel: LogLevel.Error, piiLoggingEnabled: false },
    },
  });
  try {
    const result = await work(client);
    if (!result?.account) return { kind: 'refused', code: 'no-account' };
    return {
      kind: 'signed-in',
      account: accountOf(result.account),
      kept: withoutAccessTokens(client.getTokenCache().serialize()),
      access: { token: result.accessToken, lifetime: lifetimeOf(result) },
    };
  } catch (error) {
    return { kind: 'refused', code: codeOf(error, network) };
  }
}

/** Why it did not work; throws where nobody answered, or what happened is no answer at all. */
function codeOf(error: unknown, network: SignInNetwork): string {
  const failure = network.failure();
  if (failure) throw failure;
  const refusal = network.refusal();
  const { errorCode } = error as { errorCode?: string };
  if (errorCode === 'device_code_polling_cancelled') return 'cancelled';
  if (errorCode === 'device_code_expired') return 'expired';
  if (refusal && temporary.has(refusal.error)) throw new UnavailableError('sign-in-away', { cause: error });
  if (refusal) return wordOf(refusal);
  // What MSAL itself finds to be missing, such as a refresh token that it knows to be too old.
  if (errorCode) return errorCode;
  throw error;
}

const temporary = new Set(['temporarily_unavailable', 'server_error']);
const ofDeviceCodes: Readonly<Record<string, string>> = {
  authorization_declined: 'declined',
  access_denied: 'declined',
  expired_token: 'expired',
  code_expired: 'expired',
};

function wordOf({ error, number }: EntraRefusal): string {
  return ofDeviceCodes[error] ?? (number ? `AADSTS${number}` : error);
}

function accountOf({ name, username, tenantId }: AccountInfo): SignInAccount {
  return { name: name ?? username, username, tenantId };
}

function lifetimeOf({ expiresOn }: AuthenticationResult): number {
  return Math.max(0, (expiresOn?.getTime() ?? 0) - Date.now());
}

/** They are kept apart, with the time by our own clock. */
function withoutAccessTokens(cache: string): string {
  return JSON.stringify({ ...JSON.parse(cache), AccessToken: {} });
}
