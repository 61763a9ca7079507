import { addressOf } from '#app/contact/contactRecord.ts';
import { reachableAdmins } from '#app/organization/admins.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { CONNECTION_ID, type ConnectionRecord, connectionDraft } from '#app/sync/connectionRecord.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentOf, DocumentStore } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import type { Content, Messenger, SignInNews } from '#ports/messenger.ts';
import type { Organization } from '#ports/organizations.ts';

export interface TellDeps {
  store: DocumentStore;
  clock: Clock;
  messenger: Messenger;
}

const DAY = 86_400_000;
/** A refresh token that nobody uses for ninety days is dead. */
const ENDING_DAYS = 60;
const MOST_COUNTED = 100;

/** Since when a sign-in was renewed last, in days. */
export function daysSince(clock: Clock, renewedAt: string): number {
  return Math.floor((clock.now().getTime() - Date.parse(renewedAt)) / DAY);
}

/**
 * Tells each admin of the whole company who can be reached, once, that the sign-in to Partner Center ended or is about to;
 * and those who were told so, that it works again. Whoever can be reached later is told later. Throws where somebody could
 * not be told now.
 */
export async function tellOfSignIn(
  deps: TellDeps,
  organization: Organization,
  connection: DocumentOf<'connection'>,
  renewedAt: string,
): Promise<void> {
  const { account, signedOut, told = {} } = connection.body;
  const days = daysSince(deps.clock, renewedAt);
  const what = signedOut ? 'ended' : days >= ENDING_DAYS ? 'ending' : 'back';
  const admins = what === 'back' ? toldOf(told) : await reachableAdmins(deps, organization);
  const left = admins.filter((contact) => what === 'back' || !told[keyOf(what, contact)]);
  if (left.length === 0) return;
  const { count, more } = await deps.store.count({
    partition: organization.id,
    kind: 'referral',
    where: { sync: ['open', 'conflict', 'refused'] },
    limit: MOST_COUNTED,
  });
  const content: Content = {
    type: 'sign-in',
    what,
    organization: organization.name,
    account: account.username,
    code: signedOut?.code,
    days,
    waiting: count,
    more,
  };
  let later: string | undefined;
  for (const contact of left) {
    const reason = await tell(deps, organization, contact, content);
    if (reason === undefined) await noteTold(deps, organization.id, what, contact);
    later ??= reason;
  }
  if (later !== undefined) throw new UnavailableError(later);
}

/** Undefined when it is done with, else why it is to be tried later. */
async function tell(
  { store, messenger }: TellDeps,
  organization: Organization,
  contact: string,
  content: Content,
): Promise<string | undefined> {
  const person = await store.read<'person'>(organization.id, contact);
  const address = person && addressOf(person.body, organization);
  if (!address) return undefined;
  const delivery = await messenger.post(address, content);
  return delivery.outcome === 'later' ? delivery.reason : undefined;
}

async function noteTold(
  deps: TellDeps,
  organization: string,
  what: SignInNews,
  contact: string,
): Promise<void> {
  const at = deps.clock.now().toISOString();
  await changeDocument<'connection', void>(deps, organization, CONNECTION_ID, (document) => {
    if (!document) return { result: undefined };
    const told = Object.entries(document.body.told ?? {}).filter(([key]) => !key.endsWith(` ${contact}`));
    const record: ConnectionRecord = {
      ...document.body,
      told: Object.fromEntries(what === 'back' ? told : [...told, [keyOf(what, contact), at]]),
    };
    return { draft: connectionDraft(organization, record, document.lease), result: undefined };
  });
}

function keyOf(what: SignInNews, contact: string): string {
  return `${what} ${contact}`;
}

function toldOf(told: NonNullable<ConnectionRecord['told']>): string[] {
  return Object.keys(told).map((key) => key.slice(key.indexOf(' ') + 1));
}
