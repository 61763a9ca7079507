import { changeDocument } from '#app/store/changeDocument.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentOf, DocumentStore } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import type { Organization } from '#ports/organizations.ts';
import type { AccountSignIn, TokenAudience } from '#ports/signIn.ts';
import type { TokenVault } from '#ports/tokenVault.ts';
import { contentOf, keepContent } from './signInVault.ts';
import { type SignInContent, TOKEN_ID, type TokenRecord, tokenDraft, withAccess } from './tokenRecord.ts';

export interface TokenDeps {
  store: DocumentStore;
  clock: Clock;
  newId: () => string;
  signIn: AccountSignIn;
  vault: TokenVault;
}

/** Tokens for calls to Partner Center. */
export interface AccessTokens {
  /**
   * A token that is good for some minutes at least. `refused`: one that was not taken, and is not to be given again. Throws
   * `UnavailableError('signed-out')` where the sign-in is good for nothing any more; the cause says why.
   */
  tokenFor(organization: Organization, audience: TokenAudience, refused?: string): Promise<string>;
  /** What this process remembers of an organization's tokens counts no more; what is stored does. */
  forget(organization: Organization): void;
}

/** Longer than asking for a token takes at worst. */
const RENEWING = 60_000;
const PAUSE = 250;
/** How often Entra is asked again after a no: a policy may have been mended without a new sign-in. */
const AGAIN = 5 * 60_000;
const TURNS = 300;

/** Why nobody is signed in. */
function signedOut(code: string): UnavailableError {
  return new UnavailableError('signed-out', { cause: new Error(code) });
}

/**
 * The tokens of all organizations: remembered in this process, else read from the store, where another process may have
 * put a newer one, else renewed by one process at a time.
 */
export function createAccessTokens(deps: TokenDeps): AccessTokens {
  const remembered = new Map<string, Access>();
  const underWay = new Map<string, Promise<Access>>();
  const together = async (key: string, get: () => Promise<Access>): Promise<Access> => {
    const going = underWay.get(key) ?? get().finally(() => underWay.delete(key));
    underWay.set(key, going);
    const access = await going;
    remembered.set(key, access);
    return access;
  };
  return {
    forget({ id }) {
      for (const key of remembered.keys()) if (key.endsWith(` ${id}`)) remembered.delete(key);
    },
    async tokenFor(organization, audience, refused) {
      const key = `${audience} ${organization.id}`;
      const mine = remembered.get(key);
      if (mine && isGood(deps, mine, refused)) return mine.token;
      const { token } = await together(key, () => getToken(deps, organization, audience, refused));
      if (token !== refused) return token;
      // Whoever asked first did not know yet that it is not taken.
      return (await together(key, () => getToken(deps, organization, audience, refused))).token;
    },
  };
}

type Access = NonNullable<SignInContent['access'][TokenAudience]>;

async function getToken(
  deps: TokenDeps,
  organization: Organization,
  audience: TokenAudience,
  refused: string | undefined,
): Promise<Access> {
  for (let turn = 0; turn < TURNS; turn++) {
    const document = await deps.store.read<'token'>(organization.id, TOKEN_ID);
    if (!document) throw signedOut('not-connected');
    const content = await contentOf(deps, organization.id, document.body.held);
    const stored = content?.access[audience];
    if (stored && isGood(deps, stored, refused)) return stored;
    const { body } = document;
    if (body.refused && !isOlder(deps, body.refused.at, AGAIN)) throw signedOut(body.refused.code);
    const claimed = isFree(deps, body) ? await claim(deps, document) : undefined;
    if (claimed) return await renew(deps, organization, audience, claimed, content);
    await deps.clock.pause(PAUSE);
  }
  throw new UnavailableError('renewing');
}

/** Takes the right to renew, by a conditional write. */
async function claim(
  { store, clock, newId }: TokenDeps,
  { partition, body, lease, etag }: DocumentOf<'token'>,
): Promise<DocumentOf<'token'> | undefined> {
  const until = new Date(clock.now().getTime() + RENEWING).toISOString();
  const draft = tokenDraft(partition, { ...body, renewing: { owner: newId(), until } }, lease);
  const written = await store.replace(draft, etag);
  return written.ok ? written.document : undefined;
}

async function renew(
  deps: TokenDeps,
  organization: Organization,
  audience: TokenAudience,
  { body: claimed }: DocumentOf<'token'>,
  content: SignInContent | undefined,
): Promise<Access> {
  const letGo = (change: (body: TokenRecord, now: string) => Partial<TokenRecord>) =>
    changeDocument<'token', void>(deps, organization.id, TOKEN_ID, (document) => {
      // Somebody signed in anew meanwhile, or took over because this took so long.
      if (document?.body.renewing?.owner !== claimed.renewing?.owner || !document)
        return { result: undefined };
      const changed = change(document.body, deps.clock.now().toISOString());
      const body = { ...document.body, ...changed, renewing: undefined };
      return { draft: tokenDraft(organization.id, body, document.lease), result: undefined };
    });
  try {
    const outcome = content
      ? await deps.signIn.renew(organization, content.kept, audience)
      : ({ kind: 'refused', code: 'unreadable' } as const);
    if (outcome.kind === 'refused') {
      await letGo((_body, at) => ({ refused: { code: outcome.code, at }, nextLook: at }));
      throw signedOut(outcome.code);
    }
    const { kept, access } = outcome;
    const renewed = withAccess(content ?? { access: {} }, kept, audience, access, deps.clock.now());
    const held = await keepContent(deps, organization.id, renewed);
    await letGo((_body, at) => ({ held, renewedAt: at, refused: undefined }));
    return { token: access.token, until: renewed.access[audience]?.until ?? '' };
  } catch (error) {
    await letGo(() => ({})).catch(() => undefined);
    throw error;
  }
}

function isGood({ clock }: TokenDeps, { token, until }: Access, refused: string | undefined): boolean {
  return token !== refused && Date.parse(until) > clock.now().getTime();
}

function isFree(deps: TokenDeps, { renewing }: TokenRecord): boolean {
  return !renewing || isOlder(deps, renewing.until, 0);
}

function isOlder({ clock }: TokenDeps, at: string, milliseconds: number): boolean {
  return clock.now().getTime() - Date.parse(at) >= milliseconds;
}
