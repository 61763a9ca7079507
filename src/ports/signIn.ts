import type { Organization } from './organizations.ts';

/** What a token is for; each service takes only its own. */
export type TokenAudience = 'referrals' | 'webhooks';

/** Where somebody goes with which code to sign in. */
export interface DevicePrompt {
  address: string;
  code: string;
  /** How long the code is good for. */
  minutes: number;
}

/** Whom Partner Center sees. */
export interface SignInAccount {
  name: string;
  username: string;
  tenantId: string;
}

export interface AccessToken {
  token: string;
  /** Milliseconds for which it is good from now on. */
  lifetime: number;
}

/**
 * How signing in or renewing ended. `kept`: what renews it later, opaque; whoever has it is signed in. `code` of a refusal:
 * `declined`, `expired` or `cancelled` of a device code, else the number of Entra (`AADSTS700082`) or its word
 * (`invalid_grant`).
 */
export type SignInOutcome =
  | { kind: 'signed-in'; account: SignInAccount; kept: string; access: AccessToken }
  | { kind: 'refused'; code: string };

/**
 * Signs accounts of organizations in, with delegated rights only. Throws `UnavailableError` when nobody answers, or not
 * yet (throttled, failing).
 */
export interface AccountSignIn {
  /** By device code: somebody signs in elsewhere while this waits, until `enough`. */
  begin(
    organization: Organization,
    show: (prompt: DevicePrompt) => void,
    enough?: AbortSignal,
  ): Promise<SignInOutcome>;
  /** A new token for one audience; what was kept before is not to be used again. */
  renew(organization: Organization, kept: string, audience: TokenAudience): Promise<SignInOutcome>;
}
