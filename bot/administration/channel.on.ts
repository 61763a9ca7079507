import { z } from 'zod';
import { switchChannel } from '#app/administration/channel.switch.ts';
import type { ActionOfAdmin } from '#dialogs/turn/action.ts';
import type { AdminDeps } from './administer.ts';
import { switchedList } from './placesCards.ts';
import { routeForm } from './route.make.ts';

const ids = z.looseObject({
  channel: z.string().max(400).optional().catch(undefined),
  asked: z.iso.datetime().optional().catch(undefined),
});

/**
 * Makes a channel get what no route leads elsewhere (CR-51): the one that is named, or the one whose welcome has the button.
 * An admin of named locations says which of them by a route.
 */
export const channelOn: ActionOfAdmin<AdminDeps> = async (deps, { turn, data, input, reach }) => {
  if (reach !== 'company') return { card: await routeForm(deps, turn) };
  const { channel, asked } = ids.parse(data);
  const channelId = channel ?? turn.conversation.teamChannelId ?? '';
  const outcome = await switchChannel(deps, { ...input, channelId, asked, on: true });
  return { card: await switchedList(deps, turn, outcome, true) };
};
