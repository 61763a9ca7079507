import type { Instant } from '#domain/values/instant.ts';
import type { DraftOf, Lease } from '#ports/documents.ts';
import type { AccessToken, TokenAudience } from '#ports/signIn.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    token: TokenRecord;
  }
}

/** The sign-in of an organization. Nothing in it can be read without the vault. One document an organization. */
export interface TokenRecord {
  /** What the vault gave for it: sealed, or where it is. */
  held: string;
  /** When it was renewed last. */
  renewedAt: Instant;
  /** Who is renewing it at the moment, so that nobody else does. */
  renewing?: { owner: string; until: Instant } | undefined;
  /** The last time it could not be renewed because Entra said no; absent since it could. */
  refused?: { code: string; at: Instant } | undefined;
  /** When somebody looks whether it must be renewed, and whether admins must be told. */
  nextLook: Instant;
}

/** What the vault keeps: whoever reads it is signed in. */
export interface SignInContent {
  /** What renews it, as the sign-in gave it. */
  kept: string;
  access: Partial<Record<TokenAudience, { token: string; until: Instant }>>;
}

/** A token is not handed out so shortly before its end. */
const SPARE = 5 * 60_000;

export const TOKEN_ID = 'token';

/** The document of a sign-in; due when somebody looks after it. */
export function tokenDraft(
  organization: string,
  record: TokenRecord,
  lease?: Lease | undefined,
): DraftOf<'token'> {
  return {
    partition: organization,
    id: TOKEN_ID,
    kind: 'token',
    schema: 1,
    dueAt: lease?.until ?? record.nextLook,
    lease,
    body: record,
  };
}

/** The content with one token more, and until when it is handed out. */
export function withAccess(
  { access }: Pick<SignInContent, 'access'>,
  kept: string,
  audience: TokenAudience,
  { token, lifetime }: AccessToken,
  now: Date,
): SignInContent {
  const until = new Date(now.getTime() + lifetime - Math.min(SPARE, lifetime / 5)).toISOString();
  return { kept, access: { ...access, [audience]: { token, until } } };
}
