import { makeRoute } from '#app/administration/route.make.ts';
import { rememberChannel } from '#app/contact/contact.remember.ts';
import { channelDocumentId } from '#app/contact/contactRecord.ts';
import { channelTitle } from '#cards/administration/routes/describe.ts';
import { parseRoute } from '#cards/administration/routes/parse.ts';
import type { RouteField } from '#cards/administration/routes/view.ts';
import type { CardJson } from '#cards/expand.ts';
import type { ActionOfAdmin } from '#dialogs/turn/action.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import { type Solution, solutionKinds } from '#domain/referral/referral.ts';
import type { AdminDeps } from './administer.ts';
import { addRouteCard, routesList, shownChannel } from './placesCards.ts';

/** Opens the form of a new route, for the channel in which it was asked for; or makes the route (CR-51). */
export const routeMake: ActionOfAdmin<AdminDeps> = async (deps, { turn, data, input }) => {
  const { organization } = turn;
  if (data.send !== true) return { card: await routeForm(deps, turn) };
  const parsed = parseRoute(data);
  const { channel, location } = parsed;
  const refused = (problems: typeof parsed.form.problems) =>
    addRouteCard(deps, turn, {
      form: { ...parsed.form, problems: { ...parsed.form.problems, ...problems } },
      resultLine: { code: 'refused' },
    });
  if (!parsed.ok) return { card: await refused({}) };
  const known = parsed.solution === undefined ? undefined : await solutionOf(deps, turn, parsed.solution);
  const solution = known?.id ?? parsed.solution;
  const route = { channel, location, solution, solutionName: known?.name ?? parsed.solution };
  const outcome = await makeRoute(deps, { ...input, route });
  const wrong = (field: RouteField, problem: NonNullable<typeof parsed.form.problems.channel>) =>
    refused({ [field]: problem });
  switch (outcome.kind) {
    case 'done':
      return { card: await routesList(deps, turn, { code: 'routeMade' }) };
    case 'exists':
      return { card: await routesList(deps, turn, { code: 'routeExists' }) };
    case 'conflict': {
      const id = channelDocumentId(outcome.channel);
      const other = await deps.store.read<'channel'>(organization.id, id);
      const team = channelTitle(other ? shownChannel(other.body) : {}, turn.reader);
      return {
        card: await addRouteCard(deps, turn, {
          form: parsed.form,
          resultLine: { code: 'routeConflict', team },
        }),
      };
    }
    case 'not-allowed':
      return { card: await wrong('location', { code: 'place-own' }) };
    case 'unknown-location':
      return {
        card: await wrong('location', { code: 'place-unlisted', values: { mpnId: location ?? '' } }),
      };
    default:
      return { card: await wrong('channel', { code: 'channel-gone' }) };
  }
};

/** The form for the channel in which it was asked for; in a shared one other companies read along, which its title says. */
export async function routeForm(deps: AdminDeps, turn: Turn): Promise<CardJson> {
  const { conversation, organization } = turn;
  const { conversationId, teamChannelId, channel } = conversation;
  if (conversation.kind !== 'channel' || !teamChannelId) return addRouteCard(deps, turn);
  if (conversationId !== teamChannelId) {
    const { serviceUrl, tenantId = '', botId, locale } = conversation;
    const chat = { serviceUrl, conversationId, tenantId, botId, locale, timeZone: undefined };
    const names = {
      teamChannelId,
      teamName: conversation.teamName,
      channelName: channel?.name,
      shared: channel?.shared || undefined,
    };
    const team = await deps.store.read<'channel'>(organization.id, channelDocumentId(teamChannelId));
    await rememberChannel(deps, organization, conversationId, chat, {
      ...names,
      teamName: names.teamName ?? team?.body.teamName,
    });
  }
  return addRouteCard(deps, turn, { here: conversationId });
}

/** The solution of the catalog that is meant; a name that only referrals use counts as it was typed. */
async function solutionOf(deps: AdminDeps, turn: Turn, text: string): Promise<Solution | undefined> {
  const organization = turn.organization.id;
  const byId = await deps.solutions.byId(organization, text);
  if (byId) return byId;
  const found = await deps.solutions.search({ organization, text, kinds: solutionKinds, limit: 5 });
  const named = found.find(({ name }) => name.toLowerCase() === text.toLowerCase());
  return named ?? (found.length === 1 ? found[0] : undefined);
}
