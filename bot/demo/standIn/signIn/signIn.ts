import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Switches } from '#bot/demo/standIn/switches.ts';
import { type StandInAccount, standInAccounts } from './accounts.ts';
import { accessClaims, type TokenMint, tokenMint } from './tokens.ts';

export interface SignInOptions {
  tenantId: string;
  clientId: string;
  now: () => Date;
  switches: Switches;
  accounts?: readonly StandInAccount[];
  /** Whether each code is entered by the first account at once, so that nobody needs to. */
  autoApprove?: boolean;
  /** How long an access token lives. */
  tokenSeconds?: number;
  /** How long a client shall wait between two questions. */
  pollSeconds?: number;
}

export interface DeviceCode {
  deviceCode: string;
  userCode: string;
  expires: number;
  scopes: string[];
  state: 'waiting' | 'declined' | { account: StandInAccount };
  askedAt: number;
}

/** Where a lost MFA shows: when a token is renewed, at a call of the API, or at both. */
export type MfaLoss = 'at-renewal' | 'at-call' | 'both';

/** What a test, the demo or the page does to the sign-in. */
export interface SignInDesk {
  accounts: readonly StandInAccount[];
  /** Enters a code, the latest where none is named, as the account that is named, else as the first. */
  approve(userCode?: string, as?: StandInAccount): void;
  deny(userCode?: string): void;
  /** Waiting codes, the latest last. */
  waiting(): DeviceCode[];
  revokeRefreshTokens(): void;
  loseMfa(where?: MfaLoss): void;
  restoreMfa(): void;
  /** The next polls are told to slow down. */
  slowDown(times: number): void;
}

export interface SignIn extends SignInDesk {
  options: Required<Omit<SignInOptions, 'accounts'>>;
  mint: TokenMint;
  begin(scopes: string[]): DeviceCode;
  codeOf(deviceCode: string): DeviceCode | undefined;
  forget(code: DeviceCode): void;
  issueRefresh(account: StandInAccount): string;
  refreshed(token: string): StandInAccount | undefined;
  endRefresh(token: string): void;
  accessToken(account: StandInAccount, audience: string): string;
  mfaLost: MfaLoss | undefined;
  toSlowDown: number;
}

export function signInOf(given: SignInOptions): SignIn {
  const { accounts = standInAccounts } = given;
  const options = { autoApprove: false, tokenSeconds: 3600, pollSeconds: 1, ...given };
  const codes = new Map<string, DeviceCode>();
  const refresh = new Map<string, StandInAccount>();
  const mint = tokenMint();
  const seconds = () => Math.floor(options.now().getTime() / 1000);
  const waiting = () =>
    [...codes.values()].filter(({ state, expires }) => state === 'waiting' && expires > seconds());
  const named = (userCode?: string) =>
    userCode === undefined
      ? waiting().at(-1)
      : waiting().find((code) => code.userCode === userCode.trim().toUpperCase());
  const decide = (userCode: string | undefined, state: DeviceCode['state']) => {
    const code = named(userCode);
    if (!code) throw new Error('no such code is waiting');
    code.state = state;
  };
  const [first] = accounts;
  if (!first) throw new Error('the stand-in needs an account');
  return {
    options,
    accounts,
    mint,
    waiting,
    mfaLost: undefined,
    toSlowDown: 0,
    approve: (userCode, as = first) => decide(userCode, { account: as }),
    deny: (userCode) => decide(userCode, 'declined'),
    revokeRefreshTokens: () => refresh.clear(),
    loseMfa(where = 'both') {
      this.mfaLost = where;
    },
    restoreMfa() {
      this.mfaLost = undefined;
    },
    slowDown(times) {
      this.toSlowDown = times;
    },
    begin(scopes) {
      const code: DeviceCode = {
        deviceCode: randomBytes(32).toString('base64url'),
        userCode: Array.from({ length: 9 }, () => 'BCDFGHJKLMNPQRSTVWXZ'[randomInt(20)]).join(''),
        expires: seconds() + 900,
        scopes,
        state: options.autoApprove ? { account: first } : 'waiting',
        askedAt: 0,
      };
      codes.set(code.deviceCode, code);
      return code;
    },
    codeOf: (deviceCode) => codes.get(deviceCode),
    forget: ({ deviceCode }) => codes.delete(deviceCode),
    issueRefresh(account) {
      const token = `0.${randomUUID()}.${randomBytes(24).toString('base64url')}`;
      refresh.set(token, account);
      return token;
    },
    refreshed: (token) => refresh.get(token),
    endRefresh: (token) => void refresh.delete(token),
    accessToken(account, audience) {
      const { tenantId, clientId, tokenSeconds } = options;
      const mfa = account.mfa && this.mfaLost !== 'at-call' && this.mfaLost !== 'both';
      const expires = seconds() + tokenSeconds;
      return mint.sign(accessClaims(account, { audience, tenantId, clientId, expires, mfa }));
    },
  };
}
