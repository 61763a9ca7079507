import { changeDocument } from '#app/store/changeDocument.ts';
import { CONNECTION_ID, type ConnectionRecord, connectionDraft } from '#app/sync/connectionRecord.ts';
import type { Organization } from '#ports/organizations.ts';
import type { DevicePrompt, SignInAccount } from '#ports/signIn.ts';
import type { TokenDeps } from './accessTokens.ts';
import { keepContent } from './signInVault.ts';
import { type SignInContent, TOKEN_ID, tokenDraft, withAccess } from './tokenRecord.ts';

/** A sign-in that worked. Nothing is kept of it before `keep`, so that it can be tried first. */
export interface NewSignIn {
  kind: 'signed-in';
  account: SignInAccount;
  /** For referrals, good for about an hour. */
  token: string;
  /**
   * Connects the organization with it: a bot that runs begins within seconds. What was read before stays true where the
   * account is of the same tenant; of another one everything is read anew.
   */
  keep(): Promise<void>;
}

/** Has somebody sign an organization in by device code. */
export async function beginSignIn(
  deps: TokenDeps,
  organization: Organization,
  show: (prompt: DevicePrompt) => void,
  enough?: AbortSignal,
): Promise<NewSignIn | { kind: 'refused'; code: string }> {
  const outcome = await deps.signIn.begin(organization, show, enough);
  if (outcome.kind === 'refused') return outcome;
  const { account, kept, access } = outcome;
  const content = withAccess({ access: {} }, kept, 'referrals', access, deps.clock.now());
  return {
    kind: 'signed-in',
    account,
    token: access.token,
    keep: () => connect(deps, organization, account, content),
  };
}

async function connect(
  deps: TokenDeps,
  { id }: Organization,
  account: SignInAccount,
  content: SignInContent,
): Promise<void> {
  const held = await keepContent(deps, id, content);
  const at = deps.clock.now().toISOString();
  await changeDocument<'token', void>(deps, id, TOKEN_ID, (document) => ({
    draft: tokenDraft(id, { held, renewedAt: at, nextLook: at }, document?.lease),
    result: undefined,
  }));
  await changeDocument<'connection', void>(deps, id, CONNECTION_ID, (document) => {
    // What another tenant's account read is nothing that this one would have read.
    const before = document?.body.account.tenantId === account.tenantId ? document.body : undefined;
    const record: ConnectionRecord = {
      ...(before ?? { quietPolls: 0, importing: { startedAt: at, read: 0, pending: 0, failed: 0 } }),
      account,
      connectedAt: at,
      usedAt: at,
      nextPoll: at,
      signedOut: undefined,
      failing: undefined,
    };
    return { draft: connectionDraft(id, record, document?.lease), result: undefined };
  });
}
