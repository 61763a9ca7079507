import { UnavailableError } from '#ports/errors.ts';
import { createNetwork } from './network.ts';

interface AppIdentity {
  /** Such as `https://login.microsoftonline.com`; the tenant is added. */
  authority: string;
  tenantId: string;
  clientId: string;
  secret: string;
  /** What the token is for. */
  scope: string;
  /** Certificates that are trusted. */
  roots: readonly string[];
}

/**
 * Asks for a token with an app's own secret and forgets it: undefined where one was given, else the number of Entra
 * (`AADSTS7000215`) or its word. Throws UnavailableError where nobody answers.
 */
export async function refusalOfApp(identity: AppIdentity): Promise<string | undefined> {
  const { authority, tenantId, clientId, secret, scope, roots } = identity;
  const { ConfidentialClientApplication, LogLevel } = await import('@azure/msal-node');
  const network = createNetwork(roots);
  const client = new ConfidentialClientApplication({
    auth: {
      clientId,
      clientSecret: secret,
      authority: `${authority}/${tenantId}`,
      knownAuthorities: [new URL(authority).host],
    },
    system: {
      networkClient: network,
      loggerOptions: { loggerCallback: () => undefined, logLevel: LogLevel.Error, piiLoggingEnabled: false },
    },
  });
  try {
    await client.acquireTokenByClientCredential({ scopes: [scope] });
    return undefined;
  } catch (error) {
    const failure = network.failure();
    if (failure) throw failure;
    const refusal = network.refusal();
    if (refusal) return refusal.number ? `AADSTS${refusal.number}` : refusal.error;
    const { errorCode } = error as { errorCode?: string };
    // What MSAL itself stumbles over, such as an answer of somebody else on the way.
    if (errorCode) throw new UnavailableError('sign-in-away', { cause: error });
    throw error;
  }
}
