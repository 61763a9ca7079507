import { changeDocument } from '#app/store/changeDocument.ts';
import { leaseAfter } from '#app/store/outbox.ts';
import { CONNECTION_ID } from '#app/sync/connectionRecord.ts';
import { plusHours } from '#domain/values/instant.ts';
import type { DocumentOf } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import type { Organizations } from '#ports/organizations.ts';
import type { AccessTokens } from './accessTokens.ts';
import { type NoteDeps, noteSignedOut } from './signIn.note.ts';
import { daysSince, type TellDeps, tellOfSignIn } from './signIn.tell.ts';
import { TOKEN_ID, tokenDraft } from './tokenRecord.ts';

export interface KeepDeps extends NoteDeps, TellDeps {
  organizations: Organizations;
  tokens: AccessTokens;
}

const LOOK_HOURS = 1;
/** While something is wrong: whoever mends it shall not wait for an hour until it is said. */
const LOOK_HOURS_SOON = 1 / 6;

/**
 * Looks after a sign-in: it is used every day, even when nothing else happens, because one that nobody uses for ninety days
 * is dead; and admins are told what they must know of it.
 */
export async function keepSignIn(deps: KeepDeps, claimed: DocumentOf<'token'>): Promise<void> {
  const { partition } = claimed;
  const organization = deps.organizations.byId(partition);
  let soon = false;
  if (organization) {
    if (daysSince(deps.clock, claimed.body.renewedAt) >= 1) {
      // A token that is still good would say nothing of the sign-in.
      deps.tokens.forget(organization);
      const code = await deps.tokens.tokenFor(organization, 'referrals').then(() => undefined, signedOutCode);
      if (code !== undefined) await noteSignedOut(deps, partition, code);
    }
    const connection = await deps.store.read<'connection'>(partition, CONNECTION_ID);
    const present = await deps.store.read<'token'>(partition, TOKEN_ID);
    if (connection && present) {
      await tellOfSignIn(deps, organization, connection, present.body.renewedAt);
      soon = connection.body.signedOut !== undefined;
    }
  }
  const nextLook = plusHours(deps.clock.now().toISOString(), soon ? LOOK_HOURS_SOON : LOOK_HOURS);
  await changeDocument<'token', void>(deps, partition, TOKEN_ID, (document) => {
    if (!document) return { result: undefined };
    // Something happened meanwhile that is to be looked at now.
    const again = document.body.nextLook > claimed.body.nextLook;
    const body = again ? document.body : { ...document.body, nextLook };
    return {
      draft: tokenDraft(partition, body, leaseAfter(document.lease, claimed.lease)),
      result: undefined,
    };
  });
}

/** Why a sign-in is good for nothing; undefined where it only can't be used now. */
export function signedOutCode(error: unknown): string | undefined {
  if (!(error instanceof UnavailableError) || error.code !== 'signed-out') return undefined;
  const said = error.cause instanceof Error ? error.cause.message : String(error.cause);
  return /^[\w .-]{1,60}$/.test(said) ? said : error.code;
}
