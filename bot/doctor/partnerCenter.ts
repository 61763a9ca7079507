import { CONNECTION_ID } from '#app/sync/connectionRecord.ts';
import { contentOf } from '#app/sync/signIn/signInVault.ts';
import { TOKEN_ID } from '#app/sync/signIn/tokenRecord.ts';
import { failureWords } from '#bot/config/failureWords.ts';
import { signedOutWords } from '#cards/administration/connection/signedOutWords.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';
import type { TokenVault } from '#ports/tokenVault.ts';
import { about, type Finding } from './finding.ts';

const { ok, warning, wrong } = about('partner center');
const DAY = 86_400_000;
/** A sign-in that nobody renews for ninety days is dead; a running bot renews it hourly. */
const DEAD_DAYS = 90;
const OLD_DAYS = 2;

/** What of the store is read here. */
export type Readable = Pick<DocumentStore, 'read'>;

/** How an organization is connected, as the store has it: no sign-in is renewed, and nobody is asked. */
export async function lookAtConnection(
  { store, vault }: { store: Readable; vault: Pick<TokenVault, 'take'> },
  { id, name }: Organization,
  now: Date,
): Promise<Finding[]> {
  const again = `npm run partner-center:connect -- ${id}`;
  const connection = await store.read<'connection'>(id, CONNECTION_ID);
  const token = await store.read<'token'>(id, TOKEN_ID);
  if (!connection || !token) return [warning(`${name} is not connected: ${again} signs it in`)];
  const { account, signedOut, failing } = connection.body;
  if (signedOut) {
    const why = `${signedOutWords('en', signedOut.code)} (${signedOut.code})`;
    return [wrong(`${name} is signed out since ${signedOut.at}: ${why} ${again} signs it in again`)];
  }
  const { held, renewedAt } = token.body;
  const unread = await whyUnread(vault, id, held);
  if (unread !== undefined) return [wrong(`${name}: ${unread}`)];
  const days = Math.floor((now.getTime() - Date.parse(renewedAt)) / DAY);
  const age = `signed in as ${account.username}, renewed ${days === 0 ? 'today' : `${days} days ago`}`;
  return [
    days >= DEAD_DAYS
      ? wrong(`${name}: ${age}, and after ${DEAD_DAYS} days it is good for nothing any more: ${again}`)
      : days >= OLD_DAYS
        ? warning(
            `${name}: ${age}, which a running bot does hourly; it ends ${DEAD_DAYS} days after the last time`,
          )
        : ok(`${name}: ${age}`),
    ...(failing
      ? [warning(`${name}: reading fails since ${failing.since} (${failing.code}); it is tried again`)]
      : []),
  ];
}

async function whyUnread(
  vault: Pick<TokenVault, 'take'>,
  organization: string,
  held: string,
): Promise<string | undefined> {
  try {
    const content = await contentOf({ vault }, organization, held);
    return content
      ? undefined
      : `its sign-in can't be read: PARTNER_CENTER_TOKEN_KEY is not the key it was kept under, or the secret is gone from the Key Vault; npm run partner-center:connect -- ${organization} signs it in again`;
  } catch (error) {
    return failureWords(error).join('; ');
  }
}
