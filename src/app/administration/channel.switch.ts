import { bringContactUpToDate } from '#app/contact/bringUpToDate.ts';
import { type ChannelRecord, channelDocumentId, channelDraft } from '#app/contact/contactRecord.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { mayRoute } from '#domain/administration/administration.ts';
import type { AdministerDeps, AdministerInput } from './memberChange.ts';

/** `unknown`: the bot is not there (any more). */
export type ChannelSwitched =
  | { kind: 'done'; channel: ChannelRecord }
  | { kind: 'unknown' }
  | { kind: 'not-allowed' };

/**
 * Says whether what no route fits is shown in a channel: for admins of the whole company, who see all of it (CR-51). Switched
 * on it gets what is undecided; switched off it keeps its cards. Nobody is asked about it any more.
 */
export async function switchChannel(
  deps: AdministerDeps,
  input: AdministerInput & { channelId: string; on: boolean },
): Promise<ChannelSwitched> {
  const { organization, on } = input;
  if (!mayRoute(input.member, {})) return { kind: 'not-allowed' };
  const contactId = channelDocumentId(input.channelId);
  const outcome = await changeDocument<'channel', ChannelSwitched>(
    deps,
    organization.id,
    contactId,
    (document) => {
      if (!document?.body.chat.installed) return { result: { kind: 'unknown' } };
      const outbox = document.body.outbox.filter(({ type }) => type !== 'channel.ask');
      const channel: ChannelRecord = { ...document.body, takesRest: on, outbox };
      return {
        draft: channelDraft(organization.id, channel, document.lease),
        result: { kind: 'done', channel },
      };
    },
  );
  if (outcome.kind !== 'done' || !on) return outcome;
  await bringContactUpToDate(deps, organization.id, contactId);
  deps.wake();
  return outcome;
}
