import { allDocuments } from '#app/store/allDocuments.ts';
import type { Organization } from '#ports/organizations.ts';
import { type ContactDeps, rememberChannel } from './contact.remember.ts';
import type { ChatReference } from './contactRecord.ts';

/**
 * The bot comes to a team and leaves it as a whole: what an installation event says of the General channel is true of the
 * other channels of the team that are known.
 */
export async function rememberTeam(
  deps: ContactDeps,
  organization: Organization,
  teamChannelId: string,
  chat: Omit<ChatReference, 'conversationId'>,
): Promise<void> {
  const channels = await allDocuments<'channel'>(deps.store, {
    partition: organization.id,
    kind: 'channel',
  });
  for (const { body } of channels) {
    if (body.teamChannelId !== teamChannelId) continue;
    await rememberChannel(deps, organization, body.channelId, { ...chat, conversationId: body.channelId });
  }
}
