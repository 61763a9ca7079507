import { refusalOfApp } from '#adapters/sign-in/appToken.ts';
import { usualRoots } from '#adapters/system/trustedRoots.ts';
import { UnavailableError } from '#ports/errors.ts';
import type { ProveApp } from './config/identity/proveIdentity.ts';

/** Where apps get their tokens. */
export interface SignInPlace {
  authority: string;
  /** Certificates that are trusted beside the usual ones. */
  roots: readonly string[];
}

/** That of Microsoft. */
export const microsoft: SignInPlace = { authority: 'https://login.microsoftonline.com', roots: [] };

const WITHIN = 10_000;
const SCOPE = 'https://api.botframework.com/.default';
/** The tenant in which apps of many tenants get their tokens. */
const MULTI_TENANT = 'botframework.com';

/** Asks for a token as the bot does before it sends, and forgets it. */
export function createProveApp({ authority, roots }: SignInPlace): ProveApp {
  return async ({ id: clientId, type, password: secret = '', tenantId = MULTI_TENANT }) => {
    if (type.toLowerCase() === 'userassignedmsi') {
      const { tokenOfManagedIdentity } = await import('./teams/sending/managedIdentity.ts');
      await answeredInTime(tokenOfManagedIdentity(clientId));
      return undefined;
    }
    const trusted = [...usualRoots(), ...roots];
    return refusalOfApp({ authority, roots: trusted, tenantId, clientId, secret, scope: SCOPE });
  };
}

/** Throws UnavailableError where there is no answer within ten seconds. */
export async function answeredInTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new UnavailableError('no-answer', { words: 'no answer in time' })),
      WITHIN,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
