import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { isObject, type JsonObject, parsedJson } from '#bot/demo/standIn/exchange.ts';
import type { StandInAccount } from './accounts.ts';

/** Who a token may be shown to. Referrals and webhooks lie on different hosts and want different ones. */
export const standInAudiences = {
  referrals: 'https://api.partner.microsoft.com',
  webhooks: 'https://api.partnercenter.microsoft.com',
} as const;

export interface AccessClaims {
  aud: string;
  oid: string;
  tid: string;
  appid: string;
  upn: string;
  amr: string[];
  roles: string[];
  /** Tells two tokens of one moment apart. */
  uti: string;
  /** In seconds since 1970. */
  exp: number;
}

export interface TokenMint {
  sign(claims: object): string;
  /** The claims of a token of this mint, or undefined for any other text. */
  read(token: string): JsonObject | undefined;
}

/** Signs as a stand-in: with a secret that ends with it. */
export function tokenMint(secret = randomBytes(32)): TokenMint {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const seal = (text: string) => createHmac('sha256', secret).update(text).digest('base64url');
  return {
    sign(claims) {
      const text = `${part({ typ: 'JWT', alg: 'HS256' })}.${part(claims)}`;
      return `${text}.${seal(text)}`;
    },
    read(token) {
      const [head, body, signature] = token.split('.');
      if (body === undefined || signature !== seal(`${head}.${body}`)) return undefined;
      const claims = parsedJson(Buffer.from(body, 'base64url').toString());
      return isObject(claims) ? claims : undefined;
    },
  };
}

export function accessClaims(
  account: StandInAccount,
  about: { audience: string; tenantId: string; clientId: string; expires: number; mfa: boolean },
): AccessClaims {
  return {
    aud: about.audience,
    oid: account.objectId,
    tid: about.tenantId,
    appid: about.clientId,
    upn: account.username,
    amr: about.mfa ? ['pwd', 'mfa'] : ['pwd'],
    roles: [...account.roles],
    uti: randomUUID(),
    exp: about.expires,
  };
}
