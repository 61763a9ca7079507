import type { ReachDeps } from '#app/contact/bringUpToDate.ts';
import {
  addressOf,
  type ChannelRecord,
  type ContactEvent,
  type ContactRecord,
  channelDocumentId,
  channelDraft,
  personDocumentId,
} from '#app/contact/contactRecord.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import type { StoredDocument } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import type { Messenger } from '#ports/messenger.ts';
import type { Organization } from '#ports/organizations.ts';
import { withPerson } from './memberList.ts';
import { companyAdmins } from './roster.ts';
import { channelsOf } from './routedChannels.ts';
import { routesOf } from './routes.ts';

/**
 * Has the admins of the whole company asked, once, about channels that get referrals although nobody who may ever said so
 * (CR-51): those from before that was asked for. They go on meanwhile. Nothing happens while no admin can be reached.
 */
export async function askAboutChannels(deps: ReachDeps, organization: Organization): Promise<void> {
  if (organization.open) return;
  const open = (await channelsOf(deps, organization)).filter(isOpen);
  if (open.length === 0) return;
  const named = new Set((await routesOf(deps, organization)).map(({ channel }) => channel));
  const admins = await reachableAdmins(deps, organization);
  if (admins.length === 0) return;
  for (const { channelId } of open) {
    if (!named.has(channelId)) await ask(deps, organization, channelId, admins);
  }
}

/** Asks one admin about a channel. Throws where it has to be tried again. */
export async function tellOfChannel(
  deps: ReachDeps & { messenger: Messenger },
  { partition, id }: StoredDocument<ContactRecord>,
  { to = '' }: ContactEvent,
): Promise<void> {
  const present = await deps.store.read<'channel'>(partition, id);
  const admin = await deps.store.read<'person'>(partition, to);
  const address = admin && addressOf(admin.body);
  if (!address || !present?.body.chat.installed || present.body.takesRest !== undefined) return;
  const { channelId, teamName, channelName } = present.body;
  const delivery = await deps.messenger.post(address, {
    type: 'channel-ask',
    channel: channelId,
    teamName,
    channelName,
  });
  if (delivery.outcome !== 'later') return;
  // What is waiting for a limit is no failure of this message.
  throw delivery.counts ? new Error(delivery.reason) : new UnavailableError(delivery.reason);
}

function isOpen({ takesRest, askedAt }: ChannelRecord): boolean {
  return takesRest === undefined && askedAt === undefined;
}

async function ask(
  deps: ReachDeps,
  organization: Organization,
  channelId: string,
  admins: readonly string[],
): Promise<void> {
  const at = deps.clock.now().toISOString();
  const events = admins.map((to) => {
    return { id: deps.newId(), type: 'channel.ask' as const, at, attempts: 0, nextAt: at, to };
  });
  const id = channelDocumentId(channelId);
  await changeDocument<'channel', void>(deps, organization.id, id, (document) => {
    if (!document || !isOpen(document.body)) return { result: undefined };
    const record = { ...document.body, askedAt: at, outbox: [...document.body.outbox, ...events] };
    return { draft: channelDraft(organization.id, record, document.lease), result: undefined };
  });
}

/** The contacts of the admins of the whole company whose personal chat is known. */
async function reachableAdmins(deps: ReachDeps, organization: Organization): Promise<string[]> {
  const admins = await companyAdmins(deps, organization.id);
  const listed = await Promise.all(admins.map((member) => withPerson(deps, organization, member)));
  return listed.flatMap(({ person }) => (person?.chat?.installed ? [personDocumentId(person.personId)] : []));
}
