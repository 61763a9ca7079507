import type { ReachDeps } from '#app/contact/bringUpToDate.ts';
import {
  addressOf,
  type ChannelRecord,
  type ContactEvent,
  type ContactRecord,
  channelDocumentId,
  channelDraft,
} from '#app/contact/contactRecord.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import type { StoredDocument } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import type { Messenger } from '#ports/messenger.ts';
import type { Organization } from '#ports/organizations.ts';
import { reachableAdmins } from './admins.ts';
import { lostOf } from './channel.lost.ts';
import { channelsOf } from './routedChannels.ts';
import { routesOf } from './routes.ts';

/**
 * Has the admins of the whole company asked, once, about channels that get referrals although nobody who may says so
 * (CR-51): those from before that was asked for, and those of people who lost the right since. They go on meanwhile. Nothing
 * happens while no admin can be reached.
 */
export async function askAboutChannels(deps: ReachDeps, organization: Organization): Promise<void> {
  if (organization.open) return;
  const channels = await channelsOf(deps, organization);
  if (channels.length === 0) return;
  const routes = await routesOf(deps, organization);
  const named = new Set(routes.map(({ channel }) => channel));
  const wanted: { channelId: string; about: string[] }[] = [];
  for (const channel of channels) {
    const { people } = await lostOf(deps, organization, channel, routes);
    if (isNews(channel, people, named.has(channel.channelId)))
      wanted.push({ channelId: channel.channelId, about: people });
  }
  if (wanted.length === 0) return;
  const admins = await reachableAdmins(deps, organization);
  if (admins.length === 0) return;
  for (const one of wanted) await ask(deps, organization, one, named.has(one.channelId), admins);
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
  if (!address || !present?.body.chat.installed || isAnswered(present.body)) return;
  const { channelId, teamName, channelName, askedAt, askedAbout } = present.body;
  const delivery = await deps.messenger.post(address, {
    type: 'channel-ask',
    channel: channelId,
    teamName,
    channelName,
    asked: askedAt,
    lost: askedAbout !== undefined,
  });
  if (delivery.outcome !== 'later') return;
  // What is waiting for a limit is no failure of this message.
  throw delivery.counts ? new Error(delivery.reason) : new UnavailableError(delivery.reason);
}

/** Whether somebody has said what is to be since they were last asked: that ends the question. */
export function isAnswered({ takesRest, askedAbout }: ChannelRecord): boolean {
  return takesRest !== undefined && askedAbout === undefined;
}

/** Whether there is something to ask that was not asked yet. */
function isNews(
  { takesRest, askedAt, askedAbout = [] }: ChannelRecord,
  lost: string[],
  routed: boolean,
): boolean {
  if (lost.some((personId) => !askedAbout.includes(personId))) return true;
  return takesRest === undefined && askedAt === undefined && !routed;
}

async function ask(
  deps: ReachDeps,
  organization: Organization,
  { channelId, about }: { channelId: string; about: string[] },
  routed: boolean,
  admins: readonly string[],
): Promise<void> {
  const at = deps.clock.now().toISOString();
  const events = admins.map((to) => {
    return { id: deps.newId(), type: 'channel.ask' as const, at, attempts: 0, nextAt: at, to };
  });
  const id = channelDocumentId(channelId);
  await changeDocument<'channel', void>(deps, organization.id, id, (document) => {
    if (!document || !isNews(document.body, about, routed)) return { result: undefined };
    const record: ChannelRecord = {
      ...document.body,
      askedAt: at,
      ...(about.length > 0 && { askedAbout: about }),
      outbox: [...document.body.outbox, ...events],
    };
    return { draft: channelDraft(organization.id, record, document.lease), result: undefined };
  });
}
