import { randomBytes, randomUUID } from 'node:crypto';
import { createSealedVault } from '#adapters/sign-in/sealedVault.ts';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { systemClock } from '#adapters/system/clock.ts';
import { createAccessTokens, type TokenDeps } from '#app/sync/signIn/accessTokens.ts';
import { beginSignIn } from '#app/sync/signIn/partnerCenter.connect.ts';
import type { Clock } from '#ports/clock.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';
import type { AccountSignIn } from '#ports/signIn.ts';
import { type SigningIn, signInAt } from './signingIn.ts';

export const vaultKey = (): string => randomBytes(32).toString('base64');

/** What one process has to do with sign-ins; its own sign-in, and how often it asked for a new token. */
export interface OneProcess {
  deps: TokenDeps;
  tokens: ReturnType<typeof createAccessTokens>;
  renewals: () => number;
}

export function oneProcess(
  { standIn }: SigningIn,
  { store, keys, clock = systemClock }: { store: AnyDocumentStore; keys: readonly string[]; clock?: Clock },
): OneProcess {
  let renewals = 0;
  const inner = signInAt(standIn);
  const signIn: AccountSignIn = {
    begin: inner.begin,
    renew: async (...given) => {
      renewals++;
      return await inner.renew(...given);
    },
  };
  const deps = { store, clock, newId: randomUUID, signIn, vault: createSealedVault(() => keys) };
  return { deps, tokens: createAccessTokens(deps), renewals: () => renewals };
}

export function fileStore(file: string): AnyDocumentStore {
  return openSqliteStore({ file });
}

/** Connects the organization as the command does: the account of the stand-in enters the code at once. */
export async function connect({ standIn, organization }: SigningIn, { deps }: OneProcess): Promise<void> {
  const outcome = await beginSignIn(deps, organization, () => standIn.signIn.approve());
  if (outcome.kind !== 'signed-in') throw new Error(outcome.code);
  await outcome.keep();
}
