import { makeRoute } from '#app/administration/route.make.ts';
import { channelDocumentId } from '#app/contact/contactRecord.ts';
import { teamName } from '#cards/administration/routes/describe.ts';
import { parseRoute } from '#cards/administration/routes/parse.ts';
import type { RouteField } from '#cards/administration/routes/view.ts';
import type { ActionOfAdmin } from '#dialogs/turn/action.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import { type Solution, solutionKinds } from '#domain/referral/referral.ts';
import type { AdminDeps } from './administer.ts';
import { addRouteCard, routesList } from './placesCards.ts';

/** Opens the form of a new route, for the channel in which it was asked for; or makes the route (CR-51). */
export const routeMake: ActionOfAdmin<AdminDeps> = async (deps, { turn, data, input }) => {
  const { conversation, organization } = turn;
  if (data.send !== true)
    return { card: await addRouteCard(deps, turn, { here: conversation.teamChannelId }) };
  const parsed = parseRoute(data);
  const { channel, location } = parsed;
  const refused = (problems: typeof parsed.form.problems) =>
    addRouteCard(deps, turn, {
      form: { ...parsed.form, problems: { ...parsed.form.problems, ...problems } },
      lead: { code: 'refused' },
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
      const team = teamName(other?.body.teamName, turn.reader);
      return {
        card: await addRouteCard(deps, turn, { form: parsed.form, lead: { code: 'routeConflict', team } }),
      };
    }
    case 'unknown-location':
      return {
        card: await wrong('location', { code: 'place-unlisted', values: { mpnId: location ?? '' } }),
      };
    default:
      return { card: await wrong('channel', { code: 'channel-gone' }) };
  }
};

/** The solution of the catalog that is meant; a name that only referrals use counts as it was typed. */
async function solutionOf(deps: AdminDeps, turn: Turn, text: string): Promise<Solution | undefined> {
  const organization = turn.organization.id;
  const byId = await deps.solutions.byId(organization, text);
  if (byId) return byId;
  const found = await deps.solutions.search({ organization, text, kinds: solutionKinds, limit: 5 });
  const named = found.find(({ name }) => name.toLowerCase() === text.toLowerCase());
  return named ?? (found.length === 1 ? found[0] : undefined);
}
