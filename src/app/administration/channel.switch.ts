import { bringContactUpToDate } from '#app/contact/bringUpToDate.ts';
import { type ChannelRecord, channelDocumentId, channelDraft } from '#app/contact/contactRecord.ts';
import { isAnswered } from '#app/organization/channel.ask.ts';
import { lostOf } from '#app/organization/channel.lost.ts';
import { routesOf } from '#app/organization/routes.ts';
import { type AuditEntry, withAct } from '#app/store/audit.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { mayRoute } from '#domain/administration/administration.ts';
import type { Instant } from '#domain/values/instant.ts';
import type { Organization } from '#ports/organizations.ts';
import type { AdministerDeps, AdministerInput } from './memberChange.ts';
import { removeRoute } from './route.remove.ts';

/** `unknown`: the bot is not there (any more). `decided`: somebody else answered the same question before. */
export type ChannelSwitched =
  | { kind: 'done' | 'kept'; channel: ChannelRecord }
  | { kind: 'decided'; channel: ChannelRecord; by: string }
  | { kind: 'unknown' }
  | { kind: 'not-allowed' };

/**
 * Says whether what no route fits is shown in a channel: for admins of the whole company, who see all of it (CR-51). Switched
 * on it gets what is undecided; switched off it keeps its cards. Nobody is asked about it any more. `asked`: it answers
 * the question of that moment: what leads there goes on as it is, or ends with the routes of those who lost the right.
 */
export async function switchChannel(
  deps: AdministerDeps,
  input: AdministerInput & { channelId: string; on: boolean; asked?: Instant | undefined },
): Promise<ChannelSwitched> {
  const { organization, on, asked } = input;
  if (!mayRoute(input.member, {})) return { kind: 'not-allowed' };
  const contactId = channelDocumentId(input.channelId);
  const before = await deps.store.read<'channel'>(organization.id, contactId);
  const lost = before && asked && !on ? await lostRoutes(deps, organization, before.body) : [];
  const [actId, at] = [deps.newId(), deps.clock.now().toISOString()];
  const outcome = await changeDocument<'channel', ChannelSwitched>(
    deps,
    organization.id,
    contactId,
    (document) => {
      if (!document?.body.chat.installed) return { result: { kind: 'unknown' } };
      const { said, takesRest, askedAt } = document.body;
      const over = asked !== undefined && (askedAt !== asked || isAnswered(document.body));
      if (over && said && said.by !== input.personId)
        return { result: { kind: 'decided', channel: document.body, by: said.by } };
      const outbox = document.body.outbox.filter(({ type }) => type !== 'channel.ask');
      const keeps = asked !== undefined && on && takesRest === false;
      const entry: AuditEntry = {
        ...{ id: actId, at, by: input.personId },
        ...{ what: on && !keeps ? 'channel.on' : 'channel.off', about: input.channelId },
      };
      const channel: ChannelRecord = {
        ...document.body,
        ...withAct(document.body, keeps ? undefined : entry),
        takesRest: on && !keeps,
        said: { by: input.personId, at },
        askedAbout: undefined,
        outbox,
      };
      return {
        draft: channelDraft(organization.id, channel, document.lease),
        result: { kind: keeps ? 'kept' : 'done', channel },
      };
    },
  );
  if (outcome.kind !== 'done') return outcome;
  for (const { key } of lost) await removeRoute(deps, { ...input, key });
  if (!on) return outcome;
  await bringContactUpToDate(deps, organization.id, contactId);
  deps.wake();
  return outcome;
}

async function lostRoutes(deps: AdministerDeps, organization: Organization, channel: ChannelRecord) {
  return (await lostOf(deps, organization, channel, await routesOf(deps, organization))).routes;
}
